package io.policyc.cli;

import com.google.common.collect.ImmutableSet;
import io.policyc.simulator.DoubtfulRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that refuse verdicts which rest on doubtful rules. */
final class StrictOption {
    @Option(
            names = "--strict",
            description = "Refuse a verdict that rests on a rule which AWS neither documents clearly nor was seen to"
                    + " follow; `policyc help decision.doubtful-rule` lists them.")
    boolean strict;

    @Option(
            names = "--doubt",
            split = ",",
            paramLabel = "RULE",
            description = "As --strict, for these rules only; may be repeated.")
    List<String> rules = new ArrayList<>();

    /** The rules not to rely on; none without the options. */
    ImmutableSet<DoubtfulRule> doubted() {
        ImmutableSet<DoubtfulRule> named =
                rules.stream().map(StrictOption::rule).collect(ImmutableSet.toImmutableSet());
        return strict ? ImmutableSet.copyOf(Arrays.asList(DoubtfulRule.values())) : named;
    }

    private static DoubtfulRule rule(String id) {
        return DoubtfulRule.parse(id)
                .orElseThrow(() -> new UsageException(
                        "--doubt knows no rule `" + id + "`; there are " + String.join(", ", DoubtfulRule.ids())));
    }
}

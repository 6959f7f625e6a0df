package io.policyc.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.policyc.organization.Level;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The policies of the benchmarks, as they are attached. */
final class Policies {
    /** One policy a line, written by {@link PolicyGenerator}. */
    static final String GENERATED = "generated-scps.jsonl";

    /** As many as the largest case takes. */
    static final int NUMBER_GENERATED = 45;

    private Policies() {}

    /** FullAWSAccess and the published policy, on one level. */
    static ImmutableList<Level> seed() {
        return besideFullAccess("DenyIAMUserCLIAccess.json");
    }

    /** FullAWSAccess and a policy whose values hold variables, on one level. */
    static ImmutableList<Level> withVariables() {
        return besideFullAccess("with-variables.json");
    }

    private static ImmutableList<Level> besideFullAccess(String resource) {
        LocatedPolicy policy = read(resource, text(resource));
        return ImmutableList.of(new Level("root", ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS, policy)));
    }

    /** Levels with FullAWSAccess and generated policies. */
    static ImmutableList<Level> generated(int levels, int policiesEach) {
        ImmutableList<LocatedPolicy> policies = generated();
        int perLevel = policiesEach - 1;
        ImmutableList.Builder<Level> path = ImmutableList.builder();
        for (int level = 0; level < levels; level++) {
            path.add(new Level(
                    "level-" + level,
                    ImmutableList.<LocatedPolicy>builder()
                            .add(LocatedPolicy.FULL_AWS_ACCESS)
                            .addAll(policies.subList(level * perLevel, (level + 1) * perLevel))
                            .build()));
        }
        return path.build();
    }

    static ImmutableList<PolicyDocument> generatedDocuments() {
        return generated().stream().map(LocatedPolicy::document).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<LocatedPolicy> generated() {
        List<String> lines = Splitter.on('\n').omitEmptyStrings().splitToList(text(GENERATED));
        ImmutableList.Builder<LocatedPolicy> policies = ImmutableList.builder();
        for (int i = 0; i < lines.size(); i++) {
            policies.add(read("Generated" + i + ".json", lines.get(i)));
        }
        return policies.build();
    }

    private static LocatedPolicy read(String name, String json) {
        return PolicyReader.read(name, SourceText.of(name, json), PolicyType.SERVICE_CONTROL_POLICY)
                .orThrow();
    }

    private static String text(String resource) {
        try {
            return Resources.toString(Resources.getResource(Policies.class, resource), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

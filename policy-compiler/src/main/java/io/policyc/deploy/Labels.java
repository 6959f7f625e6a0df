package io.policyc.deploy;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a tool calls each policy or role. It is made of the name alone, so that one more never renames another: a tool would
 * delete and create again what got another label.
 */
final class Labels {
    private final ImmutableMap<String, String> byName;

    private Labels(ImmutableMap<String, String> byName) {
        this.byName = byName;
    }

    /**
     * Labels for all names; two names of one label are a finding.
     *
     * @param named what has the names, in the plural
     */
    static Labels of(List<String> names, String named, UnaryOperator<String> label, String what, Findings findings) {
        Map<String, String> owners = new HashMap<>();
        ImmutableMap.Builder<String, String> labels = ImmutableMap.builder();
        for (String name : names) {
            String made = label.apply(name);
            String other = owners.putIfAbsent(made, name);
            if (other != null || made.isEmpty()) {
                findings.add(Finding.withoutPlace(
                                DeployFindings.DUPLICATE_NAME,
                                other == null
                                        ? Printable.quoted(name) + " leaves nothing for a " + what
                                        : Printable.quoted(other) + " and " + Printable.quoted(name)
                                                + " would have one " + what + ", `" + made + "`")
                        .withHelp("rename one of the " + named));
            }
            labels.put(name, made);
        }
        return new Labels(labels.buildKeepingLast());
    }

    String of(String name) {
        return Objects.requireNonNull(byName.get(name));
    }
}

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
 * What a tool calls each policy. It is made of the policy's name alone, so that one policy more never renames another:
 * a tool would delete and create again what got another label.
 */
final class Labels {
    private final ImmutableMap<String, String> byName;

    private Labels(ImmutableMap<String, String> byName) {
        this.byName = byName;
    }

    /** Labels for all policies; two policies of one label are a finding. */
    static Labels of(List<DeployedPolicy> policies, UnaryOperator<String> label, String what, Findings findings) {
        Map<String, String> owners = new HashMap<>();
        ImmutableMap.Builder<String, String> labels = ImmutableMap.builder();
        for (DeployedPolicy policy : policies) {
            String made = label.apply(policy.name());
            String other = owners.putIfAbsent(made, policy.name());
            if (other != null || made.isEmpty()) {
                findings.add(Finding.withoutPlace(
                                DeployFindings.DUPLICATE_NAME,
                                other == null
                                        ? Printable.quoted(policy.name()) + " leaves nothing for a " + what
                                        : Printable.quoted(other) + " and " + Printable.quoted(policy.name())
                                                + " would have one " + what + ", `" + made + "`")
                        .withHelp("rename one of the policies"));
            }
            labels.put(policy.name(), made);
        }
        return new Labels(labels.buildKeepingLast());
    }

    String of(DeployedPolicy policy) {
        return Objects.requireNonNull(byName.get(policy.name()));
    }
}

package io.policyc.workspace;

import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.intent.IntentContext;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.Nodes;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.PolicyLimits;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What {@code policyc.yaml} says about a whole repository.
 *
 * @param intents what it says for all intents
 */
public record Settings(PolicyLimits limits, IntentContext intents) {
    static final Settings DEFAULT = new Settings(PolicyLimits.AWS, IntentContext.NONE);

    static Checked<Settings> read(SourceText source) {
        return isBlank(source) ? Checked.of(DEFAULT) : Nodes.read(source).then(Settings::read);
    }

    /** A file that only marks the folder as a repository. */
    private static boolean isBlank(SourceText source) {
        return source.text().lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
    }

    private static Checked<Settings> read(Node node) {
        Findings findings = new Findings();
        if (!(node instanceof ObjectNode object)) {
            findings.add(WorkspaceFindings.WRONG_TYPE, node.span(), "the workspace file is a map, not " + node.kind());
            return findings.withoutValue();
        }
        Fields fields = new Fields(object, findings, WorkspaceFindings.WRONG_TYPE);
        PolicyLimits limits =
                fields.scalar("limits").flatMap(name -> limits(name, findings)).orElse(PolicyLimits.AWS);
        IntentContext.KEYS.forEach(fields::node);
        IntentContext intents = findings.take(IntentContext.read(object)).orElse(IntentContext.NONE);
        fields.reportUnknown(WorkspaceFindings.UNKNOWN_KEY, "key");
        return findings.with(new Settings(limits, intents));
    }

    private static Optional<PolicyLimits> limits(ScalarNode name, Findings findings) {
        Optional<PolicyLimits> limits = PolicyLimits.named(name.text());
        if (limits.isEmpty()) {
            List<String> profiles =
                    PolicyLimits.PROFILES.stream().map(PolicyLimits::profile).toList();
            findings.add(
                    WorkspaceFindings.INVALID_VALUE,
                    name.span(),
                    "unknown profile of limits " + Printable.quoted(name.text()),
                    Suggestions.help(name.text(), profiles));
        }
        return limits;
    }
}

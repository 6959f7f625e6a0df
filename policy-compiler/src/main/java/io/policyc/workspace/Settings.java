package io.policyc.workspace;

import com.google.common.collect.ImmutableMap;
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
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code policyc.yaml} says about a whole repository.
 *
 * @param intents what it says for all intents
 * @param existingProviders the ARNs of identity providers that accounts have already, with their places
 */
public record Settings(PolicyLimits limits, IntentContext intents, ImmutableMap<String, SourceSpan> existingProviders) {
    static final Settings DEFAULT = new Settings(PolicyLimits.AWS, IntentContext.NONE, ImmutableMap.of());

    private static final Pattern PROVIDER = Pattern.compile("arn:[a-z-]+:iam::[0-9]{12}:oidc-provider/.+");

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
        ImmutableMap<String, SourceSpan> providers = existingProviders(fields, findings);
        fields.reportUnknown(WorkspaceFindings.UNKNOWN_KEY, "key");
        return findings.with(new Settings(limits, intents, providers));
    }

    private static ImmutableMap<String, SourceSpan> existingProviders(Fields fields, Findings findings) {
        ImmutableMap.Builder<String, SourceSpan> providers = ImmutableMap.builder();
        for (ScalarNode arn : fields.scalars("existing-providers")) {
            if (PROVIDER.matcher(arn.text()).matches()) {
                providers.put(arn.text(), arn.span());
            } else {
                findings.add(
                        WorkspaceFindings.INVALID_VALUE,
                        arn.span(),
                        Printable.quoted(arn.text()) + " is not the ARN of an identity provider",
                        "`aws iam list-open-id-connect-providers` prints them:"
                                + " `arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com`");
            }
        }
        return providers.buildKeepingLast();
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

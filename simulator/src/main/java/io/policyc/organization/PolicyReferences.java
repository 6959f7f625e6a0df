package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that one file refers to, or holds itself. Each reference is resolved once, so that what is wrong behind it is
 * said once; the name FullAWSAccess is known everywhere. Not thread-safe; one per reading and type.
 */
public final class PolicyReferences {
    /** Attached everywhere and not to be detached, so that nothing depends on it. */
    private static final String RCP_FULL_AWS_ACCESS = "RCPFullAWSAccess";

    private final PolicyResolver resolver;
    private final PolicyType type;
    private final Findings findings;
    private final FindingId unknown;
    private final FindingId wrongType;
    private final Map<String, Optional<ImmutableList<LocatedPolicy>>> resolved = new HashMap<>();
    private int written;

    /**
     * For one file.
     *
     * @param type what the policies have to be
     * @param unknown the finding for a reference that leads nowhere
     * @param wrongType the finding for what is neither a reference nor a document
     */
    public PolicyReferences(
            PolicyResolver resolver, PolicyType type, Findings findings, FindingId unknown, FindingId wrongType) {
        this.resolver = resolver;
        this.type = type;
        this.findings = findings;
        this.unknown = unknown;
        this.wrongType = wrongType;
    }

    /** The policies of a reference or of a document that is written out; empty after a finding. */
    public Optional<ImmutableList<LocatedPolicy>> resolve(Node node) {
        if (node instanceof ScalarNode reference && !reference.isNull()) {
            return resolve(reference);
        }
        if (node instanceof ObjectNode) {
            written++;
            return findings.take(PolicyReader.read("inline-" + written, node, type))
                    .map(ImmutableList::of);
        }
        findings.add(
                wrongType,
                node.span(),
                "a policy is " + (isNamed() ? "a name, " : "") + "the path of a .json file or a policy document, not "
                        + node.kind());
        return Optional.empty();
    }

    private Optional<ImmutableList<LocatedPolicy>> resolve(ScalarNode reference) {
        String name = reference.text();
        if (type == PolicyType.RESOURCE_CONTROL_POLICY && name.equals(RCP_FULL_AWS_ACCESS)) {
            return Optional.of(ImmutableList.of());
        }
        Optional<ImmutableList<LocatedPolicy>> known = resolved.get(name);
        if (known != null) {
            return known;
        }
        Optional<Checked<ImmutableList<LocatedPolicy>>> found = resolver.resolve(name, type);
        Optional<ImmutableList<LocatedPolicy>> policies;
        if (found.isPresent()) {
            policies = findings.take(placed(found.get(), reference));
        } else if (isNamed() && name.equals(LocatedPolicy.FULL_AWS_ACCESS.name())) {
            policies = Optional.of(ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS));
        } else {
            reportUnknown(reference);
            return Optional.empty();
        }
        resolved.put(name, policies);
        return policies;
    }

    /** Only SCPs have names: those of intents. */
    private boolean isNamed() {
        return type == PolicyType.SERVICE_CONTROL_POLICY;
    }

    /** What is wrong with a file as a whole is told where it is referred to. */
    private static <T> Checked<T> placed(Checked<T> checked, ScalarNode reference) {
        ImmutableList<Finding> findings = checked.findings().stream()
                .map(finding -> finding.span().isPresent()
                        ? finding
                        : new Finding(finding.id(), finding.message(), Optional.of(reference.span()), finding.help()))
                .collect(ImmutableList.toImmutableList());
        return new Checked<>(checked.value(), findings);
    }

    private void reportUnknown(ScalarNode reference) {
        if (!isNamed()) {
            findings.add(
                    unknown,
                    reference.span(),
                    Printable.quoted(reference.text()) + " is not the path of " + type.words(),
                    "the path of a .json file from the root of the repository, or the document itself");
            return;
        }
        ImmutableSet<String> names = ImmutableSet.<String>builder()
                .addAll(resolver.names())
                .add(LocatedPolicy.FULL_AWS_ACCESS.name())
                .build();
        findings.add(
                unknown,
                reference.span(),
                "no policy is named " + Printable.quoted(reference.text()),
                Suggestions.help(reference.text(), names));
    }
}

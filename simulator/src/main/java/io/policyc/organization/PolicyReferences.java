package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ScalarNode;
import io.policyc.policy.LocatedPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that one file refers to. Each reference is resolved once, so that what is wrong behind it is said once; the
 * name FullAWSAccess is known everywhere. Not thread-safe; one per reading.
 */
public final class PolicyReferences {
    private final PolicyResolver resolver;
    private final Findings findings;
    private final FindingId unknown;
    private final Map<String, Optional<ImmutableList<LocatedPolicy>>> resolved = new HashMap<>();

    /** @param unknown the finding for a reference that leads nowhere */
    public PolicyReferences(PolicyResolver resolver, Findings findings, FindingId unknown) {
        this.resolver = resolver;
        this.findings = findings;
        this.unknown = unknown;
    }

    /** The policies of a reference; empty after a finding. */
    public Optional<ImmutableList<LocatedPolicy>> resolve(ScalarNode reference) {
        String name = reference.text();
        Optional<ImmutableList<LocatedPolicy>> known = resolved.get(name);
        if (known != null) {
            return known;
        }
        Optional<Checked<ImmutableList<LocatedPolicy>>> found = resolver.resolve(name);
        Optional<ImmutableList<LocatedPolicy>> policies;
        if (found.isPresent()) {
            policies = findings.take(placed(found.get(), reference));
        } else if (name.equals(LocatedPolicy.FULL_AWS_ACCESS.name())) {
            policies = Optional.of(ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS));
        } else {
            reportUnknown(reference);
            return Optional.empty();
        }
        resolved.put(name, policies);
        return policies;
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

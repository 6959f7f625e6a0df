package io.policyc.authorization;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the texts of policies when they are asked for. AWS took them, so what cannot be read here is only a warning, once a text. */
final class PolicyTexts {
    private final Findings findings;
    private final Set<SourceSpan> reported = new HashSet<>();

    PolicyTexts(Findings findings) {
        this.findings = findings;
    }

    /** @param label the words by which answers name it */
    Optional<LocatedPolicy> read(String label, Document document) {
        Checked<LocatedPolicy> policy = read(label, document.text());
        if (policy.value().isEmpty() && reported.add(document.place())) {
            Finding first = policy.errors().get(0);
            findings.add(
                    AuthorizationFindings.UNREADABLE_POLICY,
                    document.place(),
                    label + " cannot be read: " + first.message(),
                    "what depends on it counts as not known");
        }
        return policy.value();
    }

    /** A text that is known to be a policy. */
    static LocatedPolicy readKnown(String label, String text) {
        return read(label, text).orThrow();
    }

    /** Its places are left out: they would be those of a text that nobody has seen. */
    private static Checked<LocatedPolicy> read(String label, String text) {
        return PolicyReader.read(label, SourceText.of(label, text), PolicyType.IDENTITY_POLICY)
                .map(policy -> LocatedPolicy.withoutPlaces(label, policy.document()));
    }
}

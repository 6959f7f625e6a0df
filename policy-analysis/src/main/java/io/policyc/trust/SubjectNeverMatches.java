package io.policyc.trust;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.lint.LocatedCondition;
import io.policyc.policy.Comparison;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.AnyUnit;
import io.policyc.vocabulary.SharedIssuer;
import io.policyc.vocabulary.SharedIssuer.SubjectForm;
import java.util.Optional;

/** A subject of question marks alone, which AWS takes and which no subject of the provider is as short as. */
final class SubjectNeverMatches implements TokenRule {

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        Optional<SubjectForm> form = SharedIssuer.named(issuer).flatMap(SharedIssuer::subject);
        statement
                .ofClaim(issuer, "sub")
                .forEach(condition -> condition.values().stream()
                        .filter(value -> form.filter(found -> isTooShort(condition, value, found))
                                .isPresent())
                        .forEach(value -> findings.add(condition.finding(
                                TrustFindings.SUBJECT_NEVER_MATCHES,
                                Printable.quoted(value.text()) + " is as long as no subject of "
                                        + Printable.quoted(issuer),
                                "a subject starts with " + form.orElseThrow().prefix()))));
    }

    private static boolean isTooShort(LocatedCondition condition, ValueTemplate value, SubjectForm form) {
        return condition.comparison() == Comparison.STRING_LIKE
                && !value.text().isEmpty()
                && value.text().length() <= form.prefix().length()
                && condition.parts(value).stream().allMatch(AnyUnit.class::isInstance);
    }
}

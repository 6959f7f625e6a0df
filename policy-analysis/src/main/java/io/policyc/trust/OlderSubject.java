package io.policyc.trust;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.lint.LocatedCondition;
import io.policyc.policy.ValueTemplate;
import io.policyc.vocabulary.SharedIssuer;

/**
 * A subject of GitHub that names owner and repository without their ids. Repositories made, renamed or transferred since
 * 15 July 2026 have the ids in it, so they are kept out; and the name of an owner can pass to somebody else.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OpenID Connect reference</a>
 */
final class OlderSubject implements TokenRule {
    private static final String PREFIX = "repo:";
    private static final ImmutableSet<String> IDS = ImmutableSet.of("repository_id", "repository_owner_id");

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        boolean identified =
                IDS.stream().anyMatch(claim -> statement.ofClaim(issuer, claim).anyMatch(Narrowing::narrows));
        if (!issuer.equals(SharedIssuer.GITHUB) || identified) {
            return;
        }
        statement
                .ofClaim(issuer, "sub")
                .filter(Narrowing::isAsked)
                .forEach(
                        condition -> condition.values().stream()
                                .filter(value -> owner(condition, value).indexOf('@') < 0)
                                .filter(value -> !owner(condition, value).isEmpty())
                                .forEach(
                                        value -> findings.add(
                                                condition.finding(
                                                        TrustFindings.OLDER_SUBJECT,
                                                        Printable.quoted(value.text())
                                                                + " is the form without ids: new repositories are kept out, and"
                                                                + " whoever gets the name of the owner may get in",
                                                        "ask for repository_id or repository_owner_id beside it, or write repo:OWNER@ID/REPOSITORY@ID:…"))));
    }

    /** The owner's name where it is there in full, with its id if it has one; else nothing. */
    private static String owner(LocatedCondition condition, ValueTemplate value) {
        SubjectPattern subject = SubjectPattern.of(condition, value);
        if (!subject.startsWith(PREFIX)) {
            return "";
        }
        String start = subject.start();
        int slash = start.indexOf('/');
        return slash < 0 ? "" : start.substring(PREFIX.length(), slash);
    }
}

package io.policyc.trust;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.lint.LocatedCondition;
import io.policyc.policy.Comparison;
import io.policyc.policy.ValueTemplate;
import io.policyc.vocabulary.Claims;
import io.policyc.vocabulary.SharedIssuer;
import io.policyc.vocabulary.SharedIssuer.SubjectForm;

/**
 * A subject with a wildcard that takes the tokens of every customer, of everything that one has, or of every run. What another
 * claim narrows as far is no finding. Whether the role can write is not known here.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OpenID Connect reference</a>
 */
final class BroadSubject implements TokenRule {
    private static final ImmutableSet<String> TELL_REPOSITORY = ImmutableSet.of(
            "repository", "repository_id", "job_workflow_ref", "project_id", "pipeline_id", "pipeline_slug");

    private static final ImmutableSet<String> TELL_OWNER = ImmutableSet.<String>builder()
            .addAll(TELL_REPOSITORY)
            .add("repository_owner_id", "enterprise_id", "namespace_id", "organization_id", "organization_slug")
            .build();

    @Override
    public void check(TrustStatement statement, String issuer, Findings findings) {
        SharedIssuer.named(issuer)
                .flatMap(SharedIssuer::subject)
                .ifPresent(form -> statement
                        .ofClaim(issuer, "sub")
                        .filter(condition -> condition.comparison() == Comparison.STRING_LIKE)
                        .forEach(condition -> new Subject(statement, issuer, form, condition).check(findings)));
    }

    private record Subject(TrustStatement statement, String issuer, SubjectForm form, LocatedCondition condition) {

        void check(Findings findings) {
            condition.values().forEach(value -> check(value, findings));
        }

        private void check(ValueTemplate value, Findings findings) {
            SubjectPattern pattern = SubjectPattern.of(condition, value);
            if (pattern.takesAll()) {
                // What AWS refuses is told of the statement.
                return;
            }
            String by = " by " + Printable.quoted(value.text());
            SubjectScope scope = SubjectScope.of(pattern, form);
            if (scope instanceof SubjectScope.Everybody all && isOpen(TELL_OWNER)) {
                add(
                        TrustFindings.SUBJECT_OF_EVERYBODY,
                        "tokens of every " + form.customer() + all.name().whichNames() + " get in" + by,
                        "write the name in full with what ends it: " + form.prefix() + "NAME" + form.end() + "…",
                        findings);
            } else if (scope instanceof SubjectScope.Owner owner && isOpen(TELL_REPOSITORY)) {
                boolean github = SubjectScope.isOfGithub(form);
                add(
                        TrustFindings.SUBJECT_OF_OWNER,
                        (github ? "every repository" : "everything") + " of " + Printable.quoted(owner.owner())
                                + owner.name().whichNames() + " gets in" + by
                                + (owner.anyRun() ? ", pull requests too" : ""),
                        "name those that need the role",
                        findings);
            } else if (scope instanceof SubjectScope.AnyRun run && isOpen(Claims.TELL_RUN)) {
                add(
                        TrustFindings.SUBJECT_OF_ANY_RUN,
                        "every run in " + Printable.quoted(run.repository()) + " gets in" + by
                                + ": any branch and tag, pull requests too",
                        "end it with :ref:refs/heads/BRANCH or :environment:NAME; for a role that only reads this may be"
                                + " meant",
                        findings);
            }
        }

        private void add(FindingId id, String message, String help, Findings findings) {
            findings.add(condition.finding(id, message, help));
        }

        /** Whether no claim of some names tells more. */
        private boolean isOpen(ImmutableSet<String> claims) {
            return statement
                    .ofIssuer(issuer)
                    .filter(other -> claims.contains(Claims.claim(other.key())))
                    .noneMatch(other -> Narrowing.narrows(other)
                            && other.values().stream()
                                    .noneMatch(value ->
                                            SubjectPattern.of(other, value).firstWildcard() == 0));
        }
    }
}

package io.policyc.trust;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Finding;
import io.policyc.lint.LintRule;
import io.policyc.lint.Linter;
import io.policyc.policy.LocatedPolicy;
import java.util.stream.Stream;

/**
 * Looks a role's trust policy over: whom each of its Allow statements lets in. A Deny beside it may take that back, and is
 * not looked at.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public final class TrustLinter {
    private static final ImmutableList<LintRule> RULES = Stream.of(
                    new Anybody(),
                    new WholeAccount(),
                    new ConfusedDeputy(),
                    new WrongAction(),
                    new RefusedByAws(),
                    new NoSubject(),
                    new NoAudience(),
                    new Guests(),
                    new OtherIssuer(),
                    new ClaimNotOffered(),
                    new HoldsWithoutClaim(),
                    new BroadSubject(),
                    new BroadWorkflow(),
                    new SubjectNeverMatches(),
                    new LikeWithoutWildcard(),
                    new OlderSubject())
            .map(TrustLinter::ofAllows)
            .collect(ImmutableList.toImmutableList());

    private TrustLinter() {}

    /** What is found, in the order of the statements, then of the rules. */
    public static ImmutableList<Finding> lint(LocatedPolicy trust) {
        return ImmutableSet.<Finding>builder()
                .addAll(Linter.lint(trust, RULES))
                .addAll(Linter.lintValues(trust))
                .build()
                .asList();
    }

    private static LintRule ofAllows(TrustRule rule) {
        return (statement, findings) -> {
            if (!statement.denies()) {
                rule.check(new TrustStatement(statement), findings);
            }
        };
    }
}

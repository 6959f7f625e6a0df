package io.policyc.lint;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.policy.Comparison;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.AnyRun;
import io.policyc.policy.ValueTemplate.Literal;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.vocabulary.KeyType;
import java.util.List;

/**
 * A string pattern for an ARN with a star before the last field. The star of StringLike crosses colons; the path of an IAM
 * user may hold colons, so the user {@code user/x:role/ci} passes as the role {@code ci}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html">CreateUser: Path</a>
 */
final class StringOperatorOnArnKey implements ConditionRule {
    private static final int COLONS_BEFORE_RESOURCE = 5;

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        Comparison comparison = condition.comparison();
        boolean like = comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE;
        boolean arnKey = condition.keyType().map(KeyType::values).stream().anyMatch(KeyType.Values.ARN::equals);
        if (!like || !arnKey) {
            return;
        }
        for (ValueTemplate value : condition.values()) {
            if (starCrossesColons(condition.parts(value))) {
                report(condition, value, findings);
                return;
            }
        }
    }

    private static void report(LocatedCondition condition, ValueTemplate value, Findings findings) {
        Comparison arn = condition.comparison().negated() ? Comparison.ARN_NOT_LIKE : Comparison.ARN_LIKE;
        String example = condition.hasKey("aws:PrincipalArn")
                ? ", and the path of an IAM user may hold `:role/...`"
                : ", so it matches ARNs that hold this text in another field";
        findings.add(condition.finding(
                LintFindings.STRING_OPERATOR_ON_ARN_KEY,
                "the `*` of " + condition.operator().word() + " in " + Printable.quoted(value.text())
                        + " crosses colons" + example,
                "write " + condition.operator().withComparison(arn).word()
                        + ", which compares the six fields of an ARN one by one"));
    }

    /** A star before the fifth colon, with something after it; a star at the end leaves everything open on purpose. */
    private static boolean starCrossesColons(List<Part> parts) {
        long colons = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part instanceof Literal literal) {
                colons += literal.text().chars().filter(c -> c == ':').count();
            } else if (part instanceof AnyRun && colons < COLONS_BEFORE_RESOURCE && i + 1 < parts.size()) {
                return true;
            }
        }
        return false;
    }
}

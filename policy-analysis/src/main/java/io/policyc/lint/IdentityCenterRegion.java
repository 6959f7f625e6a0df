package io.policyc.lint;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.glob.Glob;
import io.policyc.policy.ValueTemplate;
import java.util.regex.Pattern;

/**
 * A pattern for the roles of IAM Identity Center that leaves no room for the Region in their path, which only instances in
 * us-east-1 do not have.
 *
 * @see <a href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">Roles of IAM
 *     Identity Center</a>
 */
final class IdentityCenterRegion implements ConditionRule {
    private static final String FOLDER = "/sso.amazonaws.com/";
    private static final Pattern WITHOUT_REGION = Pattern.compile(".*/sso\\.amazonaws\\.com/AWSReservedSSO_.*");
    private static final Pattern REGION = Pattern.compile(FOLDER.replace(".", "\\.") + "[^/]*/");

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        if (!condition.hasKey("aws:PrincipalArn")) {
            return;
        }
        ImmutableList<Glob> others = condition.values().stream()
                .map(ValueTemplate::text)
                .filter(text -> !isWithoutRegion(text))
                .map(IdentityCenterRegion::withoutRegion)
                .collect(ImmutableList.toImmutableList());
        for (ValueTemplate value : condition.values()) {
            if (isWithoutRegion(value.text())
                    && others.stream().noneMatch(other -> other.matches(example(value.text())))) {
                findings.add(condition.finding(
                        LintFindings.IDENTITY_CENTER_REGION,
                        Printable.quoted(value.text()) + " matches only Identity Center in us-east-1",
                        "elsewhere the path holds the Region; "
                                + Printable.quoted(value.text().replace(FOLDER, FOLDER + "*")) + " covers both"));
                return;
            }
        }
    }

    private static boolean isWithoutRegion(String text) {
        return WITHOUT_REGION.matcher(text).matches();
    }

    /** A pattern, its Region left out: does it cover what another one is for? */
    private static Glob withoutRegion(String pattern) {
        return Glob.of(REGION.matcher(pattern).replaceFirst(FOLDER));
    }

    private static String example(String pattern) {
        return pattern.replace('*', '0').replace('?', '0');
    }
}

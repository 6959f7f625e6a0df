package io.policyc.trust;

import com.google.common.collect.ImmutableSet;
import io.policyc.lint.LocatedCondition;
import io.policyc.policy.Comparison;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.AnyRun;
import io.policyc.policy.ValueTemplate.AnyUnit;
import io.policyc.policy.ValueTemplate.Part;

/** What a condition leaves of those who ask. */
final class Narrowing {
    private static final ImmutableSet<Comparison> NAMING = ImmutableSet.of(
            Comparison.STRING_EQUALS,
            Comparison.STRING_EQUALS_IGNORE_CASE,
            Comparison.STRING_LIKE,
            Comparison.ARN_EQUALS,
            Comparison.ARN_LIKE);

    private Narrowing() {}

    /** Whether a condition is false for a request that does not have its key, and false for some that have. */
    static boolean narrows(LocatedCondition condition) {
        return isAsked(condition)
                && condition.operator().qualifier() != SetQualifier.FOR_ALL_VALUES
                && condition.values().stream().noneMatch(value -> takesAll(condition, value));
    }

    /** Whether a condition on a key that is always there narrows; IfExists and ForAllValues change nothing then. */
    static boolean narrowsWhatIsThere(LocatedCondition condition) {
        return NAMING.contains(condition.comparison())
                && condition.values().stream().noneMatch(value -> takesAll(condition, value));
    }

    /** Whether a condition names values, and an absent key does not make it true by IfExists. */
    static boolean isAsked(LocatedCondition condition) {
        return NAMING.contains(condition.comparison()) && !condition.operator().ifExists();
    }

    /** Whether a value of a condition that has wildcards takes whatever there is. */
    static boolean takesAll(LocatedCondition condition, ValueTemplate value) {
        return condition.comparison() == Comparison.STRING_LIKE && isScopedToAll(condition, value);
    }

    /**
     * Whether AWS counts a value as scoped to all: nothing, or wildcards alone and a star among them.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">
     *     Identity-provider controls</a>
     */
    static boolean isScopedToAll(LocatedCondition condition, ValueTemplate value) {
        return value.text().isEmpty()
                || (condition.parts(value).stream().allMatch(Narrowing::isWildcard)
                        && condition.parts(value).stream().anyMatch(AnyRun.class::isInstance));
    }

    static boolean isWildcard(Part part) {
        return part instanceof AnyRun || part instanceof AnyUnit;
    }
}

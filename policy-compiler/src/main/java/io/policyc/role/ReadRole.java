package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy.StatementPlace;
import io.policyc.source.SourceSpan;

/**
 * A role and the places of its file that its policies come from.
 *
 * @param trust of the trust as a whole
 * @param trustConditions for each statement of the trust policy, where its conditions are asked for
 * @param permissions one place a statement
 */
record ReadRole(
        RoleIntent intent,
        SourceSpan trust,
        ImmutableList<ImmutableList<SourceSpan>> trustConditions,
        ImmutableList<StatementPlace> permissions) {

    /** A role that comes from no file: everything stands where its name does. */
    static ReadRole of(RoleIntent intent) {
        SourceSpan place = intent.place();
        return new ReadRole(
                intent,
                place,
                TrustPolicies.conditions(intent.trust()).stream()
                        .map(conditions -> places(conditions, place))
                        .collect(ImmutableList.toImmutableList()),
                intent.permissions().stream()
                        .map(statement -> new StatementPlace(place, places(statement.conditions(), place)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<SourceSpan> places(ImmutableList<?> conditions, SourceSpan place) {
        return conditions.stream().map(condition -> place).collect(ImmutableList.toImmutableList());
    }
}

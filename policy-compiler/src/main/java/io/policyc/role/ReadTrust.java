package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import io.policyc.source.SourceSpan;

/**
 * A trust and the places that it comes from.
 *
 * @param place of the whole trust
 * @param conditions for each statement of the trust policy, where its conditions are asked for
 */
record ReadTrust(Trust trust, SourceSpan place, ImmutableList<ImmutableList<SourceSpan>> conditions) {

    /** Bearers of a token that satisfies all the conditions. */
    static ReadTrust webIdentity(
            IdentityProvider provider, SourceSpan place, ImmutableList<PlacedCondition> conditions) {
        return new ReadTrust(
                new Trust.WebIdentity(provider, ImmutableList.of(conditions(conditions))),
                place,
                ImmutableList.of(places(conditions)));
    }

    static ReadTrust service(
            String service,
            ImmutableList<String> actions,
            SourceSpan place,
            ImmutableList<PlacedCondition> conditions) {
        boolean profile = service.equals("ec2.amazonaws.com");
        return new ReadTrust(
                new Trust.Service(service, actions, conditions(conditions), profile),
                place,
                ImmutableList.of(places(conditions)));
    }

    static ImmutableList<Condition> conditions(ImmutableList<PlacedCondition> placed) {
        return placed.stream().map(PlacedCondition::condition).collect(ImmutableList.toImmutableList());
    }

    static ImmutableList<SourceSpan> places(ImmutableList<PlacedCondition> placed) {
        return placed.stream().map(PlacedCondition::place).collect(ImmutableList.toImmutableList());
    }
}

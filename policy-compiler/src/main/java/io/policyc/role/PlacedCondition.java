package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ValueTemplate;
import io.policyc.source.SourceSpan;

/** A condition of a trust policy and where the role's file asks for it. */
record PlacedCondition(Condition condition, SourceSpan place) {

    /** StringEquals, or with a wildcard in one of the values StringLike, which means the same for the others. */
    static PlacedCondition on(String key, ImmutableList<ClaimText> values, SourceSpan place) {
        boolean wildcard = values.stream().anyMatch(ClaimText::wildcard);
        ImmutableSet<String> texts = values.stream().map(ClaimText::template).collect(ImmutableSet.toImmutableSet());
        return of(wildcard ? Comparison.STRING_LIKE : Comparison.STRING_EQUALS, key, texts.asList(), place);
    }

    static PlacedCondition equal(String key, ImmutableList<String> values, SourceSpan place) {
        return on(key, values.stream().map(ClaimText::literal).collect(ImmutableList.toImmutableList()), place);
    }

    /** One of the ARNs or patterns of them, as they are written. */
    static PlacedCondition arnLike(String key, ImmutableList<String> values, SourceSpan place) {
        return of(Comparison.ARN_LIKE, key, values, place);
    }

    private static PlacedCondition of(
            Comparison comparison, String key, ImmutableList<String> values, SourceSpan place) {
        ImmutableList<ValueTemplate> templates =
                values.stream().map(ValueTemplate::new).collect(ImmutableList.toImmutableList());
        return new PlacedCondition(
                new Condition(ConditionOperator.of(comparison), ConditionKey.of(key), templates), place);
    }
}

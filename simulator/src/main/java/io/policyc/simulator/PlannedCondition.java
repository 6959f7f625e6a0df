package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.RequestContext;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.Optional;

/**
 * A condition made ready: what holds for every operator about absent, unknown and multivalued keys. Each family of
 * operators adds how one value of the request is tested.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">
 *     Multiple keys or values</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Single-valued and multivalued keys</a>
 */
abstract class PlannedCondition {
    private final Condition condition;
    private final Doubts doubts;
    private final Optional<Boolean> declaredMultivalued;

    PlannedCondition(Condition condition, Doubts doubts) {
        this.condition = condition;
        this.doubts = doubts;
        this.declaredMultivalued = ContextKeys.typeOf(condition.key()).map(KeyType::multivalued);
    }

    final Condition condition() {
        return condition;
    }

    final Doubts doubts() {
        return doubts;
    }

    Truth test(RequestContext context) {
        ContextValue value = context.get(condition.key());
        if (value.isUnknown()) {
            return Truth.UNKNOWN;
        }
        return switch (condition.operator().qualifier()) {
            case NONE -> value.isPresent() ? single(value, context) : onMissingKey();
            case FOR_ALL_VALUES -> forAll(value.values(), context);
            case FOR_ANY_VALUE -> forAny(value.values(), context);
        };
    }

    /** How one value of the request fares against all values of the condition, negation included. */
    abstract Truth testValue(String value, RequestContext context);

    /** The keys that are unknown and keep the condition from being decided. */
    ImmutableSet<ConditionKey> unknownKeys(RequestContext context) {
        return context.get(condition.key()).isUnknown() ? ImmutableSet.of(condition.key()) : ImmutableSet.of();
    }

    /** Without the key a positive operator is false, a negated one true, and IfExists true. */
    private Truth onMissingKey() {
        return Truth.of(condition.operator().ifExists()
                || condition.operator().comparison().negated());
    }

    /** An operator without a set qualifier never matches a multivalued key, negated or IfExists as it may be. */
    private Truth single(ContextValue value, RequestContext context) {
        if (declaredMultivalued.orElse(value.list())) {
            return Truth.FALSE;
        }
        return switch (value.values().size()) {
            case 0 -> onMissingKey();
            case 1 -> testValue(value.values().get(0), context);
            default -> Truth.FALSE;
        };
    }

    private Truth forAll(ImmutableList<String> values, RequestContext context) {
        Truth all = Truth.TRUE;
        for (String value : values) {
            all = all.and(testValue(value, context));
        }
        return all;
    }

    /** False on an absent key, with IfExists too: AWS documents both answers, the general rule for ForAnyValue is kept. */
    private Truth forAny(ImmutableList<String> values, RequestContext context) {
        if (values.isEmpty() && condition.operator().ifExists()) {
            return doubts.restingOn(DoubtfulRule.FOR_ANY_VALUE_IF_EXISTS, Truth.FALSE);
        }
        Truth any = Truth.FALSE;
        for (String value : values) {
            any = any.or(testValue(value, context));
        }
        return any;
    }
}

package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.request.RequestContext;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Numeric and the Date operators: values compared as what they are, not as text. A value that is none, on either side,
 * equals nothing and is in no order with anything; so NotEquals matches it (observed at AWS, September 2026).
 */
final class OrderedCondition<T extends Comparable<T>> extends PlannedCondition {
    private final Function<String, Optional<T>> parser;
    private final ImmutableList<T> wanted;
    private final Order order;
    private final boolean negated;
    private final boolean hasFourDigits;
    private final boolean hasBadValueInList;

    /** What the sign of {@code compareTo} has to be. */
    private enum Order {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int sign) {
            return switch (this) {
                case EQUAL -> sign == 0;
                case LESS -> sign < 0;
                case LESS_OR_EQUAL -> sign <= 0;
                case GREATER -> sign > 0;
                case GREATER_OR_EQUAL -> sign >= 0;
            };
        }
    }

    private OrderedCondition(Condition condition, Doubts doubts, Function<String, Optional<T>> parser) {
        super(condition, doubts);
        this.parser = parser;
        this.wanted = condition.values().stream()
                .flatMap(value -> parser.apply(value.text()).stream())
                .collect(ImmutableList.toImmutableList());
        this.hasBadValueInList = condition.values().size() > 1
                && wanted.size() < condition.values().size();
        this.hasFourDigits = condition.values().stream().anyMatch(value -> isDoubtful(value.text()));
        this.negated = condition.operator().comparison().negated();
        this.order = switch (condition.operator().comparison()) {
            case NUMERIC_LESS_THAN, DATE_LESS_THAN -> Order.LESS;
            case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> Order.LESS_OR_EQUAL;
            case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> Order.GREATER;
            case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> Order.GREATER_OR_EQUAL;
            default -> Order.EQUAL;
        };
    }

    static OrderedCondition<BigDecimal> numeric(Condition condition, Doubts doubts) {
        return new OrderedCondition<>(condition, doubts, Numbers::parse);
    }

    static OrderedCondition<Long> date(Condition condition, Doubts doubts) {
        return new OrderedCondition<>(condition, doubts, Dates::parseMillis);
    }

    @Override
    Truth testValue(String value, RequestContext context) {
        Optional<T> actual = parser.apply(value);
        boolean any = false;
        if (actual.isPresent()) {
            for (T one : wanted) {
                any |= order.holds(actual.get().compareTo(one));
            }
        }
        Truth truth = Truth.of(any != negated);
        if (hasBadValueInList) {
            truth = doubts().restingOn(DoubtfulRule.BAD_VALUE_IN_LIST, truth);
        }
        return hasFourDigits || isDoubtful(value) ? doubts().restingOn(DoubtfulRule.FOUR_DIGIT_DATE, truth) : truth;
    }

    private boolean isDoubtful(String value) {
        return condition().operator().comparison().family() == Comparison.Family.DATE && Dates.isFourDigits(value);
    }
}

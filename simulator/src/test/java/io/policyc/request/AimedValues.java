package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.SampleValues;
import io.policyc.policy.ValueTemplate;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws actions, resources and context values that probably match parts of a statement. */
final class AimedValues {
    private final Draw draw;

    AimedValues(Draw draw) {
        this.draw = draw;
    }

    String action(ActionElement element) {
        String pattern = draw.of(element.patterns()).text();
        boolean listed = element.<Boolean>fold(action -> true, notAction -> false);
        if (!listed || pattern.equals("*")) {
            return draw.of(SampleValues.ACTIONS);
        }
        return pattern.replace("*", draw.of("", "Object", "x")).replace('?', 'e');
    }

    String resource(ResourceElement element, Map<ConditionKey, ContextValue> context) {
        ValueTemplate pattern = draw.of(element.patterns());
        boolean listed = element.<Boolean>fold(resource -> true, notResource -> false);
        return listed && !pattern.text().equals("*") ? text(pattern, context) : draw.of(SampleValues.RESOURCES);
    }

    /** A value, or several, that the condition probably holds for. */
    ContextValue at(Condition condition, Map<ConditionKey, ContextValue> context) {
        Comparison comparison = condition.operator().comparison();
        if (comparison == Comparison.NULL) {
            boolean absent = condition.values().get(0).text().equals("true");
            return absent ? ContextValue.ABSENT : ofPool(condition.key());
        }
        if (comparison.negated()) {
            return draw.chance(2) ? ContextValue.ABSENT : ofPool(condition.key());
        }
        List<String> values = new ArrayList<>();
        do {
            values.add(at(condition, comparison, context));
        } while (draw.chance(3));
        boolean set = condition.operator().qualifier() != ConditionOperator.SetQualifier.NONE;
        return shape(condition.key(), values, set);
    }

    private String at(Condition condition, Comparison comparison, Map<ConditionKey, ContextValue> context) {
        return switch (comparison) {
            case NUMERIC_LESS_THAN -> "-1e9";
            case NUMERIC_GREATER_THAN -> "1e30";
            case DATE_LESS_THAN -> "0";
            case DATE_GREATER_THAN -> "2030-06-01T00:00:00Z";
            case IP_ADDRESS, NOT_IP_ADDRESS -> {
                String network = draw.of(condition.values()).text();
                int slash = network.indexOf('/');
                yield slash < 0 ? network : network.substring(0, slash);
            }
            default -> text(draw.of(condition.values()), context);
        };
    }

    /** A value of the pool for a key, in the shape that its type asks for. */
    ContextValue ofPool(ConditionKey key) {
        List<String> values = new ArrayList<>();
        do {
            values.add(
                    draw.chance(12)
                            ? draw.of(SampleValues.MALFORMED)
                            : draw.of(SampleValues.requestValues(key.spelling())));
        } while (draw.chance(2));
        return shape(key, values, false);
    }

    /** What a key says, made a little different. */
    ContextValue changed(ConditionKey key, ContextValue value, TextChanges changes) {
        List<String> values = new ArrayList<>(value.values());
        switch (draw.below(8)) {
            case 0 -> {
                return ContextValue.ABSENT;
            }
            case 1 -> {
                return ContextValue.UNKNOWN;
            }
            case 2 -> {
                return draw.chance(2) ? ContextValue.listOf(ImmutableList.of()) : ContextValue.of("");
            }
            case 3 -> values = List.of(draw.of(SampleValues.MALFORMED));
            case 4 -> values.add(draw.of(SampleValues.requestValues(key.spelling())));
            default -> {
                if (!values.isEmpty()) {
                    int at = draw.below(values.size());
                    values.set(at, changes.change(values.get(at)));
                }
            }
        }
        return values.isEmpty() ? ofPool(key) : shape(key, values, value.list());
    }

    /** A list where the catalogue says that the key is multivalued, mostly; several values of no other declared key. */
    private ContextValue shape(ConditionKey key, List<String> values, boolean preferList) {
        Optional<Boolean> multivalued = ContextKeys.typeOf(key).map(KeyType::multivalued);
        boolean list = multivalued.orElse(preferList ^ draw.chance(8)) ^ draw.chance(25);
        if (!list) {
            return ContextValue.of(values.get(0));
        }
        return ContextValue.listOf(multivalued.orElse(true) ? values : values.subList(0, 1));
    }

    private String text(ValueTemplate template, Map<ConditionKey, ContextValue> context) {
        StringBuilder text = new StringBuilder();
        for (ValueTemplate.Part part : template.parts(PolicyVersion.V2012_10_17)) {
            if (part instanceof ValueTemplate.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof ValueTemplate.AnyRun) {
                text.append(draw.of("", "x", "a/b", "a:b"));
            } else if (part instanceof ValueTemplate.AnyUnit) {
                text.append(draw.of("x", "1", ":"));
            } else if (part instanceof ValueTemplate.Variable variable) {
                ContextValue value = context.getOrDefault(variable.key(), ContextValue.ABSENT);
                text.append(
                        value.values().isEmpty()
                                ? variable.defaultText().orElse("alice")
                                : value.values().get(0));
            }
        }
        return text.toString();
    }
}

package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ValueTemplate.Literal;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.policy.ValueTemplate.Variable;
import io.policyc.request.ContextValue;
import io.policyc.request.RequestContext;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.Optional;

/**
 * Puts context values in the place of policy variables. What is substituted is literal text, whatever it holds.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
 */
final class VariableExpander {
    private VariableExpander() {}

    /**
     * The parts with values in the place of variables; those that are unknown are still in them.
     *
     * @param withWildcards whether a value that was put in has {@code *} or {@code ?} in it
     */
    record Expansion(State state, ImmutableList<Part> parts, boolean withWildcards) {
        enum State {
            RESOLVED,
            /** A variable has no value and no default: the value is null, it matches nothing. */
            UNRESOLVED,
            /** A variable's key is unknown. */
            UNKNOWN
        }
    }

    static ImmutableSet<ConditionKey> variables(ImmutableList<Part> parts) {
        ImmutableSet.Builder<ConditionKey> keys = ImmutableSet.builder();
        for (Part part : parts) {
            if (part instanceof Variable variable) {
                keys.add(variable.key());
            }
        }
        return keys.build();
    }

    static Expansion expand(ImmutableList<Part> parts, RequestContext context) {
        ImmutableList.Builder<Part> expanded = ImmutableList.builder();
        Expansion.State state = Expansion.State.RESOLVED;
        boolean withWildcards = false;
        for (Part part : parts) {
            if (!(part instanceof Variable variable)) {
                expanded.add(part);
                continue;
            }
            ContextValue value = context.get(variable.key());
            if (isUnknown(variable.key(), context)) {
                state = Expansion.State.UNKNOWN;
                expanded.add(part);
                continue;
            }
            Optional<String> text = text(variable, value);
            if (text.isEmpty()) {
                return new Expansion(Expansion.State.UNRESOLVED, ImmutableList.of(), false);
            }
            withWildcards |= text.get().indexOf('*') >= 0 || text.get().indexOf('?') >= 0;
            expanded.add(new Literal(text.get()));
        }
        return new Expansion(state, expanded.build(), withWildcards);
    }

    /** The keys of variables that are unknown in a context. */
    static ImmutableSet<ConditionKey> unknownKeys(ImmutableSet<ConditionKey> variables, RequestContext context) {
        return variables.stream().filter(key -> isUnknown(key, context)).collect(ImmutableSet.toImmutableSet());
    }

    /** A name without a service, as in a placeholder that nobody filled in, is a key that no request carries. */
    private static boolean isUnknown(ConditionKey key, RequestContext context) {
        return context.get(key).isUnknown() && ConditionKey.isValid(key.spelling());
    }

    /**
     * A multivalued key never expands, and its default is not used either (observed at AWS, September 2026). A
     * single-valued key without a value is absent, as in conditions.
     */
    private static Optional<String> text(Variable variable, ContextValue value) {
        if (!value.isPresent()) {
            return variable.defaultText();
        }
        boolean multivalued =
                ContextKeys.typeOf(variable.key()).map(KeyType::multivalued).orElse(value.list());
        if (multivalued || value.values().size() > 1) {
            return Optional.empty();
        }
        return value.values().isEmpty()
                ? variable.defaultText()
                : Optional.of(value.values().get(0));
    }
}

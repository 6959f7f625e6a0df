package io.policyc.simulator;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
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
 * The parts of a policy's value; in the place of its policy variables it puts what a request says. What is substituted is
 * literal text, whatever it holds.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
 */
final class VariableExpander {
    private final ImmutableList<Part> parts;
    private final ImmutableMap<ConditionKey, Declaration> declarations;

    /**
     * What can be told of a variable's key without a request.
     *
     * @param carried whether requests may carry it; a name without a service, as in a placeholder that nobody filled in,
     *     is a key that none does
     * @param multivalued empty if nobody declared it
     */
    private record Declaration(boolean carried, Optional<Boolean> multivalued) {
        static Declaration of(ConditionKey key) {
            return new Declaration(
                    ConditionKey.isValid(key.spelling()),
                    ContextKeys.typeOf(key).map(KeyType::multivalued));
        }
    }

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

    VariableExpander(ImmutableList<Part> parts) {
        this.parts = parts;
        this.declarations = Maps.toMap(variables(parts), Declaration::of);
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

    ImmutableList<Part> parts() {
        return parts;
    }

    boolean hasVariables() {
        return !declarations.isEmpty();
    }

    Expansion expand(RequestContext context) {
        ImmutableList.Builder<Part> expanded = ImmutableList.builderWithExpectedSize(parts.size());
        Expansion.State state = Expansion.State.RESOLVED;
        boolean withWildcards = false;
        for (Part part : parts) {
            if (!(part instanceof Variable variable)) {
                expanded.add(part);
                continue;
            }
            if (isUnknown(variable.key(), context)) {
                state = Expansion.State.UNKNOWN;
                expanded.add(part);
                continue;
            }
            Optional<String> text = text(variable, context.get(variable.key()));
            if (text.isEmpty()) {
                return new Expansion(Expansion.State.UNRESOLVED, ImmutableList.of(), false);
            }
            withWildcards |= text.get().indexOf('*') >= 0 || text.get().indexOf('?') >= 0;
            expanded.add(new Literal(text.get()));
        }
        return new Expansion(state, expanded.build(), withWildcards);
    }

    /** The keys of variables that are unknown in a context. */
    ImmutableSet<ConditionKey> unknownKeys(RequestContext context) {
        return declarations.keySet().stream()
                .filter(key -> isUnknown(key, context))
                .collect(ImmutableSet.toImmutableSet());
    }

    private boolean isUnknown(ConditionKey key, RequestContext context) {
        return context.get(key).isUnknown() && declaration(key).carried();
    }

    private Declaration declaration(ConditionKey key) {
        return requireNonNull(declarations.get(key));
    }

    /**
     * A multivalued key never expands, and its default is not used either (observed at AWS, September 2026). A
     * single-valued key without a value is absent, as in conditions.
     */
    private Optional<String> text(Variable variable, ContextValue value) {
        if (!value.isPresent()) {
            return variable.defaultText();
        }
        if (declaration(variable.key()).multivalued().orElse(value.list())
                || value.values().size() > 1) {
            return Optional.empty();
        }
        return value.values().isEmpty()
                ? variable.defaultText()
                : Optional.of(value.values().get(0));
    }
}

package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.policy.ValueTemplate.Variable;
import io.policyc.request.ContextValue;
import io.policyc.request.RequestContext;
import io.policyc.simulator.VariableExpander.Expansion;
import java.util.Optional;

/**
 * What became of a policy's value in one request.
 *
 * @param parts with values in the place of variables; meaningful if resolved
 * @param remarks on variables that did not simply get a value
 */
record ResolvedValue(Expansion.State state, ImmutableList<Part> parts, ImmutableList<String> remarks) {

    static ResolvedValue of(ValueTemplate value, PolicyVersion version, RequestContext context) {
        ImmutableList<Part> parts = value.parts(version);
        Expansion expansion = new VariableExpander(parts).expand(context);
        ImmutableList.Builder<String> remarks = ImmutableList.builder();
        for (Part part : ImmutableSet.copyOf(parts)) {
            if (part instanceof Variable variable) {
                remark(variable, context).ifPresent(remarks::add);
            }
        }
        return new ResolvedValue(expansion.state(), expansion.parts(), remarks.build());
    }

    boolean isResolved() {
        return state == Expansion.State.RESOLVED;
    }

    /** Whether text that would be a variable is none in a document of this version. */
    static boolean lacksVariables(ValueTemplate value, PolicyVersion version) {
        return !version.hasVariables()
                && !VariableExpander.variables(value.parts(PolicyVersion.V2012_10_17))
                        .isEmpty();
    }

    private static Optional<String> remark(Variable variable, RequestContext context) {
        ContextValue value = context.get(variable.key());
        String key = Excerpt.of(variable.key().spelling());
        return switch (new VariableExpander(ImmutableList.of(variable))
                .expand(context)
                .state()) {
            case UNKNOWN -> Optional.of(key + " is unknown");
            case UNRESOLVED -> Optional.of(key + whyNoValue(variable, value) + ", so the value matches nothing");
            case RESOLVED ->
                value.values().isEmpty()
                        ? Optional.of(key + whyNoValue(variable, value) + ", so the default counts")
                        : Optional.empty();
        };
    }

    private static String whyNoValue(Variable variable, ContextValue value) {
        if (!ConditionKey.isValid(variable.key().spelling())) {
            return " is no context key";
        }
        return value.values().isEmpty() ? " is absent" : " is multivalued";
    }
}

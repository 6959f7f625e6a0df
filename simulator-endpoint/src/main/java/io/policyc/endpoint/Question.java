package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Printable;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RequestContext;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import java.util.EnumSet;
import java.util.stream.Collectors;

/** An action on a resource, put to several types of policies; refuses to answer where that would be a guess. */
record Question(String action, String resource, ImmutableMap<ConditionKey, ContextValue> context) {

    Decision ask(Simulator simulator, Principal principal) {
        return simulator.evaluate(
                new Request(principal, action, ImmutableList.of(resource), RequestContext.of(context)));
    }

    boolean isAllowed(Decision decision) {
        return determined(decision) == Outcome.ALLOWED;
    }

    Outcome determined(Decision decision) {
        return worst(Outcome.ALLOWED, ImmutableList.of(decision));
    }

    /** The most restrictive of all, whatever the keys are that nobody knows. */
    Outcome worst(Outcome atBest, ImmutableList<Decision> decisions) {
        EnumSet<Outcome> possible = EnumSet.of(atBest);
        for (Decision decision : decisions) {
            EnumSet<Outcome> next = EnumSet.noneOf(Outcome.class);
            for (Outcome one : possible) {
                decision.possible().forEach(other -> next.add(Evaluation.worse(one, other)));
            }
            possible = next;
        }
        if (possible.size() > 1) {
            throw undetermined(decisions);
        }
        return possible.iterator().next();
    }

    private ApiError undetermined(ImmutableList<Decision> decisions) {
        ImmutableSet<ConditionKey> keys = decisions.stream()
                .flatMap(decision -> decision.unknownKeys().stream())
                .collect(ImmutableSet.toImmutableSet());
        boolean cannotBeGiven = keys.stream().anyMatch(Request.PLACEHOLDERS::contains);
        String names = keys.stream()
                .map(key -> Request.PLACEHOLDERS.contains(key) ? "the " + key : Printable.quoted(key.spelling()))
                .collect(Collectors.joining(", "));
        return ApiError.invalidInput(
                "the decision on " + Printable.line(action) + " for " + Printable.line(resource)
                        + " depends on " + names
                        + (cannotBeGiven
                                ? ", which a call cannot give"
                                : ", which AWS fills in from an account; this endpoint has none, so give it in ContextEntries"));
    }
}

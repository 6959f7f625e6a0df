package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.policyc.comparison.Answer.Answered;
import io.policyc.comparison.ServiceFailure.Kind;
import io.policyc.expectation.TestedPolicies;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.ContextValue.State;
import io.policyc.request.Request;
import io.policyc.simulator.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a request that is answered in two ways smaller, as long as both answers stay what they are: fewer resources, fewer
 * statements and with them policies and levels, fewer context keys; what is taken out is absent on both sides. Greedy, and
 * in the same order each time.
 */
final class Shrinker {
    /** How often a request is asked about. */
    static final int MOST_CALLS = 60;

    private final SecondOpinion opinion;

    Shrinker(SecondOpinion opinion) {
        this.opinion = opinion;
    }

    SmallestRequest smallest(TestedPolicies policies, Request request, Answered service) {
        Outcome offline = policies.simulator().evaluate(request).outcome();
        Search search = new Search(policies, request, service, offline);
        search.resources();
        search.statements();
        search.context();
        return new SmallestRequest(search.policies, search.request, search.service, search.limit());
    }

    /** The smallest so far. */
    private final class Search {
        private final Outcome offline;
        private TestedPolicies policies;
        private Request request;
        private Answered service;
        private int calls;
        private boolean unrecorded;

        Search(TestedPolicies policies, Request request, Answered service, Outcome offline) {
            this.policies = policies;
            this.request = request;
            this.service = service;
            this.offline = offline;
        }

        Optional<String> limit() {
            if (calls >= MOST_CALLS) {
                return Optional.of("all calls for finding it are used up");
            }
            return unrecorded ? Optional.of("smaller ones are not recorded") : Optional.empty();
        }

        void resources() {
            Elements.fewest(
                    request.resources(),
                    fewer -> !fewer.isEmpty()
                            && take(
                                    policies,
                                    new Request(request.principal(), request.action(), fewer, request.context())));
        }

        void statements() {
            PathStatements path = PathStatements.of(policies, request.principal());
            Elements.fewest(path.statements(), fewer -> take(path.only(fewer), request));
        }

        void context() {
            Request whole = request;
            ImmutableList<ConditionKey> present = whole.context().mentioned().entrySet().stream()
                    .filter(entry -> entry.getValue().state() != State.ABSENT)
                    .map(Map.Entry::getKey)
                    .collect(ImmutableList.toImmutableList());
            Elements.fewest(present, fewer -> {
                Map<ConditionKey, ContextValue> absent = new LinkedHashMap<>();
                present.stream()
                        .filter(key -> !fewer.contains(key))
                        .forEach(key -> absent.put(key, ContextValue.ABSENT));
                return take(policies, whole.with(absent));
            });
        }

        /** Whether a smaller request is answered in the same two ways; if so it is the smallest from now on. */
        private boolean take(TestedPolicies fewerPolicies, Request smaller) {
            if (calls >= MOST_CALLS
                    || fewerPolicies.simulator().evaluate(smaller).outcome() != offline) {
                return false;
            }
            calls++;
            try {
                Answer answer = Iterables.getOnlyElement(opinion.answers(fewerPolicies, ImmutableList.of(smaller)));
                if (!(answer instanceof Answered answered) || answered.outcome() != service.outcome()) {
                    return false;
                }
                policies = fewerPolicies;
                request = smaller;
                service = answered;
                return true;
            } catch (ServiceFailure failure) {
                if (failure.kind() != Kind.NOT_RECORDED) {
                    throw failure;
                }
                unrecorded = true;
                return false;
            }
        }
    }
}

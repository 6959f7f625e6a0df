package io.policyc.cli;

import com.google.common.collect.ImmutableSet;
import io.policyc.expectation.TestedPolicies;
import io.policyc.finding.Finding;
import io.policyc.request.Request;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.simulator.Reliance;
import io.policyc.simulator.Simulator;
import io.policyc.simulator.SimulatorFindings;
import java.util.Optional;

/**
 * Policies made ready, and the search for doubtful rules where it is asked for.
 *
 * @param reliance empty if no rule is doubted
 */
record Judge(Simulator simulator, Optional<Reliance> reliance) {
    static Judge of(TestedPolicies policies, ImmutableSet<DoubtfulRule> doubted) {
        return new Judge(
                policies.simulator(),
                doubted.isEmpty() ? Optional.empty() : Optional.of(new Reliance(policies::simulator, doubted)));
    }

    /** The doubtful rules that the decision on a request rests on. */
    ImmutableSet<DoubtfulRule> restsOn(Request request) {
        return reliance.map(found -> found.of(request)).orElse(ImmutableSet.of());
    }

    /**
     * What is to be said of a decision that rests on doubtful rules.
     *
     * @param id of the request, if it has one
     */
    static Optional<Finding> finding(Optional<String> id, ImmutableSet<DoubtfulRule> restsOn) {
        return Reliance.words(restsOn)
                .map(words -> id.map(text -> text + ": ").orElse("") + words)
                .map(words -> Finding.withoutPlace(SimulatorFindings.DOUBTFUL_RULE, words)
                        .withHelp("`policyc help decision.doubtful-rule` tells more"));
    }
}

package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.simulator.DecidingStatement;
import io.policyc.simulator.Outcome;
import java.util.Optional;

/**
 * What is answered about an action on a resource, or on all of a call's resources together.
 *
 * @param matched the statements that decided, without those of SCPs
 * @param missing keys that were asked for and not given, as they are spelled
 * @param byOrganizations whether the SCPs allow it; empty if there are none
 * @param byBoundary whether the boundary allows it; empty if there is none
 * @param details across accounts what each type of policy says; empty otherwise
 */
record Evaluation(
        String resource,
        Outcome outcome,
        ImmutableList<DecidingStatement> matched,
        ImmutableList<String> missing,
        Optional<Boolean> byOrganizations,
        Optional<Boolean> byBoundary,
        ImmutableMap<String, Outcome> details) {

    /** Of several resources the most restrictive decision; keys that are missing for a resource are said of it alone. */
    static Evaluation summary(ImmutableList<Evaluation> resources) {
        Evaluation first = resources.get(0);
        boolean single = resources.size() == 1;
        Outcome outcome = resources.stream().map(Evaluation::outcome).reduce(Outcome.ALLOWED, Evaluation::worse);
        return new Evaluation(
                single ? first.resource : "*",
                outcome,
                resources.stream()
                        .filter(one -> one.outcome == outcome)
                        .flatMap(one -> one.matched.stream())
                        .distinct()
                        .collect(ImmutableList.toImmutableList()),
                single && first.resource.equals("*") ? first.missing : ImmutableList.of(),
                all(resources.stream()
                        .flatMap(one -> one.byOrganizations.stream())
                        .collect(ImmutableList.toImmutableList())),
                all(resources.stream()
                        .flatMap(one -> one.byBoundary.stream())
                        .collect(ImmutableList.toImmutableList())),
                single ? first.details : ImmutableMap.of());
    }

    private static Optional<Boolean> all(ImmutableList<Boolean> each) {
        return each.isEmpty() ? Optional.empty() : Optional.of(!each.contains(false));
    }

    /** The more restrictive one: explicit deny, then implicit deny, then allowed. */
    static Outcome worse(Outcome one, Outcome other) {
        if (one == Outcome.EXPLICIT_DENY || other == Outcome.EXPLICIT_DENY) {
            return Outcome.EXPLICIT_DENY;
        }
        return one == Outcome.ALLOWED ? other : one;
    }
}

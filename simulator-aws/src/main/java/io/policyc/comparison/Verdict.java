package io.policyc.comparison;

import io.policyc.comparison.Answer.Answered;
import io.policyc.simulator.Decision;
import java.util.Optional;

/** How the answer of a service compares with the offline decision. */
public sealed interface Verdict {

    /**
     * The same outcome.
     *
     * @param filledIn whether what the test leaves open was filled in to ask
     */
    record Agrees(Decision offline, Answered service, boolean filledIn) implements Verdict {}

    /**
     * Another outcome.
     *
     * @param filledIn whether what the test leaves open was filled in to ask
     * @param known the entry that says so and why
     * @param smallest a smaller request that is answered in the same two ways; empty if none was looked for
     */
    record Disagrees(
            Decision offline,
            Answered service,
            boolean filledIn,
            Optional<KnownDisagreement> known,
            Optional<SmallestRequest> smallest)
            implements Verdict {}

    /** The service was not asked, or it decides what is open. */
    record Incomparable(NotComparable reason) implements Verdict {}

    /**
     * A recording does not have the call.
     *
     * @param message in one line
     */
    record NotRecorded(String message) implements Verdict {}

    /** The test is not run. */
    record Skipped(String reason) implements Verdict {}
}

package io.policyc.comparison;

import io.policyc.comparison.ServiceReport.CaseVerdict;
import io.policyc.expectation.ExpectationCase;
import io.policyc.expectation.Expected;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.Outcome;
import java.util.Optional;

/**
 * A test judged by the service alone.
 *
 * @param note why it failed or was not judged
 */
public record JudgedCase(ExpectationCase test, Status status, Optional<String> note) {
    /** What became of a test. */
    public enum Status {
        PASSED("passed"),
        FAILED("failed"),
        NOT_COMPARABLE("not-comparable"),
        NOT_RECORDED("not-recorded"),
        SKIPPED("skipped");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** The word in reports. */
        public String word() {
            return word;
        }
    }

    /** Judges a case by what the service says of it. What it was not asked is never passed. */
    public static JudgedCase of(CaseVerdict verdict) {
        ExpectationCase test = verdict.offline().test();
        if (verdict.verdict() instanceof Verdict.Skipped skipped) {
            return new JudgedCase(test, Status.SKIPPED, Optional.of(skipped.reason()));
        }
        if (verdict.verdict() instanceof Verdict.NotRecorded missing) {
            return new JudgedCase(test, Status.NOT_RECORDED, Optional.of(missing.message()));
        }
        if (verdict.verdict() instanceof Verdict.Incomparable incomparable) {
            return new JudgedCase(
                    test,
                    Status.NOT_COMPARABLE,
                    Optional.of(incomparable.reason().reason()));
        }
        if (test.expected() == Expected.UNDETERMINED) {
            return new JudgedCase(test, Status.NOT_COMPARABLE, Optional.of("the service leaves no request open"));
        }
        Outcome outcome = verdict.service().orElseThrow();
        return test.expected().isMet(outcome)
                ? new JudgedCase(test, Status.PASSED, Optional.empty())
                : new JudgedCase(
                        test,
                        Status.FAILED,
                        Optional.of("expected " + test.expected().word() + ", the service answers "
                                + DecisionPrinter.word(outcome)));
    }
}

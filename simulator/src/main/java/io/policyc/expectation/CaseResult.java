package io.policyc.expectation;

import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Explanation;
import io.policyc.simulator.Simulator;
import java.util.Optional;
import java.util.function.Function;

/** What became of a case. */
public sealed interface CaseResult {

    /** What became of a case in one word, which the JSON report has in lower case. */
    enum Status {
        PASSED,
        FAILED,
        /** The test leaves a key open on which the answer depends. */
        ERROR,
        SKIPPED
    }

    /** The case that was run or skipped. */
    ExpectationCase test();

    default Status status() {
        return fold(
                passed -> Status.PASSED,
                failed -> failed.id().equals(TestFindings.OPEN_KEY) ? Status.ERROR : Status.FAILED,
                skipped -> Status.SKIPPED);
    }

    <R> R fold(
            Function<? super Passed, R> passed,
            Function<? super Failed, R> failed,
            Function<? super Skipped, R> skipped);

    /**
     * The decision is the expected one.
     *
     * @param note what a reader should know beside that, such as an exemption
     */
    record Passed(ExpectationCase test, Decision decision, Optional<String> note) implements CaseResult {
        @Override
        public <R> R fold(
                Function<? super Passed, R> passed,
                Function<? super Failed, R> failed,
                Function<? super Skipped, R> skipped) {
            return passed.apply(this);
        }
    }

    /**
     * The decision is another one, or has another reason, or depends on what the test leaves open.
     *
     * @param id what kind of failure it is
     * @param message expected against got, in one line
     * @param help what to do where that is known
     * @param simulator what made the decision
     */
    record Failed(
            ExpectationCase test,
            FindingId id,
            Decision decision,
            String message,
            Optional<String> help,
            Simulator simulator)
            implements CaseResult {

        /** Explains the decision; made anew each time, since of many failures few are looked at. */
        public Explanation explanation() {
            return simulator.explain(test.request());
        }

        /** The failure as a finding at the place of the test. */
        public Finding finding() {
            Finding finding = Finding.of(id, test.place(), test.name() + ": " + message);
            return help.map(finding::withHelp).orElse(finding);
        }

        @Override
        public <R> R fold(
                Function<? super Passed, R> passed,
                Function<? super Failed, R> failed,
                Function<? super Skipped, R> skipped) {
            return failed.apply(this);
        }
    }

    /** The case was not run. */
    record Skipped(ExpectationCase test, String reason) implements CaseResult {
        @Override
        public <R> R fold(
                Function<? super Passed, R> passed,
                Function<? super Failed, R> failed,
                Function<? super Skipped, R> skipped) {
            return skipped.apply(this);
        }
    }
}

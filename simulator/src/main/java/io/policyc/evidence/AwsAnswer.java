package io.policyc.evidence;

import io.policyc.finding.Printable;
import java.util.Optional;

/**
 * What AWS answered to a request.
 *
 * @param errorCode as the event has it; empty if there is none
 * @param denial how it was denied; empty unless it was
 */
public record AwsAnswer(Outcome outcome, Optional<String> errorCode, Optional<Denial> denial) {
    public static final AwsAnswer ALLOWED = new AwsAnswer(Outcome.ALLOWED, Optional.empty(), Optional.empty());

    /** What became of the request. */
    public enum Outcome {
        /** AWS carried it out, so no policy stopped it. */
        ALLOWED,
        /** A policy stopped it, or none allowed it. */
        DENIED,
        /** It failed for another reason, and whether policies were asked before is not known. */
        FAILED
    }

    public static AwsAnswer denied(Optional<String> errorCode, Denial denial) {
        return new AwsAnswer(Outcome.DENIED, errorCode, Optional.of(denial));
    }

    /** The answer as the end of a sentence that starts with AWS. */
    public String words() {
        return switch (outcome) {
            case ALLOWED -> "let this call through";
            case DENIED ->
                "denied this" + Printable.line(denial.map(Denial::words).orElse(""));
            case FAILED -> "answered " + Printable.quoted(errorCode.orElse("an error"));
        };
    }
}

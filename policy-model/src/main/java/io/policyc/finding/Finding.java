package io.policyc.finding;

import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * One thing said to a user.
 *
 * @param message one line, lower-case start, no final period, the user's own text in backticks
 * @param span where; empty only for what has no text, such as a missing file
 * @param help what to do next, apart from what is wrong
 */
public record Finding(FindingId id, String message, Optional<SourceSpan> span, Optional<String> help) {

    public static Finding of(FindingId id, SourceSpan span, String message) {
        return new Finding(id, message, Optional.of(span), Optional.empty());
    }

    public static Finding withoutPlace(FindingId id, String message) {
        return new Finding(id, message, Optional.empty(), Optional.empty());
    }

    public Finding withHelp(String text) {
        return new Finding(id, message, span, Optional.of(text));
    }

    public Severity severity() {
        return id.severity();
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }
}

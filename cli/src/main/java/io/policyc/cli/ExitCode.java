package io.policyc.cli;

/** What the command's exit code says; of several the first in this order counts. */
enum ExitCode {
    /** Our fault or AWS's. */
    FAULT(3),
    /** Bad usage, or input that cannot be read. */
    BAD_INPUT(2),
    /** The answer is no: a test failed, a finding at the {@code --fail-on} level, a stale build. */
    NO(1),
    /** Undetermined. */
    CANNOT_TELL(4),
    OK(0);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The one that counts of two. */
    ExitCode or(ExitCode other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

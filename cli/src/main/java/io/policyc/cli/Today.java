package io.policyc.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The day on which a command judges; the only place where it matters which day it is. */
final class Today {
    private Today() {}

    /** The day that was asked for, else today in UTC, as AWS counts. */
    static LocalDate or(Optional<LocalDate> asked) {
        return asked.orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    }
}

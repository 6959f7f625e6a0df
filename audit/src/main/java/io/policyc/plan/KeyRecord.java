package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What earlier plans saw of a key, and when.
 *
 * @param seen the day of the first plan that knew it
 * @param roles those that were used in its place, in the order of their names; empty before
 * @param dualRun since when all of them were used; empty before
 * @param disabled the day of the first plan that saw it inactive; empty while it is active
 * @param back the day of the latest plan that saw it active after it had been inactive: somebody missed it
 * @param gone the day of the first plan that did not see it any more
 */
public record KeyRecord(
        LocalDate seen,
        ImmutableList<String> roles,
        Optional<LocalDate> dualRun,
        Optional<LocalDate> disabled,
        Optional<LocalDate> back,
        Optional<LocalDate> gone) {

    public KeyRecord {
        if (roles.isEmpty() == dualRun.isPresent()) {
            throw new IllegalArgumentException("a dual run has roles, and roles a dual run");
        }
    }

    static KeyRecord of(LocalDate seen) {
        return new KeyRecord(
                seen, ImmutableList.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    KeyRecord running(ImmutableList<String> beside, LocalDate since) {
        return new KeyRecord(seen, beside, Optional.of(since), disabled, back, gone);
    }

    /** Inactive on a day. */
    KeyRecord disabledOn(LocalDate day) {
        return new KeyRecord(seen, roles, dualRun, disabled.or(() -> Optional.of(day)), back, gone);
    }

    /** Active on a day. */
    KeyRecord activeOn(LocalDate day) {
        return disabled.isEmpty()
                ? this
                : new KeyRecord(seen, roles, dualRun, Optional.empty(), Optional.of(day), gone);
    }

    KeyRecord goneOn(Optional<LocalDate> day) {
        return new KeyRecord(seen, roles, dualRun, disabled, back, day);
    }

    Stream<LocalDate> days() {
        return Stream.of(Optional.of(seen), dualRun, disabled, back, gone).flatMap(Optional::stream);
    }
}

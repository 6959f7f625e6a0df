package io.policyc.register;

import static java.time.temporal.ChronoUnit.DAYS;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be done about exceptions on a day: those that are over, those that soon will be, those that nobody owns.
 *
 * @param day in UTC, as AWS ends exceptions
 * @param within how many days are soon
 */
public record ExceptionReview(LocalDate day, int within) {
    /** A month is time enough to renew an exception or to do without it. */
    public static final int SOON = 30;

    public ExceptionReview {
        if (within < 0) {
            throw new IllegalArgumentException("fewer days than none: " + within);
        }
    }

    /** The findings, each at the first line of its exception. */
    public ImmutableList<Finding> of(ExceptionRegister register) {
        Findings findings = new Findings();
        for (RegisteredException exception : register.exceptions()) {
            exception.until().flatMap(until -> end(exception, until)).ifPresent(findings::add);
            boolean byParameter = exception.entry().byParameter();
            if (exception.owner().isEmpty()) {
                findings.add(Finding.of(
                                ExceptionFindings.WITHOUT_OWNER,
                                exception.place(),
                                "nobody answers for the exception for " + Printable.quoted(exception.who()))
                        .withHelp(
                                byParameter
                                        ? "name who answers for the parameters: `owner: security@example.com` beside `guardrail`"
                                        : "name a person or team: `owner: security@example.com`"));
            }
        }
        return findings.toList();
    }

    private Optional<Finding> end(RegisteredException exception, LocalDate until) {
        String who = "the exception for " + Printable.quoted(exception.who());
        long left = DAYS.between(day, until);
        if (left <= 0) {
            return Optional.of(Finding.of(
                            ExceptionFindings.EXPIRED,
                            exception.place(),
                            who + " ended at the start of " + until + ", "
                                    + (left == 0 ? "today" : days(-left) + " ago"))
                    .withHelp("remove the entry; AWS no longer spares anybody for it"));
        }
        return left > within
                ? Optional.empty()
                : Optional.of(Finding.of(
                                ExceptionFindings.EXPIRES_SOON,
                                exception.place(),
                                who + " ends at the start of " + until + ", in " + days(left))
                        .withHelp(exception
                                .owner()
                                .map(owner ->
                                        "ask " + Printable.quoted(owner) + " to do without it, or agree on a later day")
                                .orElse("do without it, or agree on a later day")));
    }

    private static String days(long count) {
        return count + (count == 1 ? " day" : " days");
    }
}

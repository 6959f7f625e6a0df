package io.policyc.credential;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.simulator.Truth;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A date of a credential report, or the word in its place,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html.
 */
record ReportValue(Kind kind, Optional<Instant> date) {
    /** What the report says. */
    enum Kind {
        DATE,
        /** {@code N/A}. */
        NONE,
        /** {@code no_information}: not since AWS keeps record. */
        NEVER,
        /** {@code not_supported}, an empty cell, or no such column. */
        UNKNOWN
    }

    private static final int LONGEST_DATE = "2026-09-11T13:14:52.000000+00:00".length();

    static ReportValue read(CsvRow row, String column, Findings findings) {
        String text = row.cell(column).orElse("");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "n/a" -> of(Kind.NONE);
            case "no_information" -> of(Kind.NEVER);
            case "not_supported", "" -> of(Kind.UNKNOWN);
            default -> {
                Optional<Instant> date = instant(text);
                if (date.isEmpty()) {
                    findings.add(
                            ReportFindings.INVALID_VALUE,
                            row.span(column),
                            "`" + column + "` is " + Printable.quoted(text) + ", which is no date",
                            "a date looks like 2026-09-11T13:14:52+00:00; N/A, no_information and not_supported are"
                                    + " read too");
                }
                yield new ReportValue(date.isPresent() ? Kind.DATE : Kind.UNKNOWN, date);
            }
        };
    }

    private static ReportValue of(Kind kind) {
        return new ReportValue(kind, Optional.empty());
    }

    /** A moment in either form that AWS writes, {@code …Z} or {@code …+00:00}, of a year with four digits. */
    static Optional<Instant> instant(String text) {
        if (text.length() > LONGEST_DATE || text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A cell that is {@code true} or {@code false}, in the letter case of the page or of real reports. */
    static Truth truth(CsvRow row, String column, Findings findings) {
        String text = row.cell(column).orElse("");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Truth.TRUE;
            case "false" -> Truth.FALSE;
            case "", "n/a", "not_supported", "no_information" -> Truth.UNKNOWN;
            default -> {
                findings.add(
                        ReportFindings.INVALID_VALUE,
                        row.span(column),
                        "`" + column + "` is " + Printable.quoted(text) + ", not true or false");
                yield Truth.UNKNOWN;
            }
        };
    }
}

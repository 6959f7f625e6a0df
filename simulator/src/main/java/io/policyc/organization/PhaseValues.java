package io.policyc.organization;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.Fields;
import io.policyc.node.ScalarNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The days and numbers of days of a phase. */
final class PhaseValues {
    /** Two weeks see what is done once a week or fortnight. */
    static final int QUIET = 14;

    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,2}d");

    private final Findings findings;

    PhaseValues(Findings findings) {
        this.findings = findings;
    }

    Optional<LocalDate> day(Fields fields, String key) {
        Optional<ScalarNode> written = fields.scalar(key);
        return written.flatMap(node -> {
            Optional<LocalDate> day = day(node.text());
            if (day.isEmpty()) {
                findings.add(
                        OrganizationFindings.INVALID_VALUE,
                        node.span(),
                        "`" + key + "` is a date, not " + Printable.quoted(node.text()),
                        "write it as 2027-03-31");
            }
            return day;
        });
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.length() == "0000-00-00".length() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How long the gate wants quiet. */
    int quiet(Fields phase) {
        Optional<Fields> gate =
                phase.object("gate").map(node -> new Fields(node, findings, OrganizationFindings.WRONG_TYPE));
        Optional<ScalarNode> quiet = gate.flatMap(fields -> fields.scalar("quiet"));
        gate.ifPresent(fields -> fields.reportUnknown(OrganizationFindings.UNKNOWN_KEY, "key"));
        if (quiet.isEmpty()) {
            return QUIET;
        }
        String text = quiet.get().text();
        if (!DAYS.matcher(text).matches()) {
            findings.add(
                    OrganizationFindings.INVALID_VALUE,
                    quiet.get().span(),
                    "`quiet` is a number of days, not " + Printable.quoted(text),
                    "write it as 14d; 1d to 999d");
            return QUIET;
        }
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }
}

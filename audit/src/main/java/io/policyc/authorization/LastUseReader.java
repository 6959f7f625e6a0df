package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.JsonStream;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads when a role was last used: an empty object if it was not within 400 days.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html">RoleLastUsed</a>
 */
final class LastUseReader {
    private final JsonStream stream;
    private final Findings findings;
    private final Kept kept;
    private LastUse lastUse = new LastUse.Unknown();
    private Optional<Instant> date = Optional.empty();
    private Optional<String> region = Optional.empty();

    LastUseReader(JsonStream stream, Findings findings, Kept kept) {
        this.stream = stream;
        this.findings = findings;
        this.kept = kept;
    }

    void read() throws IOException {
        boolean object = stream.members(ImmutableMap.of(
                "LastUsedDate",
                this::date,
                "Region",
                () -> region = stream.string().map(kept::once)));
        if (date.isPresent()) {
            lastUse = new LastUse.Used(date.get(), Optional.empty(), region);
        } else if (object && region.isEmpty()) {
            lastUse = new LastUse.Never();
        }
    }

    private void date() throws IOException {
        SourceSpan place = stream.place();
        Optional<String> text = stream.string();
        date = text.flatMap(LastUseReader::instant);
        if (text.isPresent() && date.isEmpty()) {
            findings.add(
                    AuthorizationFindings.INVALID_VALUE,
                    place,
                    Printable.quoted(text.get()) + " is not a date",
                    "such as 2026-03-01T12:30:00+00:00");
        }
    }

    /** The AWS CLI writes {@code 2026-03-01T12:30:00+00:00} or {@code …Z}, Python's own text has a blank instead of the T. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(text.replaceFirst("(?<=^.{10}) ", "T")).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    LastUse lastUse() {
        return lastUse;
    }
}

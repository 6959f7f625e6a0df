package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.credential.Owner.Status;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import io.policyc.policy.Arn;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an owners file: CSV with the columns {@code arn}, {@code owner}, {@code status} and, if known, {@code email}. */
public final class OwnersReader {
    private static final ImmutableList<String> REQUIRED = ImmutableList.of("arn", "owner", "status");
    private static final ImmutableList<String> STATUSES = ImmutableList.of("active", "departed");
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Findings findings = new Findings();
    private final Map<String, Owner> byArn = new LinkedHashMap<>();
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    /** An owner of many users is held once. */
    private final Map<Owner, Owner> owners = new LinkedHashMap<>();

    private OwnersReader() {}

    public static Checked<Owners> read(Path file, String name) {
        return new OwnersReader().checked(file, name);
    }

    private Checked<Owners> checked(Path file, String name) {
        Optional<String> refusal = refusal(file);
        if (refusal.isPresent()) {
            return Checked.failed(
                    Finding.withoutPlace(SourceFindings.UNREADABLE, Printable.quoted(name) + " " + refusal.get()));
        }
        try (CsvRecords records = new CsvRecords(name, Files.newInputStream(file))) {
            if (Files.size(file) > MOST_BYTES) {
                return Checked.failed(Finding.withoutPlace(
                        SourceFindings.TOO_LARGE,
                        Printable.quoted(name) + " is larger than " + MOST_BYTES / (1024 * 1024) + " MiB"));
            }
            CsvTable table = new CsvTable(records, findings);
            Optional<SourceText> header = records.next(findings);
            Optional<CsvColumns> columns = header.flatMap(found -> table.columns(found, REQUIRED));
            if (columns.isPresent()) {
                table.rows(columns.get(), row -> row.ifPresent(this::owner));
            } else if (!findings.hasErrors()) {
                findings.add(Finding.withoutPlace(SourceFindings.EMPTY, Printable.quoted(name) + " is empty")
                        .withHelp("its first row is arn,owner,email,status"));
            }
        } catch (IOException e) {
            findings.add(Finding.withoutPlace(
                    SourceFindings.UNREADABLE, Printable.quoted(name) + " cannot be read: " + SourceFiles.reason(e)));
        }
        return findings.hasErrors()
                ? findings.withoutValue()
                : findings.with(new Owners(true, ImmutableMap.copyOf(byArn), ImmutableMap.copyOf(statuses)));
    }

    private static Optional<String> refusal(Path file) {
        if (Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(Files.exists(file) ? "is not a regular file" : "does not exist");
    }

    private void owner(CsvRow row) {
        String arn = row.cell("arn").orElse("");
        String name = row.cell("owner").orElse("");
        Optional<String> email = row.cell("email").filter(text -> !text.isEmpty());
        int errors = findings.errorCount();
        if (!isUser(arn)) {
            invalid(row, "arn", "is not the ARN of a user: " + Printable.quoted(arn), List.of());
        }
        if (name.isEmpty()) {
            invalid(row, "owner", "is empty", List.of());
        }
        String status = row.cell("status").orElse("").toLowerCase(Locale.ROOT);
        if (!STATUSES.contains(status)) {
            invalid(row, "status", "is " + Printable.quoted(status), STATUSES);
        }
        if (findings.errorCount() > errors) {
            return;
        }
        Status found = status.equals("departed") ? Status.DEPARTED : Status.ACTIVE;
        Owner owner = new Owner(name, email, Owner.Source.FILE, found);
        owners.putIfAbsent(owner, owner);
        if (byArn.putIfAbsent(arn, owners.getOrDefault(owner, owner)) != null) {
            findings.add(
                    ReportFindings.OWNERS_DUPLICATE,
                    row.span("arn"),
                    "a second owner of " + Printable.quoted(arn),
                    "who answers for it? One row a user");
        }
        statuses.merge(Owners.key(name), found, OwnersReader::both);
        email.ifPresent(address -> statuses.merge(Owners.key(address), found, OwnersReader::both));
    }

    private static Status both(Status one, Status other) {
        return one == other ? one : Status.UNKNOWN;
    }

    private static boolean isUser(String text) {
        return Arn.parse(text)
                .filter(arn -> arn.service().equals("iam") && Arn.isAccountId(arn.account()))
                .filter(arn -> arn.resource().equals("root") || arn.resource().startsWith("user/"))
                .isPresent();
    }

    private void invalid(CsvRow row, String column, String what, List<String> known) {
        String message = "`" + column + "` " + what;
        if (known.isEmpty()) {
            findings.add(ReportFindings.OWNERS_INVALID_VALUE, row.span(column), message);
        } else {
            findings.add(
                    ReportFindings.OWNERS_INVALID_VALUE,
                    row.span(column),
                    message,
                    Suggestions.help(row.cell(column).orElse(""), known));
        }
    }
}

package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The users of credential reports, one after the other; what is wrong with rows and with reports is found on the way. */
final class ReportRows {
    private static final ImmutableList<String> REQUIRED = ImmutableList.of("user", "arn");

    /** IAM allows 5,000 users in an account, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html. */
    private static final int MOST_ROWS = 500_000;

    /** A longer ARN is remembered by its hash. */
    private static final int LONGEST_REMEMBERED = 100;

    private final AuditRules rules;
    private final Findings findings;
    private final Consumer<ReportedUser> each;
    private final Set<String> accounts = new HashSet<>();
    private long rows;
    private long badRows;

    ReportRows(AuditRules rules, Findings findings, Consumer<ReportedUser> each) {
        this.rules = rules;
        this.findings = findings;
        this.each = each;
    }

    void read(CredentialReport report) {
        int errors = findings.errorCount();
        try (CsvRecords records = new CsvRecords(report.name(), Files.newInputStream(report.file()))) {
            Optional<SourceText> header = records.next(findings);
            long before = rows;
            if (header.isPresent()) {
                rows(header.get(), new CsvTable(records, findings));
            }
            if (rows == before && findings.errorCount() == errors) {
                findings.add(Finding.withoutPlace(
                                ReportFindings.NOT_A_REPORT,
                                Printable.quoted(report.name()) + " has no row with a user")
                        .withHelp("the report of an account has at least the row of its root user"));
            }
        } catch (IOException e) {
            findings.add(Finding.withoutPlace(
                    SourceFindings.UNREADABLE,
                    Printable.quoted(report.name()) + " cannot be read: " + SourceFiles.reason(e)));
        }
    }

    private void rows(SourceText header, CsvTable table) throws IOException {
        Optional<Finding> answer = NotReady.in(header.text(), header.start());
        if (answer.isPresent()) {
            findings.add(answer.get());
            return;
        }
        Optional<CsvColumns> columns = table.columns(header, REQUIRED);
        if (columns.isPresent()) {
            table.rows(columns.get(), new OneReport()::row);
        }
    }

    /** How many rows are bad: of many, not each is in the findings. */
    void end() {
        if (badRows > 0) {
            findings.add(Finding.withoutPlace(
                    ReportFindings.BAD_ROWS,
                    badRows + " of " + rows + (rows == 1 ? " row" : " rows") + " cannot be read"));
        }
    }

    /** What rows have to do with each other. */
    private final class OneReport {
        private final Set<String> arns = new HashSet<>();
        private Optional<String> account = Optional.empty();
        private boolean otherAccount;
        private int read;

        void row(Optional<CsvRow> row) {
            rows++;
            read++;
            if (read > MOST_ROWS) {
                tooMany(row);
                return;
            }
            Optional<ReportedUser> user = row.flatMap(found -> ReportedUserReader.read(found, rules, findings))
                    .filter(this::isNew)
                    .filter(this::isOfTheAccount);
            user.ifPresentOrElse(each, () -> badRows++);
        }

        private boolean isNew(ReportedUser user) {
            String arn = user.arn();
            boolean added = arns.add(
                    arn.length() <= LONGEST_REMEMBERED
                            ? arn
                            : Hashing.sha256()
                                    .hashString(arn, StandardCharsets.UTF_8)
                                    .toString());
            if (!added) {
                findings.add(ReportFindings.DUPLICATE_USER, user.place(), "a second row of " + Printable.quoted(arn));
            }
            return added;
        }

        private boolean isOfTheAccount(ReportedUser user) {
            if (account.isEmpty()) {
                account = Optional.of(user.account());
                if (!accounts.add(user.account())) {
                    findings.add(
                            ReportFindings.DUPLICATE_ACCOUNT,
                            user.place(),
                            "account " + user.account() + " has another report already",
                            "give one report for each account, the latest");
                }
            }
            boolean same = account.get().equals(user.account());
            if (!same && !otherAccount) {
                otherAccount = true;
                findings.add(
                        ReportFindings.SEVERAL_ACCOUNTS,
                        user.place(),
                        "a user of account " + user.account() + " in the report of account " + account.get(),
                        "AWS makes a report for each account; give each in a file of its own");
            }
            return same;
        }

        private void tooMany(Optional<CsvRow> row) {
            badRows++;
            if (read == MOST_ROWS + 1) {
                row.ifPresent(found -> findings.add(
                        SourceFindings.TOO_LARGE,
                        found.span(),
                        "the report has more than " + MOST_ROWS + " users",
                        "an account has at most a few thousand; is it the report of one account?"));
            }
        }
    }
}

package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.AuthorizationDetails;
import io.policyc.authorization.AuthorizationDetailsReader;
import io.policyc.credential.AuditRules;
import io.policyc.credential.CredentialAudit;
import io.policyc.credential.CredentialReport;
import io.policyc.credential.Owners;
import io.policyc.credential.OwnersReader;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.node.SourceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say what is audited and by which rules. */
final class AuditOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--credential-report",
            paramLabel = "FILE|DIR|-",
            description = "A credential report, as CSV or as the AWS CLI prints it; or a folder of them, one for each"
                    + " account. May be repeated.")
    List<Path> reports = new ArrayList<>();

    @Option(
            names = "--authorization-details",
            paramLabel = "FILE|DIR|-",
            description = "What `aws iam get-account-authorization-details` prints, or a folder of such files: for who"
                    + " is an administrator, and for tags. May be repeated.")
    List<Path> details = new ArrayList<>();

    @Option(
            names = "--owners",
            paramLabel = "FILE",
            description = "Who answers for which user: CSV with arn,owner,email,status (active or departed).")
    Optional<Path> owners = Optional.empty();

    @Option(
            names = "--owner-tag",
            paramLabel = "KEY",
            defaultValue = AuditRules.OWNER_TAG,
            description = "The tag of a user that names the owner, in any letter case. Default: owner.")
    String ownerTag = AuditRules.OWNER_TAG;

    @Option(
            names = "--max-age",
            paramLabel = "DAYS",
            defaultValue = "" + AuditRules.MAX_AGE,
            description = "A key that is more days old is a finding. Default: 90.")
    int maxAge = AuditRules.MAX_AGE;

    @Option(
            names = "--unused",
            paramLabel = "DAYS",
            defaultValue = "" + AuditRules.UNUSED,
            description = "What was not used for more days is a finding. Default: 90.")
    int unused = AuditRules.UNUSED;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day by which is judged, such as 2027-03-31. Default: the day that the reports say"
                    + " they were made on, else today in UTC.")
    Optional<LocalDate> asOf = Optional.empty();

    private Owners known = Owners.NONE;
    private AuthorizationDetails authorized = AuthorizationDetails.NONE;

    /** Files made for this run. */
    private final List<CredentialReport> opened = new ArrayList<>();

    /** The audit, or all that is wrong with what it would read. {@link #close} afterwards. */
    Checked<CredentialAudit> open(GlobalOptions options, Terminal terminal) {
        if (reports.isEmpty()) {
            throw new UsageException("give a credential report with --credential-report FILE|DIR|-");
        }
        return openAny(options, terminal);
    }

    /** The same, for a command that says something without a report as well. */
    Checked<CredentialAudit> openAny(GlobalOptions options, Terminal terminal) {
        check();
        Findings findings = new Findings();
        for (Path report : reports) {
            findings.take(open(report, options, terminal)).ifPresent(opened::addAll);
        }
        known = owners.flatMap(file -> findings.take(OwnersReader.read(options.resolve(file), file.toString())))
                .orElse(Owners.NONE);
        authorized = details(options, terminal).flatMap(findings::take).orElse(AuthorizationDetails.NONE);
        try (RowProgress progress = new RowProgress(terminal)) {
            // Mistakes in the reports are told beside those in the other files.
            Optional<CredentialAudit> audit =
                    findings.take(CredentialAudit.of(opened, known, authorized, rules(), progress::next));
            return findings.hasErrors() || audit.isEmpty() ? findings.withoutValue() : findings.with(audit.get());
        }
    }

    /** The owners file, once it was opened. */
    Owners known() {
        return known;
    }

    /** The authorization details, once they were opened. */
    AuthorizationDetails authorized() {
        return authorized;
    }

    private void check() {
        if (Stream.concat(reports.stream(), details.stream())
                        .filter(AuditOptions::isStandardInput)
                        .count()
                > 1) {
            throw new UsageException("standard input can be read once only");
        }
        if (maxAge < 0) {
            throw new UsageException("--max-age: `" + maxAge + "` is not a number of days");
        }
        if (unused < 0) {
            throw new UsageException("--unused: `" + unused + "` is not a number of days");
        }
        if (ownerTag.isBlank()) {
            throw new UsageException("--owner-tag: the key of the tag is empty");
        }
    }

    private static Checked<ImmutableList<CredentialReport>> open(
            Path report, GlobalOptions options, Terminal terminal) {
        return isStandardInput(report)
                ? CredentialReport.spool(terminal.in(), "standard input").map(ImmutableList::of)
                : CredentialReport.open(options.resolve(report), report.toString());
    }

    private Optional<Checked<AuthorizationDetails>> details(GlobalOptions options, Terminal terminal) {
        if (details.isEmpty()) {
            return Optional.empty();
        }
        AuthorizationDetailsReader reader = new AuthorizationDetailsReader();
        for (Path path : details) {
            if (isStandardInput(path)) {
                try {
                    reader.add(terminal.in(), "standard input");
                } catch (IOException e) {
                    throw new UncheckedIOException("standard input cannot be read: " + SourceFiles.reason(e), e);
                }
            } else {
                reader.add(options.resolve(path), path.toString());
            }
        }
        return Optional.of(reader.details());
    }

    private static boolean isStandardInput(Path report) {
        return report.toString().equals(STANDARD_INPUT);
    }

    AuditRules rules() {
        return new AuditRules(Today.or(asOf.or(this::generated)), maxAge, unused, ownerTag);
    }

    /** The latest day of the reports, if each has one. */
    private Optional<LocalDate> generated() {
        return opened.stream().allMatch(report -> report.generated().isPresent())
                ? opened.stream()
                        .flatMap(report -> report.generated().stream())
                        .max(Comparator.<Instant>naturalOrder())
                        .map(moment -> moment.atOffset(ZoneOffset.UTC).toLocalDate())
                : Optional.empty();
    }

    /** Deletes files that were made for this run. */
    void close() throws IOException {
        for (CredentialReport report : opened) {
            report.close();
        }
    }
}

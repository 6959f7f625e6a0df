package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteStreams;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A credential report as CSV in a file, where it can be read again and again. {@link #close} deletes the file if it was
 * made for this purpose.
 *
 * @param name under which the user knows it
 * @param generated when AWS made it, if that was said beside it
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential reports</a>
 */
public record CredentialReport(String name, Path file, Optional<Instant> generated, boolean temporary)
        implements Closeable {
    /** More than a hundred million users. */
    private static final long MOST_SPOOLED = 1L << 34;

    /** The report in a file, or those in a folder: its files of CSV, and of JSON as AWS answers. */
    public static Checked<ImmutableList<CredentialReport>> open(Path path, String name) {
        if (!Files.isDirectory(path)) {
            return file(path, name).map(ImmutableList::of);
        }
        Findings findings = new Findings();
        ImmutableList.Builder<CredentialReport> reports = ImmutableList.builder();
        try {
            ImmutableList<Path> entries = entries(path);
            for (Path entry : entries) {
                findings.take(file(
                                entry,
                                Path.of(name).resolve(entry.getFileName()).toString()))
                        .ifPresent(reports::add);
            }
            if (entries.isEmpty()) {
                findings.add(Finding.withoutPlace(
                                ReportFindings.NOT_A_REPORT,
                                "there is no credential report in the folder " + Printable.quoted(name))
                        .withHelp("they are *.csv, or *.json as `aws iam get-credential-report` prints it"));
            }
        } catch (IOException e) {
            findings.add(unreadable(name, e));
        }
        return findings.with(reports.build());
    }

    private static ImmutableList<Path> entries(Path folder) throws IOException {
        ImmutableList.Builder<Path> entries = ImmutableList.builder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (name.endsWith(".csv") || (name.endsWith(".json") && ReportJson.isAnswer(file))) {
                    entries.add(file);
                }
            }
        }
        return entries.build();
    }

    private static Checked<CredentialReport> file(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            String why = Files.exists(file) ? " is not a regular file" : " does not exist";
            return Checked.failed(Finding.withoutPlace(SourceFindings.UNREADABLE, Printable.quoted(name) + why)
                    .withHelp("- reads standard input"));
        }
        try {
            return ReportJson.isJson(file)
                    ? ReportJson.read(file, name)
                    : Checked.of(new CredentialReport(name, file, Optional.empty(), false));
        } catch (IOException e) {
            return Checked.failed(unreadable(name, e));
        }
    }

    /** The report that a stream holds. */
    public static Checked<CredentialReport> spool(InputStream in, String name) {
        try {
            CredentialReport spooled =
                    new CredentialReport(name, Files.createTempFile("policyc", ".csv"), Optional.empty(), true);
            boolean kept = false;
            try {
                try (OutputStream out = Files.newOutputStream(spooled.file)) {
                    ByteStreams.limit(in, MOST_SPOOLED).transferTo(out);
                }
                kept = !ReportJson.isJson(spooled.file);
                return kept ? Checked.of(spooled) : ReportJson.read(spooled.file, name);
            } finally {
                if (!kept) {
                    spooled.close();
                }
            }
        } catch (IOException e) {
            return Checked.failed(unreadable(name, e));
        }
    }

    private static Finding unreadable(String name, IOException e) {
        return Finding.withoutPlace(
                SourceFindings.UNREADABLE, Printable.quoted(name) + " cannot be read: " + SourceFiles.reason(e));
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }
}

package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.cli.GlobalOptions.Format;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.SourceFiles;
import io.policyc.workspace.AtomicFiles;
import io.policyc.workspace.WorkspaceFindings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Files that a report is written to, beside what is printed. */
final class ReportOptions {
    /** The forms of a report of tests. */
    static final ImmutableSet<Format> FORMATS =
            ImmutableSet.of(Format.text, Format.json, Format.junit, Format.github, Format.markdown);

    private static final Pattern SOURCE = Pattern.compile("(?i)\\.ya?ml$");

    @Option(
            names = "--report",
            paramLabel = "FORM=FILE",
            description = "Write the report to a file too, as text, json, junit, github or markdown. May be repeated.")
    List<String> given = new ArrayList<>();

    /** A file, and what it shall hold. */
    private record ReportFile(Format format, Path file) {}

    /** Refuses what cannot be meant, before any test is run. */
    void check(GlobalOptions options) {
        files(options);
    }

    /** Writes the files, each whole or not at all. */
    ImmutableList<Finding> write(Function<Format, String> texts, GlobalOptions options) {
        Findings findings = new Findings();
        for (ReportFile report : files(options)) {
            Path path = options.resolve(report.file());
            try {
                // A link stays one.
                Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
                Files.createDirectories(file.getParent());
                AtomicFiles.write(file, texts.apply(report.format()).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                findings.add(Finding.withoutPlace(
                        WorkspaceFindings.CANNOT_WRITE,
                        "cannot write to `" + report.file() + "`: " + SourceFiles.reason(e)));
            }
        }
        return ImmutableList.copyOf(findings.toList());
    }

    private ImmutableList<ReportFile> files(GlobalOptions options) {
        Set<Path> seen = new HashSet<>();
        ImmutableList.Builder<ReportFile> files = ImmutableList.builder();
        for (String pair : given) {
            ReportFile report = file(pair);
            Path path = options.resolve(report.file());
            if (!seen.add(real(path))) {
                throw new UsageException("--report: `" + report.file() + "` would be written twice");
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                String what = Files.isDirectory(path) ? "a folder" : "no ordinary file";
                throw new UsageException("--report: `" + report.file() + "` is " + what);
            }
            if (isSource(path)) {
                throw new UsageException("--report: `" + report.file() + "` is a source, and no report is YAML");
            }
            files.add(report);
        }
        return files.build();
    }

    /** Whether an intent, a test or a file of settings stands there, which nobody means to write over. */
    static boolean isSource(Path path) {
        return SOURCE.matcher(real(path).toString()).find() && Files.exists(path);
    }

    /** The path without links, by which the same file is known again. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static ReportFile file(String pair) {
        int equals = pair.indexOf('=');
        String form = equals < 0 ? pair : pair.substring(0, equals);
        Format format = FORMATS.stream()
                .filter(known -> known.name().equals(form))
                .findFirst()
                .orElseThrow(() -> new UsageException("--report: `" + form + "` is no form of a report; known: "
                        + FORMATS.stream().map(Enum::name).collect(Collectors.joining(", "))));
        if (equals < 0 || equals == pair.length() - 1) {
            throw new UsageException("--report takes FORM=FILE, such as junit=report.xml, not `" + pair + "`");
        }
        try {
            return new ReportFile(format, Path.of(pair.substring(equals + 1)));
        } catch (InvalidPathException e) {
            throw new UsageException(
                    "--report: `" + pair.substring(equals + 1) + "` cannot be the name of a file" + UsageErrors.LOCALE);
        }
    }
}

package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.io.Resources;
import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.finding.Printable;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A report as the XML that build servers show beside a change: a suite for each file, a case for each test, and no times, which
 * are different in each run. It keeps to what both readers document,
 * https://docs.gitlab.com/ci/testing/unit_test_reports/ and https://plugins.jenkins.io/junit/.
 */
public final class JunitReport {
    private final XmlText xml = new XmlText();
    private final UnaryOperator<String> paths;

    private JunitReport(UnaryOperator<String> paths) {
        this.paths = paths;
    }

    /**
     * The report.
     *
     * @param paths from the name of a file to its path in the repository that the server knows
     */
    public static String of(ExpectationReport report, UnaryOperator<String> paths) {
        JunitReport junit = new JunitReport(paths);
        junit.suites(ReportCounts.of(report.results()), () -> report.files().forEach(junit::write));
        return junit.xml.toString();
    }

    /** What kept tests from being run, each error as the case of its place. */
    public static String ofFindings(List<Finding> findings, UnaryOperator<String> paths) {
        JunitReport junit = new JunitReport(paths);
        ImmutableListMultimap<String, Finding> files =
                Multimaps.index(findings.stream().filter(Finding::isError).toList(), JunitReport::file);
        junit.suites(
                new ReportCounts(files.size(), 0, files.size(), 0),
                () -> files.asMap().forEach(junit::write));
        return junit.xml.toString();
    }

    /** The XML Schema of these reports. */
    public static String schema() {
        try {
            return Resources.toString(Resources.getResource(JunitReport.class, "junit.xsd"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void suites(ReportCounts counts, Runnable content) {
        xml.element("testsuites", () -> {
            xml.attribute("name", "policyc test");
            write(counts);
            content.run();
        });
    }

    private void write(FileReport file) {
        xml.element("testsuite", () -> {
            xml.attribute("name", file.file().name());
            write(ReportCounts.of(file.results()));
            file.results().forEach(this::write);
        });
    }

    private void write(ReportCounts counts) {
        xml.attribute("tests", counts.tests());
        xml.attribute("failures", counts.failures());
        xml.attribute("errors", counts.errors());
        xml.attribute("skipped", counts.skipped());
    }

    private void write(CaseResult result) {
        xml.element("testcase", () -> {
            xml.attribute("name", result.test().name());
            place(Optional.of(result.test().place()));
            if (result instanceof CaseResult.Failed failure) {
                String kind = failure.status() == CaseResult.Status.ERROR ? "error" : "failure";
                problem(kind, failure.id().name(), failure.message(), FailureText.plain(failure));
            } else if (result instanceof CaseResult.Skipped skipped) {
                // Jenkins reads the attribute, GitLab the text.
                xml.element("skipped", () -> {
                    xml.attribute("message", skipped.reason());
                    xml.text(skipped.reason());
                });
            }
        });
    }

    private void write(String file, Collection<Finding> findings) {
        xml.element("testsuite", () -> {
            xml.attribute("name", file);
            write(new ReportCounts(findings.size(), 0, findings.size(), 0));
            findings.forEach(this::write);
        });
    }

    private void write(Finding finding) {
        xml.element("testcase", () -> {
            String where = finding.span()
                    .map(span -> " in line " + span.line() + ", column " + span.column())
                    .orElse("");
            xml.attribute("name", finding.id().name() + where);
            place(finding.span());
            problem(
                    "error",
                    finding.id().name(),
                    finding.message(),
                    FindingPrinter.plain().print(ImmutableList.of(finding)));
        });
    }

    private void place(Optional<SourceSpan> place) {
        xml.attribute(
                "classname", place.map(span -> className(span.source().name())).orElse("policyc"));
        place.ifPresent(span -> {
            xml.attribute("file", paths.apply(span.source().name()));
            xml.attribute("line", span.line());
        });
    }

    private void problem(String kind, String id, String message, String text) {
        xml.element(kind, () -> {
            xml.attribute("type", id);
            xml.attribute("message", message);
            xml.text(text);
        });
    }

    private static String file(Finding finding) {
        return finding.span().map(span -> span.source().name()).orElse("policyc");
    }

    /** The file as a class in its package, which is how Jenkins takes names with dots. */
    static String className(String file) {
        String bare = file.replaceFirst("(\\.test)?\\.(yaml|yml|json)$", "").replace('\\', '/');
        String name = bare.replace('.', '_').replaceAll("^/+", "").replace('/', '.');
        return name.isEmpty() ? "policyc" : Printable.escaped(name);
    }
}

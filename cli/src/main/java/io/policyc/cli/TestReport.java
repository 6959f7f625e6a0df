package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.cli.GlobalOptions.Format;
import io.policyc.expectation.ExpectationReport;
import io.policyc.expectation.ExpectationReportPrinter;
import io.policyc.expectation.GithubReport;
import io.policyc.expectation.JunitReport;
import io.policyc.expectation.MarkdownReport;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.finding.GithubAnnotation;
import io.policyc.finding.GithubLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What {@code policyc test} says: printed in one form, and in the files of {@code --report}. */
record TestReport(GlobalOptions options, Terminal terminal, ReportOptions files) {
    private static final String NOTHING_RUN = "no test was run\n";

    /** What became of the tests, and findings that kept none from being run. */
    ExitCode print(ExpectationReport report, Optional<Exercised> exercised, List<Finding> findings, double seconds) {
        List<Finding> shown = options.quiet ? List.of() : findings;
        if (options.format == Format.text) {
            terminal.printFindings(shown, options.colour);
            ExpectationReportPrinter printer = printer(terminal.colours(options.colour));
            print(printer, report, exercised, terminal.out()::print);
            terminal.out().println(String.format(Locale.ROOT, "; %.2f s", seconds));
            terminal.out().flush();
        } else {
            if (options.format == Format.junit || options.format == Format.markdown) {
                terminal.printFindings(shown, options.colour);
            }
            terminal.out().print(text(options.format, report, exercised, shown));
        }
        tooLittle(exercised)
                .filter(finding -> options.format != Format.github)
                .ifPresent(finding -> terminal.printFindings(List.of(finding), options.colour));
        return write(files.write(format -> text(format, report, exercised, shown), options));
    }

    private static Optional<Finding> tooLittle(Optional<Exercised> exercised) {
        return exercised.flatMap(Exercised::tooLittle);
    }

    /** Without the last line break. */
    private static void print(
            ExpectationReportPrinter printer,
            ExpectationReport report,
            Optional<Exercised> exercised,
            Consumer<String> out) {
        printer.print(report, out);
        exercised.map(Exercised::section).orElse(ImmutableList.of()).forEach(line -> out.accept(line + "\n"));
        out.accept(report.summary() + exercised.map(Exercised::summary).orElse(""));
    }

    private String text(ExpectationReport report, Optional<Exercised> exercised) {
        StringBuilder out = new StringBuilder();
        print(printer(false), report, exercised, out::append);
        return out.append('\n').toString();
    }

    /** Says why no test was run. */
    ExitCode refuse(List<Finding> findings) {
        if (options.format == Format.text) {
            terminal.printFindings(findings, options.colour);
            terminal.err().print(NOTHING_RUN);
        } else {
            terminal.out().print(text(options.format, findings));
        }
        return write(files.write(format -> text(format, findings), options)).or(ExitCode.BAD_INPUT);
    }

    private ExitCode write(List<Finding> unwritten) {
        terminal.printFindings(unwritten, options.colour);
        return unwritten.isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    /** The report in a form, the same in every run. */
    private String text(
            Format format, ExpectationReport report, Optional<Exercised> exercised, List<Finding> findings) {
        return switch (format) {
            case text -> text(report, exercised);
            case json -> printer(false).json(report, out -> exercised.ifPresent(found -> found.write(out)));
            case junit -> JunitReport.of(report, paths());
            case github -> github(report, exercised, findings);
            case markdown ->
                MarkdownReport.of(
                        report,
                        exercised.flatMap(Exercised::tooLittle).isEmpty(),
                        exercised.map(Exercised::markdown).orElse(""));
            case csv, sarif -> throw new IllegalStateException("refused before");
        };
    }

    private String text(Format format, List<Finding> findings) {
        return switch (format) {
            case text -> FindingPrinter.plain().print(findings) + NOTHING_RUN;
            case json -> FindingsJson.text(findings);
            case junit -> JunitReport.ofFindings(findings, paths());
            case github -> github(findings);
            case markdown -> MarkdownReport.ofFindings(findings);
            case csv, sarif -> throw new IllegalStateException("refused before");
        };
    }

    private String github(ExpectationReport report, Optional<Exercised> exercised, List<Finding> given) {
        List<Finding> findings =
                Stream.concat(given.stream(), tooLittle(exercised).stream()).toList();
        ImmutableList<GithubAnnotation> annotations = ImmutableList.<GithubAnnotation>builder()
                .addAll(GithubReport.annotations(report))
                .addAll(findings.stream().map(GithubAnnotation::of).toList())
                .build();
        String log = FindingPrinter.plain().print(findings) + text(report, exercised);
        return new GithubLog(paths()).print(annotations, log);
    }

    private String github(List<Finding> findings) {
        return new GithubLog(paths())
                .print(
                        findings.stream().map(GithubAnnotation::of).toList(),
                        FindingPrinter.plain().print(findings) + NOTHING_RUN);
    }

    private ExpectationReportPrinter printer(boolean colours) {
        ExpectationReportPrinter printer =
                colours ? ExpectationReportPrinter.coloured() : ExpectationReportPrinter.plain();
        return options.verbose ? printer.explainingAll() : printer;
    }

    private RepositoryPaths paths() {
        return RepositoryPaths.of(terminal.environment(), options);
    }
}

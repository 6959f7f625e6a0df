package io.policyc.cli;

import io.policyc.finding.Finding;
import io.policyc.finding.FindingPrinter;
import io.policyc.finding.GithubAnnotation;
import io.policyc.finding.GithubLog;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Where a command reads and writes: results go to standard output, findings and progress to standard error.
 *
 * @param interactive whether a person looks at it
 */
record Terminal(
        InputStream in, PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment) {

    /** Whether to colour: as asked, else on a terminal unless NO_COLOR is set (https://no-color.org). */
    boolean colours(GlobalOptions.Colour asked) {
        return switch (asked) {
            case always -> true;
            case never -> false;
            case auto ->
                interactive
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        };
    }

    /** Says why there is no result: the findings, in the form that was asked for. */
    void refuse(List<Finding> findings, GlobalOptions options) {
        if (options.format == GlobalOptions.Format.json) {
            out.print(FindingsJson.text(findings));
        } else {
            printFindings(findings, options.colour);
        }
    }

    /** Findings as annotations of GitHub, and the log for whoever opens it. */
    void annotate(List<Finding> findings, String log, GlobalOptions options) {
        annotate(findings.stream().map(GithubAnnotation::of).toList(), log, RepositoryPaths.of(environment, options));
    }

    void annotate(List<GithubAnnotation> annotations, String log, RepositoryPaths paths) {
        out.print(new GithubLog(paths).print(annotations, log));
        out.flush();
    }

    void printFindings(List<Finding> findings, GlobalOptions.Colour colour) {
        FindingPrinter printer = colours(colour) ? FindingPrinter.coloured() : FindingPrinter.plain();
        out.flush();
        err.print(printer.print(findings));
        err.flush();
    }
}

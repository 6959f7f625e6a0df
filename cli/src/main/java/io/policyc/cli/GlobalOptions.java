package io.policyc.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {
    /** When to colour. */
    enum Colour {
        auto,
        always,
        never
    }

    /** The level of findings from which on the answer is no. */
    enum FailOn {
        error,
        warning
    }

    /** The form of results; see {@link FormatChoice}. */
    enum Format {
        text,
        json,
        junit,
        github,
        markdown,
        csv,
        sarif
    }

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Print this help.")
    boolean help;

    @Option(
            names = "--format",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Form of the result: text, json, and where a command says so junit, github, markdown, csv,"
                    + " sarif. Default: text.")
    Format format = Format.text;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES}. Default: auto, that is on a terminal unless NO_COLOR is set.")
    Colour colour = Colour.auto;

    @Option(
            names = "--fail-on",
            scope = ScopeType.INHERIT,
            paramLabel = "LEVEL",
            defaultValue = "error",
            description = "Exit code 1 from this level of findings on: ${COMPLETION-CANDIDATES}. Default: error.")
    FailOn failOn = FailOn.error;

    @Option(names = "-C", scope = ScopeType.INHERIT, paramLabel = "DIR", description = "Work as if started in DIR.")
    Path directory = Path.of("");

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print only results and errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print more; with an internal error also the stack trace.")
    boolean verbose;

    /** A path of the user's, seen from the directory of {@code -C}. */
    Path resolve(Path path) {
        return directory.resolve(path);
    }
}

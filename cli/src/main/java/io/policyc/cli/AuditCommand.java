package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.cli.GlobalOptions.Format;
import io.policyc.credential.AuditFigures;
import io.policyc.credential.AuditPrinter;
import io.policyc.credential.Baseline;
import io.policyc.credential.CredentialAudit;
import io.policyc.credential.CredentialFindings;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Severity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policyc audit}. */
@Command(
        name = "audit",
        header = "List the long-lived credentials of accounts, and why they should not be there.",
        description = {
            "",
            "Reads the credential reports of IAM, and who may do what. What they do not tell is unknown, never no.",
            "`policyc help FINDING-ID` explains a finding.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aws iam get-credential-report | policyc audit --credential-report -",
            "  policyc audit --credential-report reports/ --owners owners.csv    one report for each account",
            "  policyc audit --credential-report report.csv --format json > before.json",
            "  policyc audit --credential-report report.csv --baseline before.json --format markdown"
        })
final class AuditCommand implements Callable<Integer>, FormatChoice {
    private final GlobalOptions options;
    private final Terminal terminal;

    @Mixin
    AuditOptions audited = new AuditOptions();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "What `policyc audit --format json` printed earlier: text, json and markdown then show each"
                    + " figure before and after.")
    Optional<Path> baseline = Optional.empty();

    AuditCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public ImmutableSet<Format> formats() {
        return ImmutableSet.of(Format.text, Format.json, Format.csv, Format.sarif, Format.markdown);
    }

    @Override
    public Integer call() throws IOException {
        if (baseline.isPresent() && (options.format == Format.csv || options.format == Format.sarif)) {
            throw new UsageException("--baseline: --format " + options.format + " has no figures to compare");
        }
        try {
            return audit().number();
        } catch (UncheckedIOException e) {
            terminal.out().flush();
            terminal.err().println("policyc: " + Printable.escaped(String.valueOf(e.getMessage())));
            return ExitCode.BAD_INPUT.number();
        } finally {
            audited.close();
        }
    }

    private ExitCode audit() {
        Findings findings = new Findings();
        Optional<CredentialAudit> audit = findings.take(audited.open(options, terminal));
        Optional<Baseline> before = baseline.flatMap(
                file -> findings.take(Baseline.read(options.resolve(file), file.toString(), audited.rules())));
        if (audit.isEmpty() || findings.hasErrors()) {
            terminal.refuse(findings.toList(), options);
            return ExitCode.BAD_INPUT;
        }
        ImmutableList<Finding> warnings = options.quiet ? ImmutableList.of() : findings.toList();
        terminal.printFindings(warnings, options.colour);
        PrintWriter out =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8)));
        print(new AuditPrinter(audit.get(), before, out));
        out.flush();
        return exitCode(audit.get().figures());
    }

    private void print(AuditPrinter printer) {
        switch (options.format) {
            case text -> printer.text(!options.quiet);
            case json -> printer.json();
            case csv -> printer.csv();
            case sarif -> printer.sarif();
            case markdown -> printer.markdown();
            case junit, github -> throw new IllegalStateException("refused before");
        }
    }

    private ExitCode exitCode(AuditFigures figures) {
        Severity level = options.failOn == GlobalOptions.FailOn.warning ? Severity.WARNING : Severity.ERROR;
        boolean reached = CredentialFindings.ALL.stream()
                .anyMatch(id ->
                        id.severity().compareTo(level) >= 0 && figures.of(id).count() > 0);
        return reached ? ExitCode.NO : ExitCode.OK;
    }
}

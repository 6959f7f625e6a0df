package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.cli.GlobalOptions.Format;
import io.policyc.credential.CredentialAudit;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.SourceFiles;
import io.policyc.organization.Organization;
import io.policyc.plan.EvidenceDay;
import io.policyc.plan.Plan;
import io.policyc.plan.PlanEvidence;
import io.policyc.plan.PlanJson;
import io.policyc.plan.PlanMarkdown;
import io.policyc.plan.PlanSettings;
import io.policyc.plan.PlanState;
import io.policyc.plan.PlanStateReader;
import io.policyc.plan.PlanText;
import io.policyc.plan.Planner;
import io.policyc.plan.Replay;
import io.policyc.plan.ReplayReader;
import io.policyc.role.CompiledRole;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policyc plan}. */
@Command(
        name = "plan",
        header = "Say what to do next about each access key and each phase, with the evidence and the commands.",
        description = {
            "",
            "Reads the roles and phases of a repository and what is known of the accounts; keeps what it saw, and",
            "when, in plan.state.json of the repository. The commands are printed, never run.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc plan --credential-report report.csv --authorization-details details.json",
            "  policyc plan --credential-report reports/ --owners owners.csv --format markdown > issue.md",
            "  policyc plan --replay replay.json            phases alone: does the gate hold?",
            "  policyc plan --credential-report report.csv --check     in CI: is plan.state.json up to date?"
        })
final class PlanCommand implements Callable<Integer>, FormatChoice {
    private final GlobalOptions options;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "A repository. Default: the current directory.")
    Path argument = Path.of(".");

    @Mixin
    AuditOptions audited = new AuditOptions();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Which calls the policies deny in the logs of some days: JSON, see `policyc schema replay`.")
    Optional<Path> replay = Optional.empty();

    @Option(
            names = "--dual-run",
            paramLabel = "DAYS",
            defaultValue = "14",
            description = "A key is disabled after so many days without use while its role is used. Default: 14.")
    int dualRun = PlanSettings.DEFAULT.dualRun();

    @Option(
            names = "--silence",
            paramLabel = "DAYS",
            defaultValue = "7",
            description = "A disabled key is deleted after so many days. Default: 7.")
    int silence = PlanSettings.DEFAULT.silence();

    @Option(names = "--check", description = "Write nothing; exit code 1 if plan.state.json would change.")
    boolean check;

    PlanCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public ImmutableSet<Format> formats() {
        return ImmutableSet.of(Format.text, Format.json, Format.markdown);
    }

    @Override
    public Integer call() throws IOException {
        if (dualRun < 1 || silence < 1) {
            throw new UsageException(
                    (dualRun < 1 ? "--dual-run: `" + dualRun : "--silence: `" + silence) + "` is not a number of days");
        }
        Target target = Target.of(argument, options);
        if (target.file().isPresent()) {
            throw new UsageException("`" + argument + "` is one file of a repository; a plan is for all of it");
        }
        try {
            return plan(target.workspace()).number();
        } finally {
            audited.close();
        }
    }

    private ExitCode plan(WorkspaceFiles files) throws IOException {
        Findings findings = new Findings();
        StateFile file = StateFile.of(files);
        Optional<Workspace> workspace = findings.take(Workspace.open(files));
        Optional<PlanState> state = findings.take(PlanStateReader.read(file.path(), file.name()));
        Optional<Replay> replayed = replay.flatMap(path -> findings.take(
                SourceFiles.read(options.resolve(path), path.toString()).then(ReplayReader::read)));
        Optional<CredentialAudit> audit = findings.take(audited.openAny(options, terminal));
        LocalDate day = audited.rules().asOf();
        Optional<PlanEvidence> evidence = workspace.map(found -> evidence(found, replayed));
        if (evidence.isPresent() && state.isPresent()) {
            findings.addAll(EvidenceDay.check(day, evidence.get(), state.get()));
        }
        if (findings.hasErrors() || evidence.isEmpty() || state.isEmpty() || audit.isEmpty()) {
            terminal.refuse(findings.toList(), options);
            return ExitCode.BAD_INPUT;
        }
        PlanSettings settings = new PlanSettings(dualRun, silence, audited.unused);
        Planner planner = new Planner(day, settings, evidence.get(), state.get());
        audit.get().forEachUser(planner::add);
        Plan plan = planner.plan();
        boolean changed = !plan.state().equals(state.get());
        Optional<Finding> unwritten = changed && !check ? file.write(plan.state()) : Optional.empty();
        if (unwritten.isPresent()) {
            terminal.refuse(ImmutableList.of(unwritten.get()), options);
            return ExitCode.BAD_INPUT;
        }
        print(plan, workspace.flatMap(Workspace::organization));
        return exitCode(changed, file, findings);
    }

    private PlanEvidence evidence(Workspace workspace, Optional<Replay> replayed) {
        return new PlanEvidence(
                workspace.roles().stream().map(CompiledRole::intent).collect(ImmutableList.toImmutableList()),
                workspace.organization().map(Organization::phases).orElse(ImmutableList.of()),
                audited.authorized(),
                audited.known(),
                replayed);
    }

    private void print(Plan plan, Optional<Organization> organization) {
        Map<String, String> names = new LinkedHashMap<>();
        organization.ifPresent(found -> found.accountIds().forEach((name, id) -> names.putIfAbsent(id, name)));
        ImmutableMap<String, String> accounts = ImmutableMap.copyOf(names);
        PrintWriter out =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8)));
        switch (options.format) {
            case text -> PlanText.print(plan, accounts, out::print);
            case markdown -> PlanMarkdown.print(plan, accounts, out::print);
            case json -> {
                PlanJson.print(plan, out);
                out.print('\n');
            }
            case junit, github, csv, sarif -> throw new IllegalStateException("refused before");
        }
        out.flush();
    }

    /** What is doubtful about policies and roles is for `check` to say, unless it changes the exit code. */
    private ExitCode exitCode(boolean changed, StateFile file, Findings findings) {
        ExitCode level = FailLevel.exitCode(findings.toList(), options.failOn);
        if (options.verbose || level != ExitCode.OK) {
            terminal.printFindings(findings.toList(), options.colour);
        }
        if (check && changed && !options.quiet) {
            terminal.err()
                    .println("note: `" + file.name() + "` would change; `policyc plan` without --check writes it");
        }
        return (check && changed ? ExitCode.NO : ExitCode.OK).or(level);
    }
}

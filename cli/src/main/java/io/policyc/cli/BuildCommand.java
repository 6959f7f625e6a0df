package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.cli.BuildReport.FileReport;
import io.policyc.compiler.CompiledDocument;
import io.policyc.deploy.Output;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.SourceFiles;
import io.policyc.register.ExceptionRegister;
import io.policyc.register.ExceptionRegisterPrinter;
import io.policyc.workspace.DistFolder;
import io.policyc.workspace.DistFolder.FileState;
import io.policyc.workspace.DistFolder.State;
import io.policyc.workspace.Distribution;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFiles;
import io.policyc.workspace.WorkspaceFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policyc build}. */
@Command(
        name = "build",
        header = "Compile the intents and roles of a repository to policies in dist/.",
        description = {
            "",
            "For each policy, NAME.json is for review and NAME.min.json is what AWS is given; manifest.json",
            "says which line of an intent each statement comes from. Nothing is written if anything is wrong.",
            "A policy that is larger than AWS takes is packed, into NAME-1, NAME-2 and so on if need be.",
            "For each role, roles/ACCOUNT/NAME.trust.json says who may assume it, and NAME.permissions.json",
            "what it may do.",
            "What an earlier build wrote and is no longer built is removed; other files are left alone.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc build                                      the repository in the current directory",
            "  policyc build --check                              in CI: is dist/ what the intents say?",
            "  policyc build --check --format github              the same as annotations of GitHub",
            "  policyc build --emit terraform                     dist/policyc.tf.json too, to attach them",
            "  policyc build --stdout intents/keys.policy.yaml    one policy, minified, to a pipe",
            "  policyc build --list-exceptions --format csv       the register of exceptions"
        })
final class BuildCommand implements Callable<Integer>, FormatChoice {
    /** The forms of the register of exceptions. */
    private static final ImmutableSet<GlobalOptions.Format> REGISTER = ImmutableSet.of(
            GlobalOptions.Format.text,
            GlobalOptions.Format.json,
            GlobalOptions.Format.markdown,
            GlobalOptions.Format.csv);

    private final GlobalOptions options;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            defaultValue = ".",
            description = "A repository, or one intent or role. Default: the current directory.")
    Path argument = Path.of(".");

    @Option(
            names = "--check",
            description = "Write nothing; exit code 1 and a list if dist/ is not what would be built.")
    boolean check;

    @Option(names = "--stdout", description = "Write no files; print the minified SCP of the one policy.")
    boolean stdout;

    @Option(
            names = "--emit",
            paramLabel = "FORM",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; several with commas. Default: scp, which the other two come with:"
                    + " dist/cloudformation.json, dist/policyc.tf.json, with targets from organization.yaml; and the same in"
                    + " dist/roles/ACCOUNT/.")
    List<Emit> emit = List.of(Emit.scp);

    @Option(
            names = "--only-roles",
            description = "With --emit: templates of the roles alone, for which organization.yaml needs no ids.")
    boolean onlyRoles;

    @Option(
            names = "--dist",
            paramLabel = "DIR",
            description = "Write here. Default: dist/ of the repository, else beside the file.")
    Optional<Path> dist = Optional.empty();

    @Option(
            names = "--list-exceptions",
            description = "Write no files; print all exceptions: who, owner, reason, ticket, until when. Also as"
                    + " --format markdown or csv.")
    boolean listExceptions;

    /** What is written beside the documents themselves. */
    enum Emit {
        scp,
        cloudformation,
        terraform;

        Optional<Output> output() {
            return switch (this) {
                case scp -> Optional.empty();
                case cloudformation -> Optional.of(Output.CLOUDFORMATION);
                case terraform -> Optional.of(Output.TERRAFORM);
            };
        }
    }

    BuildCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public ImmutableSet<GlobalOptions.Format> formats() {
        return listExceptions ? REGISTER : check ? FormatChoice.WITH_GITHUB : COMMON;
    }

    @Override
    public Integer call() {
        if (listExceptions && (stdout || check || dist.isPresent())) {
            String other = stdout ? "--stdout" : check ? "--check" : "--dist";
            throw new UsageException("--list-exceptions writes no files; leave out " + other);
        }
        if (stdout && (check || dist.isPresent())) {
            throw new UsageException("--stdout writes no files; leave out " + (check ? "--check" : "--dist"));
        }
        ImmutableSet<Output> outputs =
                emit.stream().flatMap(form -> form.output().stream()).collect(ImmutableSet.toImmutableSet());
        Target target = Target.of(argument, options);
        if (onlyRoles && outputs.isEmpty()) {
            throw new UsageException("--only-roles goes with --emit cloudformation or --emit terraform");
        }
        if (!outputs.isEmpty() && (stdout || listExceptions || target.file().isPresent())) {
            String other = stdout ? "--stdout" : "--list-exceptions";
            throw new UsageException("--emit is for a whole repository, and "
                    + (stdout || listExceptions ? other + " writes no files" : "`" + argument + "` is one file of it"));
        }
        Checked<Workspace> opened = target.openWorkspace();
        Findings findings = new Findings();
        Optional<Workspace> workspace = findings.take(opened);
        workspace.ifPresent(found -> checkNotEmpty(found, findings));
        ImmutableMap<String, String> texts = findings.hasErrors() || outputs.isEmpty()
                ? ImmutableMap.of()
                : workspace
                        .flatMap(found -> findings.take(
                                onlyRoles ? Output.roleTexts(found, outputs) : Output.texts(found, outputs)))
                        .orElse(ImmutableMap.of());
        if (findings.hasErrors() || workspace.isEmpty()) {
            report().print(findings.toList(), ImmutableList.of(), workspace);
            return ExitCode.BAD_INPUT.number();
        }
        if (listExceptions) {
            return printExceptions(workspace.get(), findings).number();
        }
        return (stdout ? print(workspace.get(), findings) : write(workspace.get(), target, texts, findings)).number();
    }

    /** What is doubtful about policies is for `check` to say, unless it changes the exit code. */
    private ExitCode printExceptions(Workspace workspace, Findings findings) {
        if (options.verbose || failOn(findings) != ExitCode.OK) {
            terminal.printFindings(findings.toList(), options.colour);
        }
        ExceptionRegister register = ExceptionRegister.of(workspace);
        terminal.out()
                .print(
                        switch (options.format) {
                            case text -> ExceptionRegisterPrinter.text(register);
                            case json -> ExceptionRegisterPrinter.json(register);
                            case markdown -> ExceptionRegisterPrinter.markdown(register);
                            case csv -> ExceptionRegisterPrinter.csv(register);
                            case junit, github, sarif -> throw new IllegalStateException("refused above");
                        });
        return failOn(findings);
    }

    private void checkNotEmpty(Workspace workspace, Findings findings) {
        if (workspace.compilations().isEmpty() && workspace.roles().isEmpty() && !findings.hasErrors()) {
            Path folder = workspace.files().shown().resolve(WorkspaceFiles.INTENTS);
            findings.add(Finding.withoutPlace(WorkspaceFindings.NOTHING_FOUND, "no intents in `" + folder + "`")
                    .withHelp("intents are files named *.policy.yaml; `policyc init " + argument
                            + "` makes a repository"));
        }
    }

    private ExitCode print(Workspace workspace, Findings findings) {
        ImmutableList<CompiledDocument> documents = workspace.documents();
        if (documents.isEmpty()) {
            throw new UsageException("--stdout prints the SCP of an intent; the policies of a role are in dist/roles/");
        }
        if (documents.size() != 1) {
            int policies = workspace.compilations().size();
            throw new UsageException(
                    policies == 1
                            ? "--stdout prints one document, and `"
                                    + workspace.compilations().get(0).name() + "` needs " + documents.size()
                            : "--stdout prints one policy; name its file, there are " + policies);
        }
        if (!options.quiet) {
            terminal.printFindings(findings.toList(), options.colour);
        }
        terminal.out().println(documents.get(0).minified());
        return failOn(findings);
    }

    private ExitCode write(Workspace workspace, Target target, ImmutableMap<String, String> texts, Findings findings) {
        Path folder = dist.map(options::resolve)
                .orElseGet(() -> target.workspace().root().resolve(WorkspaceFiles.DIST));
        DistFolder distFolder = new DistFolder(folder);
        Distribution distribution = target.file().isPresent() ? single(workspace) : Distribution.of(workspace, texts);
        try {
            ImmutableList<FileState> files = check ? distFolder.compare(distribution) : distFolder.write(distribution);
            ImmutableList.Builder<FileReport> reports = ImmutableList.builder();
            for (FileState file : files) {
                reports.add(
                        new FileReport(file, check ? distFolder.differences(distribution, file) : ImmutableList.of()));
            }
            report().print(findings.toList(), reports.build(), Optional.of(workspace));
            boolean stale = check && files.stream().anyMatch(file -> file.state() != State.SAME);
            return (stale ? ExitCode.NO : ExitCode.OK).or(failOn(findings));
        } catch (IOException e) {
            Finding finding = Finding.withoutPlace(
                    WorkspaceFindings.CANNOT_WRITE,
                    "cannot write to `" + report().shownDist(workspace) + "`: " + SourceFiles.reason(e));
            report().print(ImmutableList.of(finding), ImmutableList.of(), Optional.empty());
            return ExitCode.BAD_INPUT;
        }
    }

    private static Distribution single(Workspace workspace) {
        return workspace.roles().isEmpty()
                ? Distribution.of(workspace.compilations().get(0))
                : Distribution.of(workspace.roles().get(0));
    }

    private ExitCode failOn(Findings findings) {
        return FailLevel.exitCode(findings.toList(), options.failOn);
    }

    private BuildReport report() {
        return new BuildReport(options, terminal, argument, dist, check);
    }
}

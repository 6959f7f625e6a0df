package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.cli.BackendOptions.Backend;
import io.policyc.comparison.ServiceFailure;
import io.policyc.expectation.ExpectationReport;
import io.policyc.expectation.ExpectationRunner;
import io.policyc.expectation.TestFile;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFiles;
import io.policyc.workspace.WorkspaceFindings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code policyc test}. */
@Command(
        name = "test",
        header = "Run the tests of a repository: requests, and what must happen to them.",
        description = {
            "",
            "Intents are compiled in memory; dist/ is neither read nor written. A failure shows the test's",
            "line, the request as resolved, and the condition that decided.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc test                              the repository in the current directory",
            "  policyc test tests/keys.test.yaml         one file",
            "  policyc test --run 'break glass'          the tests with that in their names",
            "  policyc test --coverage                   and what they do not exercise",
            "  policyc test --strict                     refuse verdicts that AWS does not settle",
            "  policyc test --backend both               the same asked of AWS: where do the answers differ?",
            "  policyc test --format github              in CI: failures beside the lines of a pull request",
            "  policyc test --report junit=report.xml --report markdown=comment.md"
        })
final class TestCommand implements Callable<Integer>, FormatChoice {
    private final GlobalOptions options;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            defaultValue = ".",
            description = "A repository, or one test file. Default: the current directory.")
    Path argument = Path.of(".");

    @Mixin
    SelectionOptions selection = new SelectionOptions();

    @Mixin
    StrictOption strict = new StrictOption();

    @Mixin
    CoverageOptions coverage = new CoverageOptions();

    @Mixin
    ReportOptions reports = new ReportOptions();

    @Mixin
    BackendOptions backend = new BackendOptions();

    TestCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public ImmutableSet<GlobalOptions.Format> formats() {
        return ReportOptions.FORMATS;
    }

    @Override
    public Integer call() {
        reports.check(options);
        coverage.check();
        backend.check(options, reports, coverage);
        long start = System.nanoTime();
        Target target = Target.of(argument, options);
        if (target.isIntent()) {
            throw new UsageException(Printable.quoted(argument.toString())
                    + " is an intent; tests of it are in files named *.test.yaml, with `policies: [NAME]`");
        }
        Findings findings = new Findings();
        Optional<Workspace> workspace = findings.take(Workspace.open(target.workspace()));
        int ofPolicies = findings.toList().size();
        if (workspace.isEmpty()) {
            return refuse(findings);
        }
        Workspace found = workspace.get();
        Optional<ImmutableList<TestFile>> tests = findings.take(
                target.file().map(file -> found.tests(ImmutableList.of(file))).orElseGet(found::tests));
        Optional<ServiceRun> service = ServiceRun.prepare(backend, options, terminal, found, findings);
        if (tests.isEmpty() || findings.hasErrors()) {
            return refuse(findings);
        }
        if (tests.get().isEmpty()) {
            findings.add(Finding.withoutPlace(
                            WorkspaceFindings.NOTHING_FOUND,
                            "no tests in `" + found.files().shown().resolve(WorkspaceFiles.TESTS) + "`")
                    .withHelp("tests are files named *.test.yaml; `policyc init` writes one to start from"));
            return refuse(findings);
        }
        ExpectationReport report = ExpectationRunner.create()
                .doubting(strict.doubted())
                .selecting(selection.cases())
                .run(tests.get());
        Optional<ServiceAnswers> answers;
        boolean whole = target.file().isEmpty() && report.notSelected() == 0;
        try {
            answers = service.map(run -> run.ask(report, whole));
        } catch (ServiceFailure failure) {
            return refuse(failure).number();
        }
        answers.ifPresent(said -> findings.addAll(said.findings()));
        if (options.verbose) {
            findings.addAll(notes(report));
        }
        Optional<Exercised> exercised = coverage.measure(found, report, whole);
        boolean judged = answers.isPresent() && !answers.get().follows(options.format);
        ExitCode written = judged
                ? ExitCode.OK
                : report().print(report, exercised, shown(findings, ofPolicies), (System.nanoTime() - start) / 1e9);
        if (judged && !options.quiet) {
            terminal.printFindings(shown(findings, ofPolicies), options.colour);
        }
        answers.ifPresent(said -> terminal.out().print(said.text(options)));
        if (!options.quiet) {
            selection.note(report).ifPresent(note -> terminal.err().println("note: " + note));
            answers.flatMap(said -> said.note(backend))
                    .ifPresent(note -> terminal.err().println("note: " + note));
        }
        boolean enough = exercised.flatMap(Exercised::tooLittle).isEmpty();
        boolean passed = report.isPassed() || backend.backend == Backend.aws;
        ExitCode code = (passed && enough ? ExitCode.OK : ExitCode.NO).or(selection.exitCode(report));
        return code.or(written)
                .or(answers.map(ServiceAnswers::exitCode).orElse(ExitCode.OK))
                .or(FailLevel.exitCode(findings.toList(), options.failOn))
                .number();
    }

    /** Why nobody answered: not the tests' fault. */
    private ExitCode refuse(ServiceFailure failure) {
        terminal.err().println("policyc: " + Printable.escaped(String.valueOf(failure.getMessage())));
        failure.help().ifPresent(help -> terminal.err().println(Printable.escaped(help)));
        if (failure.kind() == ServiceFailure.Kind.CREDENTIALS && backend.endpoint.isPresent()) {
            terminal.err().println("`policyc serve` takes any: AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x");
        }
        return ExitCode.FAULT;
    }

    /** What is doubtful about a policy is for `check` to say; here it would stand before every report. */
    private List<Finding> shown(Findings findings, int ofPolicies) {
        List<Finding> all = findings.toList();
        return options.verbose ? all : all.subList(ofPolicies, all.size());
    }

    /** What events do not tell, and what is guessed instead; said to who asks for more. */
    private static List<Finding> notes(ExpectationReport report) {
        return report.results().stream()
                .flatMap(result -> result.test().event().stream())
                .distinct()
                .flatMap(event -> event.notes().stream())
                .map(note -> new Finding(note.id(), note.message(), note.span(), Optional.empty()))
                .toList();
    }

    private int refuse(Findings findings) {
        return report().refuse(findings.toList()).number();
    }

    private TestReport report() {
        return new TestReport(options, terminal, reports);
    }
}

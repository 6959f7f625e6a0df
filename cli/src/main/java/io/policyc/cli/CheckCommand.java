package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Severity;
import io.policyc.lint.Linter;
import io.policyc.node.JsonText;
import io.policyc.node.SourceFiles;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFindings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policyc check}. */
@Command(
        name = "check",
        description = {
            "Find what is wrong or doubtful: grammar, quotas and lint.",
            "DIR: all files of a repository (intents/, policies/*.json, organization.yaml, tests/)."
                    + " FILE: an intent, or the JSON text of an SCP.",
            "`policyc help FINDING-ID` explains a finding."
        })
final class CheckCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            defaultValue = ".",
            description = "What to check. Default: the repository in the current directory.")
    Path argument = Path.of(".");

    @Option(
            names = "--limits",
            paramLabel = "PROFILE",
            defaultValue = "aws",
            description = "Quotas for a JSON file: aws (default), aws-before-2026-05. A repository names its own.")
    String limits = "aws";

    CheckCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PolicyLimits profile = PolicyLimits.named(limits)
                .orElseThrow(() -> new UsageException("unknown profile of limits: " + limits));
        Target target = Target.of(argument, options);
        Findings findings = new Findings();
        int policies = target.isJson()
                ? checkDocument(target.file().orElseThrow(), profile, findings)
                : checkRepository(target, findings);
        report(findings.toList(), policies);
        boolean unreadable =
                findings.errorIds().stream().anyMatch(id -> !id.name().startsWith("lint."));
        ExitCode code = unreadable ? ExitCode.BAD_INPUT : ExitCode.OK;
        return code.or(FailLevel.exitCode(findings.toList(), options.failOn)).number();
    }

    /** The number of policies that were looked at. */
    private int checkDocument(Path file, PolicyLimits profile, Findings findings) {
        Checked<SourceText> source = SourceFiles.read(file, argument.toString());
        Optional<LocatedPolicy> policy = findings.take(
                source.then(text -> PolicyReader.read(argument.toString(), text, PolicyType.SERVICE_CONTROL_POLICY)));
        policy.ifPresent(found -> {
            source.value()
                    .ifPresent(text -> profile.checkSize(found.name(), text.text(), text.start())
                            .ifPresent(findings::add));
            findings.addAll(Linter.lint(found));
        });
        return policy.isPresent() ? 1 : 0;
    }

    private int checkRepository(Target target, Findings findings) {
        Optional<Workspace> workspace = findings.take(target.openWorkspace());
        if (workspace.isEmpty()) {
            return 0;
        }
        Workspace found = workspace.get();
        ImmutableList.Builder<LocatedPolicy> policies = ImmutableList.builder();
        found.compilations().forEach(compilation -> policies.add(compilation.policy()));
        if (target.file().isEmpty()) {
            policies.addAll(found.handWritten());
            if (!findings.hasErrors()) {
                findings.take(found.tests());
            }
        }
        ImmutableList<LocatedPolicy> all = policies.build();
        if (all.isEmpty() && !findings.hasErrors()) {
            findings.add(Finding.withoutPlace(
                            WorkspaceFindings.NOTHING_FOUND,
                            "no policies in `" + found.files().shown() + "`")
                    .withHelp("intents are intents/*.policy.yaml, SCPs written by hand policies/*.json"));
        }
        all.forEach(policy -> findings.addAll(Linter.lint(policy)));
        return all.size();
    }

    private void report(ImmutableList<Finding> findings, int policies) {
        if (options.format == GlobalOptions.Format.json) {
            JsonText json = JsonText.pretty();
            json.object(() -> FindingsJson.write(findings, json));
            terminal.out().println(json);
            return;
        }
        terminal.printFindings(
                findings.stream()
                        .filter(finding -> !options.quiet || finding.isError())
                        .toList(),
                options.colour);
        terminal.out()
                .println(policies + (policies == 1 ? " policy" : " policies") + " checked; "
                        + count(findings, Severity.ERROR) + ", " + count(findings, Severity.WARNING));
    }

    private static String count(ImmutableList<Finding> findings, Severity severity) {
        long count = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return count + " " + severity.word() + (count == 1 ? "" : "s");
    }
}

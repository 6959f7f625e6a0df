package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.FindingPrinter;
import io.policyc.finding.Findings;
import io.policyc.finding.Severity;
import io.policyc.lint.Linter;
import io.policyc.node.JsonText;
import io.policyc.node.SourceFiles;
import io.policyc.organization.OrganizationFindings;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyFindings;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.register.ExceptionRegister;
import io.policyc.register.ExceptionReview;
import io.policyc.role.RoleFindings;
import io.policyc.source.SourceText;
import io.policyc.trust.TrustFindings;
import io.policyc.trust.TrustLinter;
import io.policyc.workflow.WorkflowFindings;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFindings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policyc check}. */
@Command(
        name = "check",
        header = "Find what is wrong or doubtful: grammar, quotas, lint, exceptions that end.",
        description = {
            "",
            "Of a repository all files are checked: intents/, roles/, policies/*.json, organization.yaml, tests/,",
            "and the workflows of GitHub Actions for steps that use static access keys.",
            "`policyc help FINDING-ID` explains a finding.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc check                        the repository in the current directory",
            "  policyc check --fail-on warning      in CI: nothing doubtful either",
            "  policyc check --format github        the same as annotations of GitHub",
            "  policyc check --as-of 2027-03-31     which exceptions are over by then?",
            "  policyc check deny.json              an SCP as AWS has it",
            "  policyc check trust.json --type trust    whom does a role let in?",
            "  policyc check --workflows ~/clones   which workflows still use static access keys?"
        })
final class CheckCommand implements Callable<Integer>, FormatChoice {
    /** Errors of what was read and has a meaning: the answer is no, the input is not bad. */
    private static final ImmutableSet<FindingId> READ_ALL_THE_SAME = ImmutableSet.of(
            PolicyFindings.TOO_LARGE,
            PolicyFindings.INVALID_RESOURCE,
            PolicyFindings.DUPLICATE_SID,
            TrustFindings.REFUSED_BY_AWS,
            OrganizationFindings.TOO_MANY_POLICIES,
            RoleFindings.TOO_LARGE,
            WorkflowFindings.KEY_IN_FILE,
            WorkflowFindings.NO_ID_TOKEN);

    /** Clones of many repositories have many steps to name. */
    private static final int MOST_OF_WORKFLOWS = 100_000;

    private static final ImmutableMap<String, PolicyType> TYPES = ImmutableMap.of(
            "scp", PolicyType.SERVICE_CONTROL_POLICY,
            "trust", PolicyType.TRUST_POLICY,
            "rcp", PolicyType.RESOURCE_CONTROL_POLICY,
            "identity", PolicyType.IDENTITY_POLICY,
            "boundary", PolicyType.PERMISSIONS_BOUNDARY,
            "session", PolicyType.SESSION_POLICY,
            "resource", PolicyType.RESOURCE_POLICY);

    private final GlobalOptions options;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            description = "A repository, an intent, a role, a test file, or the JSON text of a policy. Default: the"
                    + " current directory.")
    Optional<Path> given = Optional.empty();

    private Path argument = Path.of(".");

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "What a JSON file holds: scp (default), trust, rcp, identity, boundary, session or resource.")
    Optional<String> type = Optional.empty();

    @Option(
            names = "--limits",
            paramLabel = "PROFILE",
            defaultValue = "aws",
            description = "Quotas for a JSON file: aws (default) or aws-before-2026-05; a repository names its own.")
    String limits = "aws";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day on which exceptions are judged, such as 2027-03-31. Default: today in UTC.")
    Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "Warn of exceptions that are over in so many days. Default: 30.")
    int within = ExceptionReview.SOON;

    @Option(
            names = "--workflows",
            paramLabel = "DIR|FILE",
            description = "Check the workflows of GitHub Actions there instead: a file, a clone, or a folder of"
                    + " clones. May be repeated.")
    List<Path> workflows = new ArrayList<>();

    CheckCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public ImmutableSet<GlobalOptions.Format> formats() {
        return WITH_GITHUB;
    }

    @Override
    public Integer call() {
        PolicyLimits profile = PolicyLimits.named(limits)
                .orElseThrow(() -> new UsageException("unknown profile of limits `" + limits + "`; known: "
                        + PolicyLimits.PROFILES.stream()
                                .map(PolicyLimits::profile)
                                .collect(Collectors.joining(", "))));
        if (within < 0) {
            throw new UsageException("--within: `" + within + "` is not a number of days");
        }
        if (type.isPresent() && !workflows.isEmpty()) {
            throw new UsageException("--type says what a JSON file holds, and --workflows are YAML");
        }
        if (given.isPresent() && !workflows.isEmpty()) {
            throw new UsageException("--workflows is checked instead of `" + given.get() + "`; leave one of them out");
        }
        argument = given.orElse(argument);
        Findings findings = workflows.isEmpty() ? new Findings() : Findings.keeping(MOST_OF_WORKFLOWS);
        if (workflows.isEmpty()) {
            String checked = check(profile, findings);
            report(findings, checked, Optional.empty());
        } else {
            WorkflowCheck checked = WorkflowCheck.of(workflows, options, findings);
            report(findings, checked.summary(), Optional.of(checked));
        }
        boolean unreadable = !READ_ALL_THE_SAME.containsAll(findings.errorIds());
        ExitCode code = unreadable ? ExitCode.BAD_INPUT : ExitCode.OK;
        return code.or(FailLevel.exitCode(findings.toList(), options.failOn)).number();
    }

    private String check(PolicyLimits profile, Findings findings) {
        PolicyType read = type.map(CheckCommand::type).orElse(PolicyType.SERVICE_CONTROL_POLICY);
        Target target = Target.of(argument, options);
        if (type.isPresent() && !target.isJson()) {
            throw new UsageException("--type says what a JSON file holds; `" + argument + "` is none");
        }
        return target.isJson()
                ? checkDocument(target.file().orElseThrow(), read, profile, findings)
                : checkRepository(target, findings);
    }

    /** What was looked at. */
    private String checkDocument(Path file, PolicyType read, PolicyLimits profile, Findings findings) {
        Checked<SourceText> source = SourceFiles.read(file, argument.toString());
        Optional<LocatedPolicy> policy =
                findings.take(source.then(text -> PolicyReader.read(argument.toString(), text, read)));
        policy.ifPresent(found -> {
            if (read == PolicyType.SERVICE_CONTROL_POLICY) {
                source.value()
                        .ifPresent(text -> profile.checkSize(found.name(), text.text(), text.start())
                                .ifPresent(findings::add));
            }
            findings.addAll(lint(found, read));
        });
        return checked(policies(policy.isPresent() ? 1 : 0));
    }

    private static PolicyType type(String word) {
        return Optional.ofNullable(TYPES.get(word))
                .orElseThrow(() -> new UsageException(
                        "--type: unknown type `" + word + "`; known: " + String.join(", ", TYPES.keySet())));
    }

    private static ImmutableList<Finding> lint(LocatedPolicy policy, PolicyType type) {
        return switch (type) {
            case SERVICE_CONTROL_POLICY -> Linter.lint(policy);
            case TRUST_POLICY -> TrustLinter.lint(policy);
            default -> Linter.lintValues(policy);
        };
    }

    private String checkRepository(Target target, Findings findings) {
        Optional<Workspace> workspace =
                findings.take(target.isTest() ? Workspace.open(target.workspace()) : target.openWorkspace());
        if (workspace.isEmpty()) {
            return checked(policies(0));
        }
        Workspace found = workspace.get();
        if (target.isTest()) {
            findings.take(found.tests(target.file().stream().toList()));
            return "1 test file checked";
        }
        findings.addAll(new ExceptionReview(Today.or(asOf), within).of(ExceptionRegister.of(found)));
        // The compiler has linted what it compiled; what is written by hand has met nobody yet.
        found.handWritten().forEach(policy -> findings.addAll(Linter.lint(policy)));
        if (target.file().isEmpty()) {
            findings.take(found.tests());
            KnownFile.read(found.files()).ifPresent(findings::take);
        }
        Optional<WorkflowCheck> ofWorkflows =
                target.file().isEmpty() ? WorkflowCheck.ofRepository(found.files(), findings) : Optional.empty();
        int count = found.compilations().size() + found.handWritten().size();
        int roles = found.roles().size();
        if (count + roles == 0 && !findings.hasErrors()) {
            findings.add(
                    Finding.withoutPlace(WorkspaceFindings.NOTHING_FOUND, "no policies in `" + argument + "`")
                            .withHelp(
                                    "intents are intents/*.policy.yaml, roles roles/*.role.yaml, SCPs written by hand policies/*.json"));
        }
        String read = roles == 0 ? policies(count) : count == 0 ? roles(roles) : policies(count) + ", " + roles(roles);
        return checked(read) + ofWorkflows.map(check -> "; " + check.summary()).orElse("");
    }

    private static String roles(int count) {
        return count + (count == 1 ? " role" : " roles");
    }

    private static String policies(int count) {
        return count + (count == 1 ? " policy" : " policies");
    }

    private static String checked(String what) {
        return what + " checked";
    }

    private void report(Findings found, String checked, Optional<WorkflowCheck> counts) {
        ImmutableList<Finding> findings = found.toList();
        if (options.format == GlobalOptions.Format.json) {
            JsonText json = JsonText.pretty();
            json.object(() -> {
                counts.ifPresent(check -> check.write(json));
                FindingsJson.write(findings, json);
                if (found.dropped() > 0) {
                    json.field("notListed", found.dropped());
                }
            });
            terminal.out().print(json + "\n");
            return;
        }
        ImmutableList<Finding> shown = findings.stream()
                .filter(finding -> !options.quiet || finding.isError())
                .collect(ImmutableList.toImmutableList());
        String sum = checked + "; " + count(findings, Severity.ERROR) + ", " + count(findings, Severity.WARNING)
                + (found.dropped() == 0 ? "" : "; " + found.dropped() + " more are not listed");
        if (options.format == GlobalOptions.Format.github) {
            terminal.annotate(shown, FindingPrinter.plain().print(shown) + sum + "\n", options);
            return;
        }
        terminal.printFindings(shown, options.colour);
        terminal.out().println(sum);
    }

    private static String count(ImmutableList<Finding> findings, Severity severity) {
        long count = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return count + " " + severity.word() + (count == 1 ? "" : "s");
    }
}

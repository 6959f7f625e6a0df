package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.cli.PolicyOptions.Simulation;
import io.policyc.expectation.Expected;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.JsonText;
import io.policyc.node.Node;
import io.policyc.organization.PolicyResolver;
import io.policyc.request.RequestVariant;
import io.policyc.simulator.Decision;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policyc eval}. */
@Command(
        name = "eval",
        header = "Say what becomes of requests: allow or deny.",
        description = {
            "",
            "The answer is allow, explicit-deny, implicit-deny, or undetermined with the context keys that",
            "would settle it. Without policies that grant, allow means: not stopped by the organization's",
            "policies. SCPs never grant."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc eval --policy intents/keys.policy.yaml \\",
            "      --principal iam-user/alice --credentials long-lived --action s3:ListAllMyBuckets",
            "  policyc eval --requests requests.jsonl --format json",
            "  policyc eval --principal arn:aws:iam::999988887777:role/reader --action s3:GetObject \\",
            "      --resource arn:aws:s3:::exports/a.csv --resource-account 111122223333 \\",
            "      --resource-policy bucket.json --identity-policy reader.json",
            "  policyc eval --assume-role deploy --token runs.jsonl      which workflow runs get the role?",
            "  policyc eval --assume-role arn:aws:iam::111122223333:role/audit --trust-policy trust.json \\",
            "      --principal arn:aws:iam::444455556666:root --external-id agreed"
        })
final class EvalCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Terminal terminal;

    @ArgGroup(exclusive = false, heading = "%nThe policies:%n")
    PolicyOptions policyOptions = new PolicyOptions();

    @ArgGroup(exclusive = false, heading = "%nThe request:%n")
    RequestOptions requestOptions = new RequestOptions();

    @ArgGroup(exclusive = false, heading = "%nA role that is asked for:%n")
    AssumeRoleOptions assumeOptions = new AssumeRoleOptions();

    @Option(
            names = "--requests",
            paramLabel = "FILE|-",
            description = "Requests as test files describe them: one or a list in a .yaml or .json file, else one JSON"
                    + " object a line. Each may carry an id and policies of its own.")
    Optional<Path> requests = Optional.empty();

    @Option(
            names = "--expect",
            paramLabel = "OUTCOME",
            description =
                    "Exit code 1 unless each answer is allow, deny, explicit-deny, implicit-deny or undetermined.")
    Optional<String> expect = Optional.empty();

    @Mixin
    StrictOption strict = new StrictOption();

    EvalCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Expected> expected = expect.map(EvalCommand::expected);
        if (requests.isPresent() == (requestOptions.isGiven() || assumeOptions.isGiven())) {
            throw new UsageException("describe one request with --principal, --action, …, or give --requests FILE");
        }
        Findings findings = new Findings();
        Optional<AssumedRole> role =
                assumeOptions.role(policyOptions, requestOptions, options).flatMap(findings::take);
        if (findings.hasErrors()) {
            terminal.refuse(findings.toList(), options);
            return ExitCode.BAD_INPUT.number();
        }
        Optional<Simulation> common = common(role, findings);
        if (findings.hasErrors()) {
            terminal.refuse(findings.toList(), options);
            return ExitCode.BAD_INPUT.number();
        }
        PolicyResolver resolver = requests.isPresent() ? resolver() : new NoPolicies();
        Answers answers = new Answers(common, resolver, expected);
        if (requests.isPresent()) {
            RequestSource.read(requests.get(), options, terminal.in(), answers::answer);
            if (answers.count == 0) {
                throw new UsageException("there are no requests in `" + requests.get() + "`");
            }
        } else if (role.isPresent()) {
            assumeOptions.requests(role.get(), requestOptions, options, terminal.in(), answers::answer);
            if (answers.count == 0) {
                throw new UsageException("there is no token in `" + assumeOptions.token.orElse(Path.of("")) + "`");
            }
        } else {
            answers.answer(Checked.of(requestOptions.node()));
        }
        return answers.code.number();
    }

    /** Only descriptions in a file can name policies of their own. */
    private PolicyResolver resolver() {
        Optional<Workspace> workspace = policyOptions.workspace(options).value();
        return workspace.map(Workspace::resolver).orElseGet(NoPolicies::new);
    }

    private Optional<Simulation> common(Optional<AssumedRole> role, Findings findings) {
        boolean needed = requests.isEmpty() || policyOptions.isGiven();
        if (needed) {
            return findings.take(policyOptions.simulation(options, role));
        }
        // Requests from a file may all name policies of their own; only one that does not needs these.
        Checked<Simulation> simulation = policyOptions.simulation(options);
        boolean nothingThere = simulation.value().isEmpty()
                && simulation.findings().stream()
                        .allMatch(finding -> finding.id().equals(WorkspaceFindings.NOTHING_FOUND));
        return nothingThere ? Optional.empty() : findings.take(simulation);
    }

    private static Expected expected(String word) {
        return Expected.parse(word)
                .orElseThrow(() -> new UsageException("--expect takes one of " + String.join(", ", Expected.words())));
    }

    /** Answers descriptions one by one, in their order. */
    private final class Answers {
        private final Optional<Simulation> common;
        private final PolicyResolver resolver;
        private final Optional<Expected> expected;
        private final ImmutableSet<DoubtfulRule> doubted = strict.doubted();
        private final Optional<Judge> ofCommon;
        private ExitCode code = ExitCode.OK;
        private long count;

        Answers(Optional<Simulation> common, PolicyResolver resolver, Optional<Expected> expected) {
            this.common = common;
            this.resolver = resolver;
            this.expected = expected;
            this.ofCommon = common.map(found -> Judge.of(found.policies(), doubted));
        }

        void answer(Checked<Node> node) {
            count++;
            Optional<String> id = node.value().flatMap(DescribedRequest::id);
            Checked<DescribedRequest> described =
                    node.then(found -> DescribedRequest.read(found, common.map(Simulation::policies), resolver));
            if (described.hasErrors()) {
                refuse(id, described.findings());
                return;
            }
            if (!options.quiet) {
                terminal.printFindings(described.findings(), options.colour);
            }
            described.value().ifPresent(request -> {
                Judge judge = request.own()
                        .map(own -> Judge.of(own, doubted))
                        .or(() -> ofCommon)
                        .orElseThrow();
                request.variants().forEach(variant -> answer(id, variant, judge));
            });
        }

        private void answer(Optional<String> id, RequestVariant variant, Judge judge) {
            Decision decision = judge.simulator().evaluate(variant.request());
            ImmutableSet<DoubtfulRule> restsOn = judge.restsOn(variant.request());
            if (options.format == GlobalOptions.Format.json) {
                terminal.out().println(DecisionPrinter.json(id, variant.label(), decision, restsOn));
            } else {
                String label = id.map(text -> text + ": ").orElse("");
                String which = variant.label().isEmpty() ? "" : " [" + variant.label() + "]";
                terminal.out().println(label + DecisionPrinter.text(decision) + which);
                hint(decision);
            }
            if (!options.quiet) {
                SubjectForms.note(variant.request(), decision, judge.simulator())
                        .ifPresent(note -> terminal.printFindings(ImmutableList.of(note), options.colour));
            }
            code = code.or(code(decision)).or(doubtful(id, restsOn));
        }

        private ExitCode doubtful(Optional<String> id, ImmutableSet<DoubtfulRule> restsOn) {
            Optional<Finding> finding = Judge.finding(id, restsOn);
            finding.ifPresent(found -> terminal.printFindings(ImmutableList.of(found), options.colour));
            return finding.isPresent() ? ExitCode.NO : ExitCode.OK;
        }

        private void hint(Decision decision) {
            if (!decision.isDetermined() && requests.isEmpty() && !options.quiet) {
                terminal.err().println("  help: settle it with " + Settling.options(decision.unknownKeys()));
            }
        }

        private ExitCode code(Decision decision) {
            if (expected.isPresent()) {
                return expected.get().holds(decision) ? ExitCode.OK : ExitCode.NO;
            }
            return decision.isDetermined() ? ExitCode.OK : ExitCode.CANNOT_TELL;
        }

        /** A description that cannot be read has its place in the order of answers too. */
        private void refuse(Optional<String> id, List<Finding> findings) {
            if (options.format == GlobalOptions.Format.json) {
                JsonText json = JsonText.minified();
                json.object(() -> {
                    json.field("id", id);
                    json.name("outcome").nothing();
                    FindingsJson.write(findings, json);
                });
                terminal.out().println(json);
            } else {
                terminal.printFindings(findings, options.colour);
            }
            code = code.or(ExitCode.BAD_INPUT);
        }
    }
}

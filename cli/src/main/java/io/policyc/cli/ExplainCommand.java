package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.cli.PolicyOptions.Simulation;
import io.policyc.evidence.Evidence;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.Node;
import io.policyc.request.RequestReader;
import io.policyc.request.RequestVariant;
import io.policyc.simulator.Explanation;
import io.policyc.simulator.ExplanationPrinter;
import io.policyc.workspace.WorkspaceFindings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code policyc explain}. */
@Command(
        name = "explain",
        header = "Say what becomes of one request, and why.",
        description = {
            "",
            "Level, policy, statement, condition and value, each with its verdict and the line of the intent",
            "that it comes from. The request is described by options, or read from what AWS said of it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc explain --policy intents/keys.policy.yaml \\",
            "      --principal iam-user/alice --credentials long-lived --action s3:ListAllMyBuckets",
            "  policyc explain --account payments-prod --principal role/ci --action ec2:RunInstances",
            "  policyc explain --event event.json",
            "  aws s3 ls 2>&1 | policyc explain --message - --credentials long-lived"
        })
final class ExplainCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Terminal terminal;

    @ArgGroup(exclusive = false, heading = "%nThe policies:%n")
    PolicyOptions policyOptions = new PolicyOptions();

    @ArgGroup(exclusive = false, heading = "%nThe request:%n")
    RequestOptions requestOptions = new RequestOptions();

    @ArgGroup(exclusive = false, heading = "%nA role that is asked for:%n")
    AssumeRoleOptions assumeOptions = new AssumeRoleOptions();

    @ArgGroup(exclusive = false, heading = "%nThe request as AWS saw it:%n")
    EvidenceOptions evidenceOptions = new EvidenceOptions();

    @Mixin
    StrictOption strict = new StrictOption();

    ExplainCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (evidenceOptions.isGiven()) {
            if (assumeOptions.isGiven()) {
                throw new UsageException("what AWS saw says which role is asked for; leave --assume-role out");
            }
            return observed().number();
        }
        if (!requestOptions.isGiven() && !assumeOptions.isGiven()) {
            throw new UsageException(
                    "describe the request with --principal, --action, …, or give --event or --message");
        }
        Findings findings = new Findings();
        Optional<AssumedRole> role =
                assumeOptions.role(policyOptions, requestOptions, options).flatMap(findings::take);
        if (findings.hasErrors()) {
            terminal.refuse(findings.toList(), options);
            return ExitCode.BAD_INPUT.number();
        }
        Optional<Simulation> simulation = simulation(findings, policyOptions.simulation(options, role));
        Checked<Node> request = request(role);
        Optional<? extends List<RequestVariant>> variants = simulation.flatMap(found -> findings.take(
                request.then(node -> RequestReader.of(found.accounts()).read(node))));
        if (findings.hasErrors() || variants.isEmpty()) {
            terminal.refuse(findings.toList(), options);
            return ExitCode.BAD_INPUT.number();
        }
        if (!options.quiet) {
            terminal.printFindings(findings.toList(), options.colour);
        }
        Judge judge = Judge.of(simulation.get().policies(), strict.doubted());
        ExitCode code = ExitCode.OK;
        for (RequestVariant variant : variants.get()) {
            code = code.or(answer(judge, variant, judge.simulator().explain(variant.request())));
        }
        return code.number();
    }

    private Checked<Node> request(Optional<AssumedRole> role) throws IOException {
        if (role.isEmpty()) {
            return Checked.of(requestOptions.node());
        }
        List<Checked<Node>> requests = new ArrayList<>(1);
        assumeOptions.requests(role.get(), requestOptions, options, terminal.in(), found -> {
            if (!requests.isEmpty()) {
                throw new UsageException("explain takes one token; eval answers several");
            }
            requests.add(found.map(AssumeRoleOptions::withoutId));
        });
        return requests.stream().findFirst().orElseThrow(() -> new UsageException("there is no token in the file"));
    }

    private ExitCode observed() throws IOException {
        Findings findings = new Findings();
        Optional<Evidence> evidence = findings.take(evidenceOptions.read(options, terminal.in()));
        Checked<Simulation> given = policyOptions.simulation(options);
        // Without any policies what was read is still worth saying.
        boolean nothingGiven = !policyOptions.isGiven()
                && given.value().isEmpty()
                && given.findings().stream().allMatch(finding -> finding.id().equals(WorkspaceFindings.NOTHING_FOUND));
        Optional<Simulation> simulation = nothingGiven ? Optional.empty() : simulation(findings, given);
        if (findings.hasErrors() || evidence.isEmpty()) {
            terminal.refuse(findings.toList(), options);
            return ExitCode.BAD_INPUT;
        }
        if (!options.quiet) {
            terminal.printFindings(findings.toList(), options.colour);
        }
        ObservedRequest request = new ObservedRequest(options, terminal, evidence.get(), requestOptions.node());
        if (simulation.isEmpty()) {
            return request.withoutPolicies();
        }
        Judge judge = Judge.of(simulation.get().policies(), strict.doubted());
        return request.explain(simulation.get(), (variant, explanation) -> answer(judge, variant, explanation));
    }

    private ExitCode answer(Judge judge, RequestVariant variant, Explanation explanation) {
        print(variant, explanation);
        if (!options.quiet) {
            SubjectForms.note(variant.request(), explanation.decision(), judge.simulator())
                    .ifPresent(note -> terminal.printFindings(ImmutableList.of(note), options.colour));
        }
        Optional<Finding> doubt = Judge.finding(Optional.empty(), judge.restsOn(variant.request()));
        doubt.ifPresent(finding -> terminal.printFindings(ImmutableList.of(finding), options.colour));
        return (explanation.decision().isDetermined() ? ExitCode.OK : ExitCode.CANNOT_TELL)
                .or(doubt.isPresent() ? ExitCode.NO : ExitCode.OK);
    }

    /** What is doubtful about a policy is for `check` to say; here it would stand before every answer. */
    private Optional<Simulation> simulation(Findings findings, Checked<Simulation> given) {
        if (options.verbose || given.hasErrors()) {
            findings.addAll(given.findings());
        }
        return given.value();
    }

    private void print(RequestVariant variant, Explanation explanation) {
        if (options.format == GlobalOptions.Format.json) {
            terminal.out().println(ExplanationPrinter.json(explanation));
            return;
        }
        if (!variant.label().isEmpty()) {
            terminal.out().println("[" + variant.label() + "]");
        }
        terminal.out().print(ExplanationPrinter.text(explanation));
    }
}

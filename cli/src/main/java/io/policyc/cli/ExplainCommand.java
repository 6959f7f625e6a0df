package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.cli.PolicyOptions.Simulation;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.request.RequestReader;
import io.policyc.request.RequestVariant;
import io.policyc.simulator.Explanation;
import io.policyc.simulator.ExplanationPrinter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code policyc explain}. */
@Command(
        name = "explain",
        header = "Say what becomes of one request, and why.",
        description = {
            "",
            "Level, policy, statement, condition and value, each with its verdict and the line of the intent",
            "that it comes from."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc explain --policy intents/keys.policy.yaml \\",
            "      --principal iam-user/alice --credentials long-lived --action s3:ListAllMyBuckets",
            "  policyc explain --account payments-prod --principal role/ci --action ec2:RunInstances"
        })
final class ExplainCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Terminal terminal;

    @ArgGroup(validate = false, heading = "%nThe policies:%n")
    PolicyOptions policyOptions = new PolicyOptions();

    @ArgGroup(validate = false, heading = "%nThe request:%n")
    RequestOptions requestOptions = new RequestOptions();

    ExplainCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!requestOptions.isGiven()) {
            throw new UsageException("describe the request with --principal, --action, …");
        }
        Findings ofPolicies = new Findings();
        Optional<Simulation> simulation = ofPolicies.take(policyOptions.simulation(options));
        Findings findings = new Findings();
        // What is doubtful about a policy is for `check` to say; here it would stand before every answer.
        findings.addAll(options.verbose || ofPolicies.hasErrors() ? ofPolicies.toList() : ImmutableList.<Finding>of());
        Optional<? extends List<RequestVariant>> variants = simulation.flatMap(
                found -> findings.take(RequestReader.of(found.accounts()).read(requestOptions.node())));
        if (findings.hasErrors() || variants.isEmpty()) {
            terminal.refuse(findings.toList(), options);
            return ExitCode.BAD_INPUT.number();
        }
        if (!options.quiet) {
            terminal.printFindings(findings.toList(), options.colour);
        }
        ExitCode code = ExitCode.OK;
        for (RequestVariant variant : variants.get()) {
            Explanation explanation = simulation.get().simulator().explain(variant.request());
            print(variant, explanation);
            code = code.or(explanation.decision().isDetermined() ? ExitCode.OK : ExitCode.CANNOT_TELL);
        }
        return code.number();
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

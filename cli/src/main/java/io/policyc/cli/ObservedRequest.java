package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.cli.PolicyOptions.Simulation;
import io.policyc.evidence.Agreement;
import io.policyc.evidence.Evidence;
import io.policyc.evidence.EvidencePrinter;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.JsonText;
import io.policyc.node.ObjectNode;
import io.policyc.request.Accounts;
import io.policyc.request.RequestReader;
import io.policyc.request.RequestVariant;
import io.policyc.simulator.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Explains a request that AWS answered: what the evidence tells, what the policies given here say, and whether both
 * answers agree.
 */
final class ObservedRequest {
    private final GlobalOptions options;
    private final Terminal terminal;
    private final Evidence evidence;
    private final ObjectNode over;

    /** @param over the request as options describe it, which completes or changes what the evidence tells */
    ObservedRequest(GlobalOptions options, Terminal terminal, Evidence evidence, ObjectNode over) {
        this.options = options;
        this.terminal = terminal;
        this.evidence = evidence;
        this.over = over;
    }

    /** Says what was read, where there is nothing to evaluate it against. */
    ExitCode withoutPolicies() {
        Optional<ExitCode> refused = refused();
        Optional<ImmutableList<RequestVariant>> variants =
                refused.isPresent() ? Optional.empty() : requests(Accounts.WITHOUT_ORGANIZATION);
        if (variants.isPresent()) {
            printEvidence(ImmutableList.of());
            hint("no policies are given, so nothing is evaluated: --policy FILE, --organization FILE, or -C DIR");
            return ExitCode.OK;
        }
        return refused.orElse(ExitCode.BAD_INPUT);
    }

    /**
     * Explains.
     *
     * @param answer prints one explanation and says what it means for the exit code
     */
    ExitCode explain(Simulation simulation, BiFunction<RequestVariant, Explanation, ExitCode> answer) {
        Optional<ExitCode> refused = refused();
        if (refused.isPresent()) {
            return refused.get();
        }
        return requests(simulation.accounts())
                .map(variants -> explain(variants, simulation, answer))
                .orElse(ExitCode.BAD_INPUT);
    }

    /** Without somebody who asks for something there is no request. */
    private Optional<ExitCode> refused() {
        ImmutableList<String> missing = evidence.missing(over);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        printEvidence(ImmutableList.of());
        hint("nothing is evaluated without "
                + String.join(" and ", missing.stream().map(key -> "--" + key).toList()));
        return Optional.of(ExitCode.CANNOT_TELL);
    }

    private Optional<ImmutableList<RequestVariant>> requests(Accounts accounts) {
        Findings findings = new Findings();
        Optional<ImmutableList<RequestVariant>> variants =
                findings.take(evidence.requests(RequestReader.of(accounts), over));
        if (findings.hasErrors()) {
            refuse(findings.toList());
            return Optional.empty();
        }
        if (!options.quiet) {
            terminal.printFindings(findings.toList(), options.colour);
        }
        return variants;
    }

    private ExitCode explain(
            List<RequestVariant> variants,
            Simulation simulation,
            BiFunction<RequestVariant, Explanation, ExitCode> answer) {
        ImmutableList<Explanation> explanations = variants.stream()
                .map(variant -> simulation.simulator().explain(variant.request()))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Agreement> agreements = evidence.answer().stream()
                .flatMap(aws -> explanations.stream()
                        .map(explanation -> Agreement.of(
                                aws,
                                explanation.decision(),
                                simulation.policies().types())))
                .collect(ImmutableList.toImmutableList());
        printEvidence(agreements);
        ExitCode code = ExitCode.OK;
        for (int i = 0; i < variants.size(); i++) {
            if (!isJson()) {
                terminal.out().println();
            }
            code = code.or(answer.apply(variants.get(i), explanations.get(i)));
            if (!isJson() && !agreements.isEmpty()) {
                terminal.out().print(EvidencePrinter.text(agreements.get(i)));
            }
        }
        return code;
    }

    private void printEvidence(List<Agreement> agreements) {
        if (isJson()) {
            JsonText json = JsonText.minified();
            json.object(() -> observed(json, agreements));
            terminal.out().println(json);
        } else {
            terminal.out().print(EvidencePrinter.text(evidence));
        }
    }

    /** What was read is said also where the request cannot be made of it. */
    private void refuse(List<Finding> findings) {
        if (isJson()) {
            JsonText json = JsonText.pretty();
            json.object(() -> {
                observed(json, ImmutableList.of());
                FindingsJson.write(findings, json);
            });
            terminal.out().println(json);
        } else {
            terminal.out().print(EvidencePrinter.text(evidence));
            terminal.printFindings(findings, options.colour);
        }
    }

    private void observed(JsonText json, List<Agreement> agreements) {
        json.name("observed");
        EvidencePrinter.write(json, evidence, agreements);
    }

    private void hint(String text) {
        if (!options.quiet) {
            terminal.err().println("  help: " + text);
        }
    }

    private boolean isJson() {
        return options.format == GlobalOptions.Format.json;
    }
}

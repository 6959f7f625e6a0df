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
import java.util.function.BiConsumer;

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

    /**
     * Explains.
     *
     * @param simulation empty if no policies were given, so that nothing can be said but what was read
     * @param print prints one explanation
     */
    ExitCode explain(Optional<Simulation> simulation, BiConsumer<RequestVariant, Explanation> print) {
        ImmutableList<String> missing = evidence.missing(over);
        if (!missing.isEmpty()) {
            printEvidence(ImmutableList.of());
            hint("nothing is evaluated without "
                    + String.join(
                            " and ", missing.stream().map(key -> "--" + key).toList()));
            return ExitCode.CANNOT_TELL;
        }
        Findings findings = new Findings();
        RequestReader reader =
                RequestReader.of(simulation.map(Simulation::accounts).orElse(Accounts.WITHOUT_ORGANIZATION));
        Optional<ImmutableList<RequestVariant>> variants = findings.take(evidence.requests(reader, over));
        if (findings.hasErrors() || variants.isEmpty()) {
            refuse(findings.toList());
            return ExitCode.BAD_INPUT;
        }
        if (!options.quiet) {
            terminal.printFindings(findings.toList(), options.colour);
        }
        if (simulation.isEmpty()) {
            printEvidence(ImmutableList.of());
            hint("no policies are given, so nothing is evaluated: --policy FILE, --organization FILE, or -C DIR");
            return ExitCode.OK;
        }
        return explain(variants.get(), simulation.get(), print);
    }

    private ExitCode explain(
            List<RequestVariant> variants, Simulation simulation, BiConsumer<RequestVariant, Explanation> print) {
        ImmutableList<Explanation> explanations = variants.stream()
                .map(variant -> simulation.simulator().explain(variant.request()))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Agreement> agreements = evidence.answer().stream()
                .flatMap(answer -> explanations.stream()
                        .map(explanation -> Agreement.of(
                                answer,
                                explanation.decision(),
                                simulation.policies().types())))
                .collect(ImmutableList.toImmutableList());
        printEvidence(agreements);
        ExitCode code = ExitCode.OK;
        for (int i = 0; i < variants.size(); i++) {
            if (!isJson()) {
                terminal.out().println();
            }
            print.accept(variants.get(i), explanations.get(i));
            if (!isJson() && !agreements.isEmpty()) {
                terminal.out().print(EvidencePrinter.text(agreements.get(i)));
            }
            boolean determined = explanations.get(i).decision().isDetermined();
            code = code.or(determined ? ExitCode.OK : ExitCode.CANNOT_TELL);
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

package io.policyc.cli;

import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.guardrail.Guardrail;
import io.policyc.guardrail.Guardrails;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policyc guardrails}. */
@Command(
        name = "guardrails",
        header = "List the ready-made intents, or show one with its parameters.",
        description = {
            "",
            "An intent uses one with `guardrail: NAME` and `with: {...}`; `policyc init --guardrail NAME`",
            "writes such an intent and its tests.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  policyc guardrails", "  policyc guardrails no-root-user"})
final class GuardrailsCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Default: the list of all.")
    Optional<String> name = Optional.empty();

    GuardrailsCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /** The guardrail that an argument names. */
    static Guardrail named(String name) {
        return Guardrails.named(name)
                .orElseThrow(() -> new UsageException("unknown guardrail " + Printable.quoted(name) + "; "
                        + Suggestions.nearest(name, Guardrails.names())
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("`policyc guardrails` lists them")));
    }

    @Override
    public Integer call() {
        Optional<Guardrail> guardrail = name.map(GuardrailsCommand::named);
        boolean json = options.format == GlobalOptions.Format.json;
        terminal.out()
                .print(guardrail
                        .map(json ? GuardrailText::json : GuardrailText::page)
                        .orElseGet(json ? GuardrailText::listAsJson : GuardrailText::list));
        return ExitCode.OK.number();
    }
}

package io.policyc.cli;

import com.google.common.base.Splitter;
import io.policyc.guardrail.Guardrail;
import io.policyc.guardrail.GuardrailIntent;
import io.policyc.guardrail.Guardrails;
import io.policyc.guardrail.Parameter;
import io.policyc.node.JsonText;
import io.policyc.workspace.WorkspaceFiles;
import java.util.stream.Stream;

/** Guardrails as they are printed, in at most {@value #WIDTH} columns where the words are ours. */
final class GuardrailText {
    private static final int WIDTH = 80;

    private GuardrailText() {}

    static String list() {
        StringBuilder text = new StringBuilder();
        all().forEach(guardrail -> text.append(guardrail.name())
                .append("\n    ")
                .append(guardrail.title())
                .append('\n'));
        return text.append("\n`policyc guardrails NAME` shows one, `policyc init --guardrail NAME` adds it\n")
                .toString();
    }

    static String listAsJson() {
        JsonText json = JsonText.pretty();
        json.object(() -> json.arrayField(
                "guardrails",
                () -> all().forEach(guardrail -> json.object(() -> {
                    json.field("name", guardrail.name());
                    json.field("title", guardrail.title());
                    json.field("source", guardrail.source());
                }))));
        return json + "\n";
    }

    static String page(Guardrail guardrail) {
        StringBuilder text = new StringBuilder(guardrail.page().stripTrailing());
        text.append("\n\nParameters\n");
        if (guardrail.parameters().isEmpty()) {
            text.append("  none\n");
        }
        guardrail.parameters().values().forEach(parameter -> parameter(parameter, text));
        text.append("\nSource\n  ").append(guardrail.source()).append('\n');
        text.append("\nExample: ").append(file(guardrail)).append('\n');
        GuardrailIntent.example(guardrail)
                .lines()
                .forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    /** The file that {@code policyc init} writes. */
    static String file(Guardrail guardrail) {
        return WorkspaceFiles.INTENTS + "/" + guardrail.name() + WorkspaceFiles.INTENT_ENDING;
    }

    static String json(Guardrail guardrail) {
        JsonText json = JsonText.pretty();
        json.object(() -> {
            json.field("name", guardrail.name());
            json.field("title", guardrail.title());
            json.field("source", guardrail.source());
            json.arrayField(
                    "parameters",
                    () -> guardrail
                            .parameters()
                            .values()
                            .forEach(parameter -> json.object(() -> {
                                json.field("name", parameter.name());
                                json.field("type", parameter.type().word());
                                json.field("description", parameter.description());
                                json.field("required", parameter.isRequired());
                                json.field("default", parameter.fallbackText());
                            })));
            json.field("page", guardrail.page());
            json.field("example", GuardrailIntent.example(guardrail));
        });
        return json + "\n";
    }

    private static void parameter(Parameter parameter, StringBuilder text) {
        text.append("  ").append(parameter.name()).append(": ");
        text.append(parameter.type().word())
                .append(parameter.isRequired() ? ", required" : "")
                .append('\n');
        wrap(parameter.description(), text);
        parameter.fallbackText().ifPresent(fallback -> wrap("default: " + fallback, text));
    }

    private static void wrap(String words, StringBuilder text) {
        String indent = "      ";
        StringBuilder line = new StringBuilder(indent);
        for (String word : Splitter.on(' ').split(words)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        text.append(line).append('\n');
    }

    private static Stream<Guardrail> all() {
        return Guardrails.names().stream().flatMap(name -> Guardrails.named(name).stream());
    }
}

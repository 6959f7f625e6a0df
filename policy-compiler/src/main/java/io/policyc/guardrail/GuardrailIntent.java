package io.policyc.guardrail;

import java.util.Optional;

/** Texts of intents that use a guardrail. */
public final class GuardrailIntent {
    private GuardrailIntent() {}

    /** The shortest one that builds, with an example for what has to be said. */
    public static String example(Guardrail guardrail) {
        StringBuilder text = new StringBuilder(head(guardrail));
        if (!guardrail.required().isEmpty()) {
            text.append("with:\n");
        }
        for (Parameter parameter : guardrail.required()) {
            text.append("  ").append(parameter.name()).append(": ");
            text.append(parameter.type().example()).append('\n');
        }
        return text.toString();
    }

    /** One to start from: what has to be said is there without a value, what can be said is a comment. */
    public static String starter(Guardrail guardrail) {
        boolean complete = guardrail.required().isEmpty();
        StringBuilder text = new StringBuilder();
        text.append("# ").append(guardrail.title()).append('\n');
        text.append("# ").append(guardrail.source()).append('\n');
        text.append("# `policyc guardrails ").append(guardrail.name()).append("` tells all about it.\n");
        text.append(head(guardrail));
        if (!guardrail.parameters().isEmpty()) {
            text.append(complete ? "# with:\n" : "with:\n");
        }
        guardrail.parameters().values().forEach(parameter -> parameter(parameter, complete ? "#   " : "  ", text));
        return text.toString();
    }

    private static String head(Guardrail guardrail) {
        return "policy: " + guardrail.policyName() + "\nguardrail: " + guardrail.name() + "\n";
    }

    private static void parameter(Parameter parameter, String indent, StringBuilder text) {
        Optional<String> fallback = parameter.fallbackText();
        String comment = indent + "# ";
        text.append(comment).append(parameter.description());
        text.append(" (").append(parameter.type().word()).append(")\n");
        if (fallback.isEmpty()) {
            text.append(comment).append("FILL IN: the policy does not build without it. For example\n");
            text.append(comment).append("  ").append(parameter.name()).append(": ");
            text.append(parameter.type().example()).append('\n');
            text.append(indent).append(parameter.name()).append(":\n");
        } else {
            text.append(indent.startsWith("#") ? indent : comment);
            text.append(parameter.name()).append(": ").append(fallback.get()).append('\n');
        }
    }
}

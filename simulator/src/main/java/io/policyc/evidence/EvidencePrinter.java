package io.policyc.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.JsonText;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.node.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what was read from an event or a message, and what was not: lines for people, an object for programs. */
public final class EvidencePrinter {
    private static final int WIDTH = 100;

    /** Keys of the description that are said first. */
    private static final ImmutableSet<String> FIRST = ImmutableSet.of("principal", "action", "resource", "resources");

    private EvidencePrinter() {}

    /** Lines for people, each with a line break. */
    public static String text(Evidence evidence) {
        StringBuilder out = new StringBuilder();
        out.append("read from ").append(Printable.line(evidence.source())).append('\n');
        Optional<Node> principal = evidence.description().get("principal");
        boolean named = principal
                .map(node -> texts(node).equals(evidence.caller().stream().toList()))
                .orElse(false);
        if (!named) {
            line(out, "caller", evidence.caller().orElse("(not told)"));
        }
        evidence.description().member("principal").ifPresent(member -> member(out, member));
        line(out, "action", action(evidence).orElse("(not told)"));
        List<String> resources = resources(evidence);
        resources.forEach(resource -> line(out, "resource", resource));
        if (resources.isEmpty()) {
            line(out, "resource", "(not told)");
        }
        evidence.description().members().stream()
                .filter(member -> !FIRST.contains(member.key()))
                .forEach(member -> member(out, member));
        evidence.answer().ifPresent(answer -> line(out, "answer", "AWS " + answer.words()));
        evidence.answer()
                .flatMap(AwsAnswer::denial)
                .flatMap(Denial::policyArn)
                .ifPresent(arn -> line(out, "policy", arn));
        evidence.notes().forEach(note -> note(out, note));
        return out.toString();
    }

    /** The comparison for people, with a line break. */
    public static String text(Agreement agreement) {
        String word = switch (agreement.verdict()) {
            case AGREES -> "agrees";
            case DIFFERS -> "differs";
            case CANNOT_COMPARE -> "cannot be compared";
        };
        StringBuilder out = new StringBuilder();
        wrapped(out, word + ": ", 4, Printable.escaped(agreement.words()));
        return out.toString();
    }

    /** The object as the next value of a larger text. */
    public static void write(JsonText out, Evidence evidence, List<Agreement> agreements) {
        out.object(() -> {
            out.field("source", evidence.source())
                    .field("caller", evidence.caller())
                    .field("action", action(evidence))
                    .field("resources", resources(evidence));
            out.name("answer");
            evidence.answer().ifPresentOrElse(answer -> write(out, answer), out::nothing);
            out.arrayField(
                    "comparisons",
                    () -> agreements.forEach(agreement -> out.object(() ->
                            out.field("verdict", agreement.verdict().name()).field("words", agreement.words()))));
            out.arrayField("notes", () -> evidence.notes().forEach(note -> write(out, note)));
        });
    }

    private static void write(JsonText out, AwsAnswer answer) {
        Optional<Denial> denial = answer.denial();
        out.object(() -> out.field("outcome", answer.outcome().name())
                .field("errorCode", answer.errorCode())
                .field("manner", denial.map(found -> found.manner().name()))
                .field("policyType", denial.flatMap(Denial::policy).map(DenyingPolicy::name))
                .field("policy", denial.flatMap(Denial::policyArn)));
    }

    private static void write(JsonText out, Finding note) {
        out.object(() -> out.field("id", note.id().name())
                .field("message", note.message())
                .field("help", note.help()));
    }

    private static void member(StringBuilder out, Member member) {
        if (member.value() instanceof ObjectNode object) {
            for (Member inner : object.members()) {
                line(out, member.key(), inner.key() + " = " + String.join(", ", texts(inner.value())));
            }
        } else {
            line(out, member.key(), String.join(", ", texts(member.value())));
        }
    }

    private static void line(StringBuilder out, String name, String text) {
        wrapped(out, String.format(Locale.ROOT, "  %-11s ", name), 14, Printable.escaped(text));
    }

    private static void note(StringBuilder out, Finding note) {
        wrapped(out, "  note: ", 4, Printable.escaped(note.message()));
        note.help().ifPresent(help -> wrapped(out, "    ", 6, Printable.escaped(help)));
    }

    /** One line, broken at blanks where it would be wider than a terminal. */
    private static void wrapped(StringBuilder out, String head, int indentation, String text) {
        String start = head;
        String rest = text;
        while (start.length() + rest.length() > WIDTH) {
            int end = rest.lastIndexOf(' ', WIDTH - start.length());
            if (end <= 0) {
                break;
            }
            out.append(start).append(rest, 0, end).append('\n');
            rest = rest.substring(end + 1);
            start = " ".repeat(indentation);
        }
        out.append(start).append(rest).append('\n');
    }

    private static Optional<String> action(Evidence evidence) {
        return evidence.description().get("action").map(node -> String.join(", ", texts(node)));
    }

    private static List<String> resources(Evidence evidence) {
        return ImmutableSet.of("resource", "resources").stream()
                .flatMap(key -> evidence.description().get(key).stream())
                .flatMap(node -> texts(node).stream())
                .collect(Collectors.toList());
    }

    private static List<String> texts(Node node) {
        ImmutableList<Node> nodes = node instanceof ArrayNode array ? array.elements() : ImmutableList.of(node);
        return nodes.stream()
                .map(one -> one instanceof ScalarNode scalar ? scalar.text() : one.kind())
                .toList();
    }
}

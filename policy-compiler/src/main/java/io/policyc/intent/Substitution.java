package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values in the place of {@code ((name))}. A scalar that is nothing else becomes the value, and a list among the
 * elements of a list becomes several elements; in longer text the value has to be one scalar. What is put in is not looked
 * at again. A text that still holds two opening parentheses afterwards has been reported.
 */
final class Substitution {
    private static final Pattern USE = Pattern.compile("\\(\\(([^()]*)\\)\\)");
    private static final String OPENING = "((";

    /** More than any policy can hold; a small file could otherwise ask for gigabytes. */
    private static final int MOST_NODES = 200_000;

    private static final int MOST_CHARACTERS = 10_000_000;

    /** Finds a value by its name. What is not there or cannot be used is reported by whoever looks it up. */
    interface Source {
        Optional<Node> value(String name, SourceSpan use, Findings findings);
    }

    private final Source source;
    private final Findings findings;
    private long nodes;
    private long characters;
    private boolean full;

    Substitution(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** An object with values in all of its members but some. */
    ObjectNode apply(ObjectNode object, ImmutableSet<String> untouched) {
        ImmutableList.Builder<ObjectNode.Member> members = ImmutableList.builder();
        for (ObjectNode.Member member : object.members()) {
            if (member.key().contains(OPENING)) {
                findings.add(
                        IntentFindings.UNKNOWN_VALUE,
                        member.keySpan(),
                        "key " + Printable.quoted(member.key()) + " holds a `((`, and values cannot stand in keys",
                        "write the key out");
            }
            Node value = untouched.contains(member.key())
                    ? member.value()
                    : member.key().equals("rules") ? rules(member.value()) : apply(member.value());
            members.add(new ObjectNode.Member(member.key(), member.keySpan(), value));
        }
        return new ObjectNode(members.build(), object.span());
    }

    /** Rules with values in all but their names. */
    Node rules(Node node) {
        if (!(node instanceof ArrayNode array)) {
            return apply(node);
        }
        ImmutableList<Node> rules = array.elements().stream()
                .map(rule -> rule instanceof ObjectNode object ? apply(object, ImmutableSet.of("sid")) : apply(rule))
                .collect(ImmutableList.toImmutableList());
        return new ArrayNode(rules, array.span());
    }

    Node apply(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (node instanceof ArrayNode array) {
            return list(array);
        }
        return node instanceof ObjectNode object ? apply(object, ImmutableSet.of()) : node;
    }

    private Node list(ArrayNode array) {
        ImmutableList.Builder<Node> elements = ImmutableList.builder();
        for (Node element : array.elements()) {
            Node applied = apply(element);
            if (element instanceof ScalarNode && applied instanceof ArrayNode values) {
                elements.addAll(values.elements());
            } else {
                elements.add(applied);
            }
        }
        return new ArrayNode(elements.build(), array.span());
    }

    private Node scalar(ScalarNode scalar) {
        if (full || !scalar.text().contains(OPENING)) {
            return scalar;
        }
        Optional<String> whole = wholeUse(scalar);
        if (whole.isPresent()) {
            return source.value(whole.get(), scalar.span(), findings)
                    .filter(value -> isWithinBounds(value, scalar))
                    .orElse(scalar);
        }
        return text(scalar);
    }

    /** The name, if the scalar is a use of a value and nothing else. */
    static Optional<String> wholeUse(ScalarNode scalar) {
        Matcher use = USE.matcher(scalar.text());
        return use.matches() ? Optional.of(use.group(1)) : Optional.empty();
    }

    private Node text(ScalarNode scalar) {
        Matcher use = USE.matcher(scalar.text());
        StringBuilder text = new StringBuilder();
        SourceSpan place = scalar.span();
        int copied = 0;
        boolean complete = true;
        while (use.find()) {
            Optional<Node> value = source.value(use.group(1), scalar.span(), findings);
            if (value.isEmpty()) {
                complete = false;
                continue;
            }
            if (!(value.get() instanceof ScalarNode one)) {
                findings.add(
                        IntentFindings.LIST_IN_TEXT,
                        scalar.span(),
                        "value " + Printable.quoted(use.group(1)) + " is "
                                + value.get().kind() + ", which cannot be part of a text",
                        "write it alone, as an element or as the whole list");
                return scalar;
            }
            if (!isWithinBounds(one, scalar)) {
                return scalar;
            }
            place = one.span();
            text.append(scalar.text(), copied, use.start()).append(one.text());
            copied = use.end();
        }
        if (!complete) {
            return scalar;
        }
        text.append(scalar.text(), copied, scalar.text().length());
        if (text.indexOf(OPENING) >= 0) {
            findings.add(
                    IntentFindings.UNKNOWN_VALUE,
                    scalar.span(),
                    Printable.quoted(scalar.text()) + " holds a `((` that starts no ((name))",
                    "a name has letters, digits, `-` and `_`");
            return scalar;
        }
        return new ScalarNode(ScalarNode.Type.STRING, text.toString(), place);
    }

    /** Counts what is put in; reports once when it is too much. */
    private boolean isWithinBounds(Node value, ScalarNode use) {
        count(value);
        boolean within = !full && nodes <= MOST_NODES && characters <= MOST_CHARACTERS;
        if (!full && !within) {
            full = true;
            findings.add(
                    IntentFindings.TOO_MANY_VALUES,
                    use.span(),
                    "the values of this file come to more than " + MOST_NODES + " entries or " + MOST_CHARACTERS
                            + " characters here",
                    "no policy can hold so many");
        }
        return within;
    }

    private void count(Node value) {
        nodes++;
        if (value instanceof ScalarNode scalar) {
            characters += scalar.text().length();
        } else if (value instanceof ArrayNode array) {
            array.elements().forEach(this::count);
        } else if (value instanceof ObjectNode object) {
            object.members().forEach(member -> count(member.value()));
        }
    }
}

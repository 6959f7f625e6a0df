package io.policyc.alert;

import com.google.common.collect.ImmutableList;
import io.policyc.alert.FieldPattern.Values;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a pattern as the combinations that its {@code $or} make, any of which is enough. All fields of a combination must
 * match.
 */
final class PatternReader {
    static final String OR = "$or";

    /** More combinations, or fields in all of them, are read no further. */
    private static final int MOST_COMBINATIONS = 1_000;

    private static final int MOST_FIELDS = 100_000;

    private final Findings findings;
    private final OperatorReader operators;
    private List<Map<ImmutableList<String>, Values>> combinations = new ArrayList<>();
    private boolean tooMany;

    PatternReader(Findings findings) {
        this.findings = findings;
        this.operators = new OperatorReader(findings);
        combinations.add(new LinkedHashMap<>());
    }

    ImmutableList<FieldPattern> read(Node root) {
        if (root instanceof ObjectNode object) {
            object(object, ImmutableList.of(), false);
        } else {
            invalid(root, "a pattern is an object, not " + root.kind());
        }
        return findings.hasErrors()
                ? ImmutableList.of()
                : combinations.stream().map(FieldPattern::of).collect(ImmutableList.toImmutableList());
    }

    private void object(ObjectNode object, ImmutableList<String> path, boolean inOr) {
        if (object.members().isEmpty()) {
            invalid(object, "an empty object in a pattern asks for nothing; AWS refuses it");
        }
        for (ObjectNode.Member member : object.members()) {
            if (member.key().equals(OR)) {
                either(member, path);
                continue;
            }
            if (inOr
                    && (OperatorReader.OPERATORS.contains(member.key())
                            || member.key().equals("exactly"))) {
                findings.add(
                        AlertFindings.INVALID_PATTERN,
                        member.keySpan(),
                        Printable.quoted(member.key()) + " is an operator, and within `$or` no name of a field",
                        "`$or` holds patterns: {\"$or\": [{\"field\": [\"value\"]}, {\"other\": [\"value\"]}]}");
                continue;
            }
            if (member.key().indexOf('.') >= 0) {
                findings.add(
                        AlertFindings.INVALID_PATTERN,
                        member.keySpan(),
                        "AWS does not say whether the name " + Printable.quoted(member.key())
                                + " is one field or a path",
                        "nest objects: {\"detail\": {\"eventName\": [\"…\"]}}");
                continue;
            }
            ImmutableList<String> here = ImmutableList.<String>builder()
                    .addAll(path)
                    .add(member.key())
                    .build();
            if (member.value() instanceof ObjectNode inner) {
                object(inner, here, inOr);
            } else if (member.value() instanceof ArrayNode list) {
                values(list).ifPresent(values -> ask(here, values, member));
            } else {
                findings.add(
                        AlertFindings.INVALID_PATTERN,
                        member.value().span(),
                        Printable.quoted(member.key()) + " must be a list of values or an object, not "
                                + member.value().kind(),
                        "values of a pattern stand in a list: [\"…\"]");
            }
        }
    }

    private Optional<Values> values(ArrayNode list) {
        if (list.elements().isEmpty()) {
            invalid(list, "an empty list in a pattern matches nothing; AWS refuses it");
            return Optional.empty();
        }
        ImmutableList.Builder<ValueTest> tests = ImmutableList.builder();
        boolean mayBeAbsent = false;
        for (Node element : list.elements()) {
            if (isAbsence(element)) {
                mayBeAbsent = true;
            } else {
                operators.read(element).ifPresent(tests::add);
            }
        }
        return Optional.of(new Values(tests.build(), mayBeAbsent));
    }

    /** {@code {"exists": false}}. */
    private static boolean isAbsence(Node node) {
        return node instanceof ObjectNode object
                && object.members().size() == 1
                && object.get(OperatorReader.EXISTS)
                        .filter(value -> value instanceof ScalarNode scalar
                                && scalar.type() == ScalarNode.Type.BOOLEAN
                                && scalar.text().equals("false"))
                        .isPresent();
    }

    private void ask(ImmutableList<String> path, Values values, ObjectNode.Member member) {
        boolean twice = false;
        for (Map<ImmutableList<String>, Values> combination : combinations) {
            twice |= combination.put(path, values) != null;
        }
        if (twice) {
            findings.add(
                    AlertFindings.INVALID_PATTERN,
                    member.keySpan(),
                    Printable.quoted(String.join(".", path)) + " is asked for twice in one combination of `$or`",
                    "AWS's matcher keeps one of the two; ask for it within each alternative");
        }
        checkSize(member);
    }

    private void either(ObjectNode.Member member, ImmutableList<String> path) {
        ImmutableList<Node> alternatives =
                member.value() instanceof ArrayNode list ? list.elements() : ImmutableList.of();
        if (alternatives.size() < 2 || !alternatives.stream().allMatch(ObjectNode.class::isInstance)) {
            invalid(member.value(), "`$or` takes a list of at least two patterns");
            return;
        }
        List<Map<ImmutableList<String>, Values>> before = combinations;
        List<Map<ImmutableList<String>, Values>> after = new ArrayList<>();
        for (Node alternative : alternatives) {
            if (tooMany) {
                return;
            }
            combinations = new ArrayList<>();
            before.forEach(combination -> combinations.add(new LinkedHashMap<>(combination)));
            object((ObjectNode) alternative, path, true);
            after.addAll(combinations);
            combinations = after;
            checkSize(member);
        }
    }

    private void checkSize(ObjectNode.Member member) {
        long fields = combinations.stream().mapToLong(Map::size).sum();
        if (!tooMany && (combinations.size() > MOST_COMBINATIONS || fields > MOST_FIELDS)) {
            tooMany = true;
            findings.add(
                    AlertFindings.INVALID_PATTERN,
                    member.keySpan(),
                    "the `$or` of this pattern make more than " + MOST_COMBINATIONS
                            + " combinations, or too many fields in them");
        }
    }

    private void invalid(Node node, String message) {
        findings.add(AlertFindings.INVALID_PATTERN, node.span(), message);
    }
}

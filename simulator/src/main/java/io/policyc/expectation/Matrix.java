package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.node.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The product of lists over keys of a request, the last key varying fastest. Without lists it is one row without values.
 */
final class Matrix {
    /** The most rows of one test; more is a slip of the pen, or a question for a proof. */
    static final int MOST = 10_000;

    /** One choice from each list, and what it is called in names of cases. */
    record Row(ObjectNode values, String label) {}

    private record Choice(Member key, ImmutableList<Node> values) {}

    private final ObjectNode node;
    private final ImmutableList<Choice> choices;

    private Matrix(ObjectNode node, ImmutableList<Choice> choices) {
        this.node = node;
        this.choices = choices;
    }

    /** @param request the request that the rows are laid over; a key stands in one of both */
    static Optional<Matrix> read(ObjectNode node, ObjectNode request, Findings findings) {
        int errors = findings.errorCount();
        ImmutableList.Builder<Choice> choices = ImmutableList.builder();
        long size = 1;
        for (Member member : node.members()) {
            if (request.get(member.key()).isPresent()) {
                findings.add(
                        TestFindings.MATRIX_CONFLICT,
                        member.keySpan(),
                        Printable.quoted(member.key()) + " is in the matrix and in the request",
                        "keep it in one of them");
            }
            if (!(member.value() instanceof ArrayNode list)) {
                findings.add(
                        TestFindings.WRONG_TYPE,
                        member.value().span(),
                        Printable.quoted(member.key()) + " of a matrix must be a list, not "
                                + member.value().kind());
                continue;
            }
            if (list.elements().isEmpty()) {
                findings.add(
                        TestFindings.EMPTY_MATRIX, list.span(), "an empty list in a matrix makes a test without cases");
            }
            size = Math.min(size * list.elements().size(), Integer.MAX_VALUE);
            choices.add(new Choice(member, list.elements()));
        }
        if (size > MOST) {
            findings.add(
                    TestFindings.MATRIX_TOO_LARGE,
                    node.span(),
                    "the matrix has more than %,d rows".formatted(MOST),
                    "split the test, or shorten a list");
        }
        return findings.errorCount() == errors ? Optional.of(new Matrix(node, choices.build())) : Optional.empty();
    }

    /** The matrix of a test that has none. */
    static Matrix none(ObjectNode test) {
        return new Matrix(new ObjectNode(ImmutableList.of(), test.span()), ImmutableList.of());
    }

    int size() {
        return choices.stream().mapToInt(choice -> choice.values().size()).reduce(1, Math::multiplyExact);
    }

    ImmutableList<Row> rows() {
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        for (int row = 0; row < size(); row++) {
            rows.add(row(row));
        }
        return rows.build();
    }

    private Row row(int number) {
        int rest = number;
        List<Member> members = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Choice choice : choices.reverse()) {
            Node value = choice.values().get(rest % choice.values().size());
            rest /= choice.values().size();
            members.add(0, new Member(choice.key().key(), choice.key().keySpan(), value));
            labels.add(0, choice.key().key() + "=" + label(value));
        }
        return new Row(new ObjectNode(ImmutableList.copyOf(members), node.span()), String.join(", ", labels));
    }

    /** A value in the name of a case; of a list or an object in the form of YAML. */
    private static String label(Node value) {
        if (value instanceof ScalarNode scalar) {
            return Printable.line(scalar.text());
        }
        if (value instanceof ObjectNode object) {
            return object.members().stream()
                    .map(member -> Printable.line(member.key()) + ": " + label(member.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return ((ArrayNode) value).elements().stream().map(Matrix::label).collect(Collectors.joining(", ", "[", "]"));
    }
}

package io.policyc.alert;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.glob.Glob;
import io.policyc.glob.GlobBuilder;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the values of a pattern: plain ones, and objects with one operator.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">Comparison
 *     operators</a>
 */
final class OperatorReader {
    static final String EXISTS = "exists";

    private static final String PREFIX = "prefix";
    private static final String SUFFIX = "suffix";
    private static final String IGNORE_CASE = "equals-ignore-case";
    private static final String WILDCARD = "wildcard";
    private static final String ANYTHING_BUT = "anything-but";
    private static final String NUMERIC = "numeric";
    private static final String CIDR = "cidr";

    static final ImmutableSet<String> OPERATORS =
            ImmutableSet.of(ANYTHING_BUT, CIDR, IGNORE_CASE, EXISTS, NUMERIC, PREFIX, SUFFIX, WILDCARD);
    private static final ImmutableSet<String> WITHIN_ANYTHING_BUT =
            ImmutableSet.of(IGNORE_CASE, PREFIX, SUFFIX, WILDCARD);

    private final Findings findings;

    OperatorReader(Findings findings) {
        this.findings = findings;
    }

    /** A value of a list; {@code exists} with false is for the caller. */
    Optional<ValueTest> read(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(plain(scalar));
        }
        return operator(node, OPERATORS).flatMap(this::operator);
    }

    private static ValueTest plain(ScalarNode scalar) {
        return switch (scalar.type()) {
            case STRING -> new ValueTest.SameText(scalar.text());
            case NUMBER -> new ValueTest.SameNumber(scalar.text());
            case BOOLEAN, NULL -> new ValueTest.SameWord(scalar.type(), scalar.text());
        };
    }

    /** The one member of an object whose key is an operator. */
    Optional<ObjectNode.Member> operator(Node node, ImmutableSet<String> known) {
        if (!(node instanceof ObjectNode object) || object.members().size() != 1) {
            return invalid(
                    node, "a value of a pattern is text, a number, true, false, null, or an object with one operator");
        }
        ObjectNode.Member member = object.members().get(0);
        if (!known.contains(member.key())) {
            findings.add(
                    AlertFindings.UNKNOWN_OPERATOR,
                    member.keySpan(),
                    "unknown operator " + Printable.quoted(member.key()),
                    Suggestions.help(member.key(), known));
            return Optional.empty();
        }
        return Optional.of(member);
    }

    private Optional<ValueTest> operator(ObjectNode.Member member) {
        Node value = member.value();
        return switch (member.key()) {
            case PREFIX -> affix(member, ValueTest.Prefix::new);
            case SUFFIX -> affix(member, ValueTest.Suffix::new);
            case IGNORE_CASE -> text(member, value).map(ValueTest.IgnoringCase::new);
            case WILDCARD ->
                text(member, value).flatMap(text -> glob(text, value)).map(ValueTest.Wildcard::new);
            case CIDR ->
                text(member, value)
                        .flatMap(text -> AddressBlock.parse(text)
                                .<ValueTest>map(ValueTest.Cidr::new)
                                .or(() -> invalid(value, "`cidr` takes a network such as 10.0.0.0/24")));
            case NUMERIC -> new NumericReader(findings).read(value).map(ValueTest.Within::new);
            case EXISTS -> exists(value);
            default -> anythingBut(value).map(ValueTest.AnythingBut::new);
        };
    }

    /** {@code exists} with false is not a test of a value, and asked for beforehand. */
    private Optional<ValueTest> exists(Node value) {
        boolean isTrue = value instanceof ScalarNode scalar
                && scalar.type() == ScalarNode.Type.BOOLEAN
                && scalar.text().equals("true");
        return isTrue ? Optional.of(new ValueTest.Present()) : invalid(value, "`exists` takes true or false");
    }

    /** Makes a test of a text and whether letter case is ignored. */
    private interface Affix {
        ValueTest of(String text, boolean ignoresCase);
    }

    private Optional<ValueTest> affix(ObjectNode.Member member, Affix affix) {
        if (member.value() instanceof ObjectNode) {
            return operator(member.value(), ImmutableSet.of(IGNORE_CASE))
                    .flatMap(inner -> text(inner, inner.value()))
                    .map(text -> affix.of(text, true));
        }
        return text(member, member.value()).map(text -> affix.of(text, false));
    }

    private Optional<ImmutableList<ValueTest>> anythingBut(Node value) {
        if (value instanceof ObjectNode) {
            return operator(value, WITHIN_ANYTHING_BUT).flatMap(inner -> list(inner.value(), one -> inner(inner, one)));
        }
        Optional<ImmutableList<ValueTest>> tests = list(value, this::excluded);
        boolean mixed = tests.filter(
                        list -> list.stream().map(Object::getClass).distinct().count() > 1)
                .isPresent();
        return mixed ? invalid(value, "`anything-but` takes texts or numbers, not both") : tests;
    }

    private Optional<ValueTest> excluded(Node node) {
        boolean comparable = node instanceof ScalarNode scalar
                && (scalar.type() == ScalarNode.Type.STRING || scalar.type() == ScalarNode.Type.NUMBER);
        return comparable
                ? Optional.of(plain((ScalarNode) node))
                : invalid(node, "`anything-but` takes texts, numbers or one operator, not " + node.kind());
    }

    private Optional<ValueTest> inner(ObjectNode.Member operator, Node value) {
        Optional<String> text = text(operator, value);
        boolean empty = text.filter(String::isEmpty).isPresent();
        return switch (operator.key()) {
            case IGNORE_CASE -> text.map(ValueTest.IgnoringCase::new);
            case WILDCARD -> text.flatMap(pattern -> glob(pattern, value)).map(ValueTest.Wildcard::new);
            default ->
                empty
                        ? invalid(value, "an empty `" + operator.key() + "` would exclude every text")
                        : text.map(found -> operator.key().equals(PREFIX)
                                ? new ValueTest.Prefix(found, false)
                                : new ValueTest.Suffix(found, false));
        };
    }

    /** One value or a list of them; empty if there is a mistake. */
    private Optional<ImmutableList<ValueTest>> list(Node value, Function<Node, Optional<ValueTest>> each) {
        ImmutableList<Node> nodes = value instanceof ArrayNode array ? array.elements() : ImmutableList.of(value);
        if (nodes.isEmpty()) {
            return invalid(value, "`anything-but` with an empty list excludes nothing");
        }
        ImmutableList<ValueTest> tests =
                nodes.stream().flatMap(node -> each.apply(node).stream()).collect(ImmutableList.toImmutableList());
        return tests.size() == nodes.size() ? Optional.of(tests) : Optional.empty();
    }

    private Optional<String> text(ObjectNode.Member operator, Node value) {
        return value instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.STRING
                ? Optional.of(scalar.text())
                : invalid(value, "`" + operator.key() + "` takes text, not " + value.kind());
    }

    /** A star stands for any characters, {@code \*} and {@code \\} for themselves. */
    private Optional<Glob> glob(String pattern, Node at) {
        GlobBuilder glob = new GlobBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
            if (c == '\\') {
                if (next != '*' && next != '\\') {
                    return invalid(at, "in `wildcard` a backslash stands before `*` or another backslash");
                }
                glob.literal(next);
                i++;
            } else if (c == '*') {
                if (next == '*') {
                    return invalid(at, "in `wildcard` no `*` follows another");
                }
                glob.anyRun(GlobBuilder.Colon.CROSSED);
            } else {
                glob.literal(c);
            }
        }
        return Optional.of(glob.build());
    }

    private <T> Optional<T> invalid(Node node, String message) {
        findings.add(AlertFindings.INVALID_PATTERN, node.span(), message);
        return Optional.empty();
    }
}

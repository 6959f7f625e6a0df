package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the Condition element: operator -> key -> one value or a list. */
final class ConditionReader {
    private final Findings findings;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<SourceSpan> places = new ArrayList<>();
    private boolean incomplete;

    ConditionReader(Findings findings) {
        this.findings = findings;
    }

    ImmutableList<Condition> conditions() {
        return ImmutableList.copyOf(conditions);
    }

    ImmutableList<SourceSpan> places() {
        return ImmutableList.copyOf(places);
    }

    /** Whether a condition could not be read; a statement without it would mean something else. */
    boolean incomplete() {
        return incomplete;
    }

    void read(Node node) {
        int errorsBefore = findings.errorCount();
        if (node instanceof ObjectNode object) {
            emptyIfSo(object, "Condition");
            object.members().forEach(this::operator);
        } else {
            findings.add(PolicyFindings.WRONG_TYPE, node.span(), "Condition must be an object, not " + node.kind());
        }
        incomplete = findings.errorCount() > errorsBefore;
    }

    private void operator(ObjectNode.Member member) {
        Optional<ConditionOperator> operator = ConditionOperator.parse(member.key());
        if (operator.isEmpty()) {
            findings.add(
                    PolicyFindings.UNKNOWN_OPERATOR,
                    member.keySpan(),
                    "unknown condition operator " + Printable.quoted(member.key()),
                    help(member.key()));
        }
        if (!(member.value() instanceof ObjectNode keys)) {
            findings.add(
                    PolicyFindings.WRONG_TYPE,
                    member.value().span(),
                    Printable.quoted(member.key()) + " must hold an object of condition keys, not "
                            + member.value().kind());
            return;
        }
        emptyIfSo(keys, member.key());
        Map<String, String> spellings = new HashMap<>();
        for (ObjectNode.Member key : keys.members()) {
            key(operator, key, spellings);
        }
    }

    private void key(Optional<ConditionOperator> operator, ObjectNode.Member member, Map<String, String> spellings) {
        ImmutableList<ValueTemplate> values = values(member);
        if (!ConditionKey.isValid(member.key())) {
            findings.add(
                    PolicyFindings.INVALID_CONDITION_KEY,
                    member.keySpan(),
                    "condition key " + Printable.quoted(member.key()) + " is not of the form service:name",
                    "for example aws:PrincipalArn");
            return;
        }
        ConditionKey key = ConditionKey.of(member.key());
        String first = spellings.putIfAbsent(key.folded(), key.spelling());
        if (first != null) {
            findings.add(
                    PolicyFindings.DUPLICATE_CONDITION_KEY,
                    member.keySpan(),
                    Printable.quoted(member.key()) + " and " + Printable.quoted(first) + " are one condition key",
                    "names of condition keys ignore case; merge the two");
        } else if (operator.isPresent() && !values.isEmpty()) {
            conditions.add(new Condition(operator.get(), key, values));
            places.add(member.keySpan().to(member.value().span()));
        }
    }

    private ImmutableList<ValueTemplate> values(ObjectNode.Member member) {
        List<Node> elements = member.value() instanceof ArrayNode array ? array.elements() : List.of(member.value());
        ImmutableList.Builder<ValueTemplate> values = ImmutableList.builder();
        for (Node element : elements) {
            if (element instanceof ScalarNode scalar && !scalar.isNull()) {
                values.add(template(scalar, findings));
            } else {
                findings.add(
                        PolicyFindings.WRONG_TYPE,
                        element.span(),
                        "a value of " + Printable.quoted(member.key()) + " must be text, not " + element.kind());
            }
        }
        if (elements.isEmpty()) {
            findings.add(
                    PolicyFindings.EMPTY_LIST,
                    member.value().span(),
                    Printable.quoted(member.key()) + " has an empty list of values",
                    "what AWS makes of it is not documented; remove the condition or give it a value");
        }
        return values.build();
    }

    private void emptyIfSo(ObjectNode object, String what) {
        if (object.members().isEmpty()) {
            findings.add(
                    PolicyFindings.EMPTY_CONDITION,
                    object.span(),
                    Printable.quoted(what) + " is empty and restricts nothing",
                    "remove it");
        }
    }

    /** A value that may hold variables; a malformed one is reported. */
    static ValueTemplate template(ScalarNode scalar, Findings findings) {
        ValueTemplate template = new ValueTemplate(scalar.text());
        if (template.hasMalformedVariable()) {
            findings.add(
                    PolicyFindings.INVALID_VARIABLE,
                    scalar.span(),
                    Printable.quoted(scalar.text()) + " holds a `${` that starts no policy variable",
                    "write ${key} or ${key, 'default'}; a dollar sign itself is ${$}");
        }
        return template;
    }

    private static String help(String word) {
        if (word.equals("NullIfExists")) {
            return "Null tests presence itself and takes no IfExists";
        }
        return Suggestions.nearest(word, ConditionOperator.words())
                .map(operator -> "did you mean `" + operator + "`?")
                .orElse("for example StringEquals, ArnLike, IpAddress, each also with IfExists");
    }
}

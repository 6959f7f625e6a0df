package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ValueTemplate;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The value of a facet while it is read: its scalars, and the tests that they become.
 *
 * @param facet the facet's name, for messages
 * @param place of key and value together
 * @param partition of the ARNs that values become
 */
record FacetValues(String facet, Node node, SourceSpan place, Partition partition, Findings findings) {

    /** A value inside this one, under the name that messages shall use. */
    FacetValues inside(String name, ObjectNode.Member member) {
        SourceSpan whole = member.keySpan().to(member.value().span());
        return new FacetValues(name, member.value(), whole, partition, findings);
    }

    /** One of the values alone. */
    FacetValues of(ScalarNode scalar) {
        return new FacetValues(facet, scalar, scalar.span(), partition, findings);
    }

    /** One scalar or a list of them; anything else is reported. */
    List<ScalarNode> scalars() {
        Fields fields =
                new Fields(new ObjectNode(ImmutableList.of(), node.span()), findings, IntentFindings.WRONG_TYPE);
        int errorsBefore = findings.errorCount();
        List<ScalarNode> scalars = fields.scalars(node, "`" + facet + "`");
        if (scalars.isEmpty() && findings.errorCount() == errorsBefore) {
            findings.add(IntentFindings.EMPTY_LIST, node.span(), "`" + facet + "` has no value");
        }
        return scalars.stream()
                .filter(scalar -> Placeholders.check(scalar, findings))
                .toList();
    }

    /** Each scalar made into a value, or reported and left out. */
    ImmutableList<String> texts(Function<ScalarNode, Optional<String>> one) {
        List<String> texts = new ArrayList<>();
        scalars().forEach(scalar -> one.apply(scalar).ifPresent(texts::add));
        return ImmutableList.copyOf(texts);
    }

    /** The scalars as they are. */
    ImmutableList<String> texts() {
        return texts(scalar -> Optional.of(scalar.text()));
    }

    /** One condition on a key, true when any of the values matches; nothing if none could be read. */
    Optional<Expression> test(Comparison comparison, String key, ImmutableList<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Condition condition = new Condition(
                ConditionOperator.of(comparison),
                ConditionKey.of(key),
                values.stream().map(ValueTemplate::new).collect(ImmutableList.toImmutableList()));
        return Optional.of(new Expression.Test(condition, place));
    }

    /** Equality, or with a wildcard in one of the values, StringLike. */
    Optional<Expression> text(String key, ImmutableList<String> values) {
        boolean wildcard = values.stream().anyMatch(value -> value.contains("*") || value.contains("?"));
        return test(wildcard ? Comparison.STRING_LIKE : Comparison.STRING_EQUALS, key, values);
    }

    Optional<Expression> not(Optional<Expression> expression) {
        return expression.map(part -> new Expression.Not(part, place));
    }

    /** One of two words; a finding otherwise. */
    Optional<Boolean> oneOf(String yes, String no) {
        List<ScalarNode> scalars = scalars();
        if (scalars.size() == 1) {
            String text = scalars.get(0).text();
            if (text.equals(yes) || text.equals(no)) {
                return Optional.of(text.equals(yes));
            }
            invalid(scalars.get(0), "is not `" + yes + "` or `" + no + "`");
        } else if (scalars.size() > 1) {
            findings.add(
                    IntentFindings.INVALID_VALUE, node.span(), "`" + facet + "` takes one value, not a list of them");
        }
        return Optional.empty();
    }

    /** Reports a value and leaves it out. */
    Optional<String> invalid(ScalarNode scalar, String why) {
        findings.add(
                IntentFindings.INVALID_VALUE,
                scalar.span(),
                "`" + facet + "` " + Printable.quoted(scalar.text()) + " " + why);
        return Optional.empty();
    }

    Optional<String> unknown(ScalarNode scalar, Collection<String> known) {
        findings.add(
                IntentFindings.INVALID_VALUE,
                scalar.span(),
                "unknown `" + facet + "` " + Printable.quoted(scalar.text()),
                Suggestions.help(scalar.text(), known));
        return Optional.empty();
    }
}

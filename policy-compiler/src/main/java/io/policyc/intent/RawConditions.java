package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.Literals;
import io.policyc.source.SourceSpan;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.List;
import java.util.Optional;

/** Raw condition keys, {@code prefix:Key: {Operator: value(s)}}: IAM's own meaning, with values that IAM understands. */
final class RawConditions {
    private static final ConditionKey PRINCIPAL_ARN = ConditionKey.of("aws:PrincipalArn");

    private final ObjectNode.Member member;
    private final ConditionKey key;
    private final Findings findings;

    private RawConditions(ObjectNode.Member member, Findings findings) {
        this.member = member;
        this.key = ConditionKey.of(member.key());
        this.findings = findings;
    }

    static Optional<Expression> read(ObjectNode.Member member, Findings findings) {
        return new RawConditions(member, findings).read();
    }

    private Optional<Expression> read() {
        if (!(member.value() instanceof ObjectNode operators)
                || operators.members().isEmpty()) {
            findings.add(
                    IntentFindings.WRONG_TYPE,
                    member.value().span(),
                    "a condition key holds {Operator: value}, for example {StringEquals: a}");
            return Optional.empty();
        }
        ImmutableList.Builder<Expression> parts = ImmutableList.builder();
        operators.members().forEach(operator -> condition(operator).ifPresent(parts::add));
        ImmutableList<Expression> read = parts.build();
        SourceSpan place = member.keySpan().to(member.value().span());
        return Optional.of(read.size() == 1 ? read.get(0) : new Expression.All(read, place));
    }

    private Optional<Expression> condition(ObjectNode.Member operatorMember) {
        Optional<ConditionOperator> operator = ConditionOperator.parse(operatorMember.key());
        if (operator.isEmpty()) {
            findings.add(
                    IntentFindings.UNKNOWN_OPERATOR,
                    operatorMember.keySpan(),
                    "unknown condition operator " + Printable.quoted(operatorMember.key()),
                    Suggestions.nearest(operatorMember.key(), ConditionOperator.words())
                            .map(word -> "did you mean `" + word + "`?")
                            .orElse("for example StringEquals, ArnLike, IpAddress, each also with IfExists"));
            return Optional.empty();
        }
        int errorsBefore = findings.errorCount();
        checkType(operator.get(), operatorMember);
        Node value = operatorMember.value();
        SourceSpan place = operatorMember.keySpan().to(value.span());
        // ARNs stay as they are written, so the partition does not matter.
        FacetValues values = new FacetValues(operatorMember.key(), value, place, Partition.AWS, findings);
        List<ScalarNode> scalars = values.scalars();
        scalars.forEach(scalar -> checkValue(operator.get().comparison(), scalar));
        checkCount(operator.get().comparison(), scalars.size(), value);
        if (scalars.isEmpty() || findings.errorCount() > errorsBefore) {
            return Optional.empty();
        }
        Condition condition = new Condition(
                operator.get(),
                key,
                scalars.stream()
                        .map(scalar -> new ValueTemplate(scalar.text()))
                        .collect(ImmutableList.toImmutableList()));
        return Optional.of(new Expression.Test(condition, place));
    }

    /** An operator without a set qualifier never matches a multivalued key, negated or not (observed at AWS, 2026). */
    private void checkType(ConditionOperator operator, ObjectNode.Member operatorMember) {
        boolean multivalued = ContextKeys.typeOf(key).map(KeyType::multivalued).orElse(false);
        boolean isNull = operator.comparison() == Comparison.NULL;
        if (multivalued && operator.qualifier() == SetQualifier.NONE && !isNull) {
            findings.add(
                    IntentFindings.MULTIVALUED_KEY,
                    operatorMember.keySpan(),
                    Printable.quoted(key.spelling()) + " is multivalued; without a set qualifier " + operator.word()
                            + " never matches it",
                    "write ForAnyValue:" + operator.word() + " or ForAllValues:" + operator.word());
        }
        if (isNull && operator.qualifier() != SetQualifier.NONE) {
            findings.add(
                    IntentFindings.UNKNOWN_OPERATOR,
                    operatorMember.keySpan(),
                    "Null with a set qualifier says nothing about presence",
                    "write Null alone");
        }
    }

    private void checkValue(Comparison comparison, ScalarNode scalar) {
        ValueTemplate value = new ValueTemplate(scalar.text());
        if (!Literals.isWellFormed(value, comparison)) {
            findings.add(
                    IntentFindings.MALFORMED_VALUE,
                    scalar.span(),
                    Printable.quoted(scalar.text()) + " is not " + expected(comparison),
                    help(comparison));
        } else if (comparison.family() == Comparison.Family.ARN && variableBeforeResource(scalar.text())) {
            findings.add(
                    IntentFindings.VARIABLE_IN_ARN,
                    scalar.span(),
                    "a variable in the first five fields of an ARN can make it malformed, and then a Deny fires on everybody",
                    "variables may stand in the sixth field");
        } else if (key.equals(PRINCIPAL_ARN)) {
            PrincipalPattern.matchesNobody(scalar, findings);
        }
    }

    private void checkCount(Comparison comparison, int count, Node value) {
        boolean single = comparison == Comparison.BOOL || comparison == Comparison.NULL;
        if (single && count > 1) {
            findings.add(
                    IntentFindings.MALFORMED_VALUE,
                    value.span(),
                    comparison.word() + " takes one value, true or false");
        }
    }

    private static boolean variableBeforeResource(String text) {
        return Arn.fields(text)
                .map(fields -> String.join(":", fields[0], fields[1], fields[2], fields[3], fields[4])
                        .contains("${"))
                .orElse(true);
    }

    private static String expected(Comparison comparison) {
        return switch (comparison.family()) {
            case STRING -> "a well-formed value";
            case ARN -> "an ARN pattern";
            case NUMERIC -> "a number";
            case DATE -> "a date";
            case BOOL, NULL -> "`true` or `false`";
            case IP -> "an address or network";
            case BINARY -> "base64";
        };
    }

    private static String help(Comparison comparison) {
        return switch (comparison.family()) {
            case STRING -> "write ${key} or ${key, 'default'} for a variable";
            case ARN -> "six fields: arn:aws:iam::ACCOUNT:role/NAME, with `*` as a wildcard";
            case NUMERIC -> "digits with an optional sign, fraction and exponent";
            case DATE -> "for example 2027-03-31T00:00:00Z";
            case BOOL, NULL -> "in lower case";
            case IP -> "for example 192.0.2.0/24; an IPv6 network may not have bits beyond its length";
            case BINARY -> "with padding, without blanks";
        };
    }
}

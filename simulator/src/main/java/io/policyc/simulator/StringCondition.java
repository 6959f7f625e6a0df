package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate.Literal;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.request.RequestContext;
import java.util.Optional;
import java.util.function.Predicate;

/** The String operators: equality, equality ignoring case, and wildcards; the last are case-sensitive. */
final class StringCondition extends PlannedCondition {
    private final ImmutableList<TextPattern> patterns;
    private final boolean negated;
    private final boolean ignoresCase;

    StringCondition(Condition condition, PolicyVersion version, Doubts doubts) {
        super(condition, doubts);
        Comparison comparison = condition.operator().comparison();
        this.negated = comparison.negated();
        this.ignoresCase = comparison == Comparison.STRING_EQUALS_IGNORE_CASE
                || comparison == Comparison.STRING_NOT_EQUALS_IGNORE_CASE;
        this.patterns = TextPattern.all(
                condition.values(), version, syntax(comparison), hasWildcards(comparison) ? doubts : Doubts.NONE);
    }

    @Override
    Truth testValue(String value, RequestContext context) {
        String compared = ignoresCase ? CaseFolding.fold(value) : value;
        Truth any = TextPattern.any(patterns, compared, context);
        return negated ? any.not() : any;
    }

    @Override
    ImmutableSet<ConditionKey> unknownKeys(RequestContext context) {
        ImmutableSet.Builder<ConditionKey> keys = ImmutableSet.builder();
        keys.addAll(super.unknownKeys(context));
        patterns.forEach(pattern -> keys.addAll(pattern.unknownKeys(context)));
        return keys.build();
    }

    private static boolean hasWildcards(Comparison comparison) {
        return comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE;
    }

    private static TextPattern.Syntax syntax(Comparison comparison) {
        return switch (comparison) {
            case STRING_LIKE, STRING_NOT_LIKE -> Syntaxes::like;
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> StringCondition::ignoringCase;
            default -> Syntaxes::exact;
        };
    }

    private static Optional<Predicate<String>> ignoringCase(ImmutableList<Part> parts, boolean substituted) {
        Part folded = new Literal(CaseFolding.fold(Syntaxes.text(parts)));
        return Syntaxes.exact(ImmutableList.of(folded), substituted);
    }
}

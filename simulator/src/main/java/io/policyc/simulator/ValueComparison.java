package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.glob.GlobBuilder;
import io.policyc.policy.Arn;
import io.policyc.policy.Comparison;
import io.policyc.policy.Comparison.Family;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.RequestContext;
import io.policyc.simulator.ConditionExplanation.ValueExplanation;
import io.policyc.simulator.VariableExpander.Expansion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One value of a condition, compared on its own, without negation, and what there is to say about it. */
final class ValueComparison {
    private final ValueTemplate value;
    private final Comparison comparison;
    private final PolicyVersion version;
    private final Condition condition;
    private final PlannedCondition alone;
    private final RequestContext context;
    private final ResolvedValue resolved;
    private final ShownPattern shown;

    private final Doubts doubts;

    private ValueComparison(
            ValueTemplate value, Condition alone, PolicyVersion version, RequestContext context, Doubts doubts) {
        this.value = value;
        this.condition = alone;
        this.comparison = alone.operator().comparison();
        this.version = version;
        this.doubts = doubts;
        this.alone = plan(doubts);
        this.context = context;
        // The other operators take no variables.
        this.resolved = ResolvedValue.of(value, isText() ? version : PolicyVersion.V2008_10_17, context);
        this.shown = switch (comparison) {
            case STRING_LIKE, ARN_LIKE, ARN_EQUALS -> ShownPattern.withWildcards(resolved.parts());
            default -> ShownPattern.plain(resolved.parts());
        };
    }

    static ImmutableList<ValueComparison> all(PlannedCondition planned, PolicyVersion version, RequestContext context) {
        Condition condition = planned.condition();
        ConditionOperator positive =
                ConditionOperator.of(positive(condition.operator().comparison()));
        return condition.values().stream()
                .map(value -> new ValueComparison(
                        value,
                        new Condition(positive, condition.key(), ImmutableList.of(value)),
                        version,
                        context,
                        planned.doubts()))
                .collect(ImmutableList.toImmutableList());
    }

    Truth matches(String text) {
        return alone.testValue(text, context);
    }

    /** With everything that there is to say. */
    ValueExplanation explain(String text) {
        Truth truth = matches(text);
        List<String> notes = new ArrayList<>(resolved.remarks());
        if (truth == Truth.UNKNOWN && resolved.state() != Expansion.State.UNKNOWN) {
            doubts.rules().stream().filter(rule -> leavesOpen(rule, text)).forEach(rule -> notes.add(doubted(rule)));
        }
        Optional<ValueMiss> miss = Optional.empty();
        if (truth == Truth.FALSE && resolved.isResolved()) {
            Optional<String> malformed = malformed(text);
            malformed.ifPresent(notes::add);
            miss = malformed.isPresent() ? Optional.empty() : miss(text);
            miss.map(ValueMiss::words).ifPresent(notes::add);
        }
        Optional<String> note = notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
        return new ValueExplanation(value, truth, resolvedText(), miss, note);
    }

    private PlannedCondition plan(Doubts doubts) {
        return Planner.plan(condition, Effect.ALLOW, version, doubts);
    }

    private boolean leavesOpen(DoubtfulRule rule, String text) {
        return plan(new Doubts(ImmutableSet.of(rule))).testValue(text, context) == Truth.UNKNOWN;
    }

    /** What there is to say of a verdict that is open because a rule is doubted. */
    static String doubted(DoubtfulRule rule) {
        return "rests on " + rule.id() + ", which is doubted";
    }

    private Optional<String> resolvedText() {
        boolean changed = isText() && resolved.isResolved() && !shown.text().equals(value.text());
        return changed ? Optional.of(shown.text()) : Optional.empty();
    }

    private boolean isText() {
        return comparison.family() == Family.STRING || comparison.family() == Family.ARN;
    }

    private Optional<ValueMiss> miss(String text) {
        return switch (comparison) {
            case STRING_EQUALS -> ValueMiss.of(Syntaxes.exact(resolved.parts()), shown, text);
            case STRING_EQUALS_IGNORE_CASE -> missIgnoringCase(text);
            case STRING_LIKE -> ValueMiss.of(Syntaxes.like(resolved.parts()), shown, text);
            case ARN_EQUALS, ARN_LIKE -> ValueMiss.ofArn(Syntaxes.arn(resolved.parts()), shown, text);
            default -> Optional.empty();
        };
    }

    private Optional<ValueMiss> missIgnoringCase(String text) {
        String folded = CaseFolding.fold(shown.text());
        return folded.length() == shown.text().length()
                ? ValueMiss.ofFolded(new GlobBuilder().literal(folded), shown, CaseFolding.fold(text), text)
                : Optional.empty();
    }

    /** Why the comparison says nothing about what is written: the request's value or the policy's is not of its kind. */
    private Optional<String> malformed(String text) {
        if (isText() && ResolvedValue.lacksVariables(value, version)) {
            return Optional.of("version " + version.text() + " has no variables");
        }
        return switch (comparison.family()) {
            case ARN ->
                Arn.fields(text).isEmpty()
                        ? Optional.of("the request's value is no ARN, so neither ArnLike nor ArnNotLike matches")
                        : unless(Syntaxes.isArn(resolved.parts()), "is no ARN pattern, which fails towards denial");
            case IP ->
                IpNetwork.parseAddress(text).isEmpty()
                        ? Optional.of(
                                "the request's value is no address, so neither IpAddress nor NotIpAddress matches")
                        : unless(IpNetwork.parse(value.text()).isPresent(), "is no network");
            case NUMERIC -> kind(Numbers.parse(text), Numbers.parse(value.text()), "number");
            case DATE -> kind(Dates.parseMillis(text), Dates.parseMillis(value.text()), "date");
            case STRING, BOOL, BINARY, NULL -> Optional.empty();
        };
    }

    private static Optional<String> kind(Optional<?> actual, Optional<?> wanted, String kind) {
        return actual.isEmpty()
                ? Optional.of("the request's value is no " + kind)
                : unless(wanted.isPresent(), "is no " + kind);
    }

    private static Optional<String> unless(boolean good, String note) {
        return good ? Optional.empty() : Optional.of(note);
    }

    private static Comparison positive(Comparison comparison) {
        return switch (comparison) {
            case STRING_NOT_EQUALS -> Comparison.STRING_EQUALS;
            case STRING_NOT_EQUALS_IGNORE_CASE -> Comparison.STRING_EQUALS_IGNORE_CASE;
            case STRING_NOT_LIKE -> Comparison.STRING_LIKE;
            case NUMERIC_NOT_EQUALS -> Comparison.NUMERIC_EQUALS;
            case DATE_NOT_EQUALS -> Comparison.DATE_EQUALS;
            case NOT_IP_ADDRESS -> Comparison.IP_ADDRESS;
            case ARN_NOT_EQUALS -> Comparison.ARN_EQUALS;
            case ARN_NOT_LIKE -> Comparison.ARN_LIKE;
            default -> comparison;
        };
    }
}

package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyArbitraries;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.SampleValues;
import io.policyc.policy.Sid;
import io.policyc.policy.ValueTemplate;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generators of intents: as the text of a file, with every facet and raw keys, or as the values that the reader would have
 * made of one.
 */
public final class IntentArbitraries {
    /** How deep {@code any}, {@code all} and {@code not} are nested. */
    private static final int DEEPEST = 3;

    private static final SourceSpan NOWHERE =
            SourceText.of("generated", "generated").start();

    private static final Arbitrary<LocalDate> DAYS =
            Arbitraries.of("2026-01-01", "2026-06-30", "2027-03-31").map(LocalDate::parse);

    private IntentArbitraries() {}

    /** An intent beside the text that it was read from; the text is empty if there is none. */
    public record Written(String text, Checked<Intent> intent) {
        @Override
        public String toString() {
            return text.isEmpty() ? "Intent " + intent.value() : text;
        }
    }

    /** Intents from text and from trees. */
    public static Arbitrary<Written> intents() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        2,
                        texts().map(text ->
                                new Written(text, IntentReader.read(SourceText.of("generated.policy.yaml", text))))),
                Tuple.of(1, trees().map(intent -> new Written("", Checked.of(intent)))));
    }

    /** The text of intent files, nearly all of them without a mistake. */
    public static Arbitrary<String> texts() {
        return ruleTexts()
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(rules -> "policy: Generated\nrules:\n" + String.join("", rules))
                .withoutEdgeCases();
    }

    private static Arbitrary<String> ruleTexts() {
        Arbitrary<String> unless = Combinators.combine(
                        maps(1),
                        Arbitraries.of(
                                "",
                                "",
                                ", owner: security@example.com",
                                ", reason: \"it: is\"",
                                ", expires: 2026-01-01",
                                ", expires: 2026-06-30",
                                ", expires: 2027-03-31"))
                .as((map, about) -> map.substring(0, map.length() - 1) + about + "}")
                .list()
                .ofMaxSize(3)
                .map(entries ->
                        entries.stream().map(entry -> "      - " + entry + "\n").collect(Collectors.joining()));
        return Combinators.combine(
                        effects(), actions(), resources(), maps(DEEPEST).optional(0.8), unless)
                .as((effect, actions, resources, when, exceptions) -> "  - "
                        + effect.word().toLowerCase(Locale.ROOT) + ": " + actions + "\n"
                        + resources.map(list -> "    resources: " + list + "\n").orElse("")
                        + when.map(map -> "    when: " + map + "\n").orElse("")
                        + (exceptions.isEmpty() ? "" : "    unless:\n" + exceptions));
    }

    private static Arbitrary<Effect> effects() {
        return Arbitraries.frequency(Tuple.of(6, Effect.DENY), Tuple.of(1, Effect.ALLOW));
    }

    private static Arbitrary<String> actions() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just("\"*\"")),
                Tuple.of(1, lists(SampleValues.ACTION_PATTERNS)),
                Tuple.of(1, lists(SampleValues.ACTION_PATTERNS.subList(1, 12)).map(list -> "{not: " + list + "}")));
    }

    private static Arbitrary<Optional<String>> resources() {
        Arbitrary<String> lists = lists(SampleValues.RESOURCE_PATTERNS.stream()
                .filter(pattern -> !pattern.equals("arn:aws:s3:::logs/${*}"))
                .toList());
        return Arbitraries.oneOf(lists, lists.map(list -> "{not: " + list + "}"))
                .optional(0.25);
    }

    /** A condition: a map in which each key stands once. */
    private static Arbitrary<String> maps(int depth) {
        return entries(depth)
                .list()
                .ofMinSize(1)
                .ofMaxSize(depth == DEEPEST ? 3 : 2)
                .map(entries -> {
                    Map<String, String> byKey = new LinkedHashMap<>();
                    entries.forEach(entry -> byKey.putIfAbsent(entry.get1(), entry.get2()));
                    return byKey.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + entry.getValue())
                            .collect(Collectors.joining(", ", "{", "}"));
                });
    }

    private static Arbitrary<Tuple.Tuple2<String, String>> entries(int depth) {
        Arbitrary<Tuple.Tuple2<String, String>> tests = Arbitraries.oneOf(
                FacetTexts.entries(), RawArbitraries.conditions().map(IntentArbitraries::entry));
        if (depth == 0) {
            return tests;
        }
        Arbitrary<String> inner = maps(depth - 1);
        Arbitrary<String> parts = inner.list().ofMinSize(1).ofMaxSize(2).map(IntentArbitraries::list);
        return Arbitraries.frequencyOf(
                Tuple.of(6, tests),
                Tuple.of(1, parts.map(list -> Tuple.of("any", list))),
                Tuple.of(1, parts.map(list -> Tuple.of("all", list))),
                Tuple.of(1, inner.map(map -> Tuple.of("not", map))));
    }

    private static Tuple.Tuple2<String, String> entry(Condition condition) {
        List<String> values = condition.values().stream()
                .map(value -> FacetTexts.quoted(value.text()))
                .toList();
        return Tuple.of(condition.key().spelling(), "{" + condition.operator().word() + ": " + list(values) + "}");
    }

    private static Arbitrary<String> lists(List<String> values) {
        return Arbitraries.of(values)
                .map(FacetTexts::quoted)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(IntentArbitraries::list);
    }

    private static String list(List<String> values) {
        return "[" + String.join(", ", values) + "]";
    }

    /** Intents that no text stands behind, of raw conditions. */
    public static Arbitrary<Intent> trees() {
        return rules().list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(rules -> new Intent("Generated", Optional.empty(), ImmutableList.copyOf(rules), NOWHERE))
                .withoutEdgeCases();
    }

    private static Arbitrary<IntentRule> rules() {
        Arbitrary<ImmutableList<ExceptionEntry>> unless = Combinators.combine(expressions(1), DAYS.optional(0.3))
                .as(IntentArbitraries::exception)
                .list()
                .ofMaxSize(4)
                .map(ImmutableList::copyOf);
        Arbitrary<ActionElement> actions = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(new ActionElement.Action(ImmutableList.of(new ActionPattern("*"))))),
                Tuple.of(1, PolicyArbitraries.actions()));
        Arbitrary<ResourceElement> resources = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))))),
                Tuple.of(1, PolicyArbitraries.resources()));
        return Combinators.combine(effects(), actions, resources, expressions(DEEPEST), unless)
                .as((effect, action, resource, when, exceptions) ->
                        new IntentRule(Optional.<Sid>empty(), effect, action, resource, when, exceptions, NOWHERE));
    }

    private static ExceptionEntry exception(Expression condition, Optional<LocalDate> expires) {
        return new ExceptionEntry(
                condition, "generated", Optional.empty(), Optional.empty(), Optional.empty(), expires, false, NOWHERE);
    }

    /** Trees of raw conditions; parts of {@code any} and {@code all} may also be none. */
    public static Arbitrary<Expression> expressions(int depth) {
        Arbitrary<Expression> tests =
                RawArbitraries.conditions().map(condition -> new Expression.Test(condition, NOWHERE));
        if (depth == 0) {
            return tests;
        }
        Arbitrary<Expression> inner = expressions(depth - 1);
        Arbitrary<ImmutableList<Expression>> parts = inner.list().ofMaxSize(3).map(ImmutableList::copyOf);
        return Arbitraries.frequencyOf(
                Tuple.of(4, tests),
                Tuple.of(2, parts.map(list -> new Expression.All(list, NOWHERE))),
                Tuple.of(2, parts.map(list -> new Expression.Any(list, NOWHERE))),
                Tuple.of(1, inner.map(part -> new Expression.Not(part, NOWHERE))));
    }
}

package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.intent.Intent;
import io.policyc.intent.IntentFindings;
import io.policyc.intent.IntentReader;
import io.policyc.intent.IntentRule;
import io.policyc.intent.NearRequests;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import io.policyc.request.Request;
import io.policyc.simulator.StatementMatcher;
import io.policyc.simulator.Truth;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Exceptions that end, that overlap, and that ask for several things: every way of saying them denies exactly what the rule
 * means, just before each day, on its first moment and after it.
 */
class ExceptionLawTest {
    private static final Style MULTIPLIED = new Style(true, false, true, false);
    private static final Style GUARDED = new Style(false, true, true, false);
    private static final Style SPLIT = new Style(true, false, false, true);

    @Property(tries = 500)
    @StatisticsReport(onFailureOnly = true)
    void guardedAndNestedFormsAgree(@ForAll("intents") String text, @ForAll long seed) {
        agree(text, seed, ImmutableList.of(MULTIPLIED, GUARDED));
    }

    @Property(tries = 500)
    @StatisticsReport(onFailureOnly = true)
    void splitAndMultipliedFormsAgree(@ForAll("intents") String text, @ForAll long seed) {
        agree(text, seed, ImmutableList.of(MULTIPLIED, SPLIT));
    }

    @Property(tries = 500)
    @StatisticsReport(onFailureOnly = true)
    void theShortestFormMeansTheSame(@ForAll("intents") String text, @ForAll long seed) {
        agree(text, seed, ImmutableList.of(Style.ANY));
    }

    @Property(tries = 500)
    void theShortestFormIsNotLongerThanAnyOther(@ForAll("intents") String text) {
        IntentRule rule = rule(text);
        Optional<ImmutableList<Term>> shortest =
                RuleLowering.lower(rule, Style.ANY).value();
        for (Style style : ImmutableList.of(MULTIPLIED, GUARDED, SPLIT)) {
            RuleLowering.lower(rule, style)
                    .value()
                    .ifPresent(terms -> assertThat(shortest.orElseThrow()).hasSizeLessThanOrEqualTo(terms.size()));
        }
    }

    private static void agree(String text, long seed, List<Style> styles) {
        IntentRule rule = rule(text);
        for (Style style : styles) {
            Checked<ImmutableList<Term>> lowered = RuleLowering.lower(rule, style);
            Statistics.label("rules")
                    .collect(lowered.value().isPresent() ? "lowered" : "refused")
                    .coverage(checker -> checker.check("lowered").percentage(share -> share > 80));
            if (lowered.value().isEmpty()) {
                refusedWithReason(rule, lowered, seed);
                continue;
            }
            List<StatementMatcher> statements = lowered.value().get().stream()
                    .map(term -> Statement.of(
                            Effect.DENY,
                            rule.action(),
                            rule.resource(),
                            term.conditions().asList()))
                    .map(statement -> StatementMatcher.prepare(statement, PolicyVersion.V2012_10_17))
                    .toList();
            for (Request request : requests(text, seed)) {
                boolean applies = rule.applies(request);
                Statistics.label("requests")
                        .collect(applies ? "denied" : "not denied")
                        .coverage(checker -> {
                            checker.check("denied").percentage(share -> share > 10);
                            checker.check("not denied").percentage(share -> share > 10);
                        });
                assertThat(statements.stream().anyMatch(one -> one.matches(request) == Truth.TRUE))
                        .as("%s\n%s\n%s\n%s", style, text, lowered.value().get(), request)
                        .isEqualTo(applies);
            }
        }
    }

    /** A rule that is said never to apply never does. */
    private static void refusedWithReason(IntentRule rule, Checked<ImmutableList<Term>> lowered, long seed) {
        assertThat(lowered.errors()).isNotEmpty();
        if (lowered.errors().get(0).id().equals(IntentFindings.NEVER_APPLIES)) {
            Intent intent = new Intent("P", Optional.empty(), ImmutableList.of(rule), rule.place());
            assertThat(NearRequests.of(intent, 30, seed)).noneMatch(rule::applies);
        }
    }

    private static List<Request> requests(String text, long seed) {
        return NearRequests.of(intent(text), 20, seed);
    }

    private static Intent intent(String text) {
        return IntentReader.read(SourceText.of("generated", text)).value().orElseThrow();
    }

    private static IntentRule rule(String text) {
        return intent(text).rules().get(0);
    }

    @Provide
    Arbitrary<String> intents() {
        Arbitrary<String> principals = Arbitraries.of(
                "role/ci-*",
                "role/ci-prod",
                "role/ops",
                "role/ops*",
                "\"role/*-prod\"",
                "\"role/c?-prod\"",
                "[role/ci-eu, role/ops]",
                "iam-user/ci-*",
                "\"arn:aws:iam::111122223333:role/*\"");
        Arbitrary<String> more = Arbitraries.of(
                "",
                "",
                ", mfa: true",
                ", network: { cidr: 192.0.2.0/24 }",
                ", network: [{ cidr: 192.0.2.0/24 }, { vpce: vpce-1 }]",
                ", region: eu-west-1",
                ", region: [eu-west-1, us-east-1], mfa: false",
                ", not: { region: us-east-1 }",
                ", any: [{ principal: role/ci-prod }, { mfa: true }]");
        Arbitrary<String> ends = Arbitraries.of(
                "",
                "",
                ", expires: 2026-12-31",
                ", expires: 2027-01-31",
                ", expires: 2027-03-31",
                ", expires: 2027-03-31");
        Arbitrary<String> entries = Arbitraries.frequencyOf(
                        Tuple.of(6, principals.map(one -> "principal: " + one)),
                        Tuple.of(1, Arbitraries.of("mfa: true", "region: eu-west-1", "principal-tag: { team: red }")))
                .flatMap(first -> Combinators.combine(more, ends).as((second, end) -> {
                    boolean twice = second.contains(first.substring(0, first.indexOf(':')));
                    return "      - { " + first + (twice ? "" : second) + end + " }\n";
                }));
        Arbitrary<String> whens = Arbitraries.of(
                "",
                "",
                "    when: { after: 2027-01-01 }\n",
                "    when: { after: 2027-01-31 }\n",
                "    when: { before: 2027-03-31 }\n",
                "    when: { principal: role/* }\n",
                "    when: { principal: role/ci-*, region: eu-west-1 }\n",
                "    when: { any: [{ before: 2027-01-31, mfa: true }, { after: 2027-01-01, region: us-east-1 }] }\n",
                "    when: { not: { principal: role/ci-prod } }\n");
        return Combinators.combine(whens, entries.list().ofMinSize(1).ofMaxSize(5))
                .as((when, list) -> "policy: P\nrules:\n  - deny: \"*\"\n" + when + "    unless:\n"
                        + list.stream().collect(Collectors.joining()))
                .withoutEdgeCases();
    }
}

package io.policyc.intent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.coverage.CoverageReport;
import io.policyc.coverage.MeasuredPolicy;
import io.policyc.coverage.Requests;
import io.policyc.intent.IntentArbitraries.Written;
import io.policyc.organization.Exemption;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Coverage against the meaning of intents: what is uncovered can be taken away, and what is covered cannot. */
class MeasuredIntentLawTest {

    @Provide
    Arbitrary<Written> intents() {
        return IntentArbitraries.intents()
                .filter(written -> written.intent()
                        .value()
                        .filter(intent -> !intent.rules().isEmpty())
                        .isPresent());
    }

    @Property(tries = 300)
    @StatisticsReport(onFailureOnly = true)
    void aRuleIsExercisedExactlyIfItApplies(@ForAll("intents") Written written, @ForAll long seed) {
        Intent intent = written.intent().value().orElseThrow();
        List<Request> requests = requests(intent, seed);
        for (IntentRule rule : intent.rules()) {
            boolean applies = requests.stream().anyMatch(rule::applies);
            Statistics.label("rules")
                    .collect(applies ? "applies" : "does not")
                    .coverage(checker -> checker.check("applies").percentage(share -> share > 10));
            assertThat(coverage(intent, rule, requests).statements().exercised())
                    .isEqualTo(applies ? 1 : 0);
        }
    }

    /** Whatever the compiler makes of it: taken away alone, an exception changes what a rule says of some request, or not. */
    @Property(tries = 300)
    @StatisticsReport(onFailureOnly = true)
    void anExceptionIsExercisedExactlyIfSomeTestWouldMissIt(@ForAll("intents") Written written, @ForAll long seed) {
        Intent intent = written.intent().value().orElseThrow();
        List<Request> requests = requests(intent, seed);
        for (IntentRule rule : intent.rules()) {
            long missed = IntStream.range(0, rule.unless().size())
                    .mapToObj(index -> without(rule, index))
                    .filter(other ->
                            requests.stream().anyMatch(request -> !rule.applies(request) && other.applies(request)))
                    .count();
            rule.unless()
                    .forEach(entry -> Statistics.label("exceptions")
                            .collect(missed > 0 ? "missed" : "not missed")
                            .coverage(checker -> checker.check("missed").percentage(share -> share > 3)));
            assertThat(coverage(intent, rule, requests).exceptions().exercised())
                    .isEqualTo((int) missed);
        }
    }

    @Property(tries = 100)
    void aFurtherRequestNeverLowersIt(@ForAll("intents") Written written, @ForAll long seed) {
        Intent intent = written.intent().value().orElseThrow();
        List<Request> requests = requests(intent, seed);
        for (IntentRule rule : intent.rules()) {
            CoverageReport few = coverage(intent, rule, requests.subList(0, requests.size() / 2));
            CoverageReport all = coverage(intent, rule, requests);

            assertThat(all.total().all()).isEqualTo(few.total().all());
            assertThat(all.statements().exercised())
                    .isGreaterThanOrEqualTo(few.statements().exercised());
            assertThat(all.conditions().exercised())
                    .isGreaterThanOrEqualTo(few.conditions().exercised());
            assertThat(all.exceptions().exercised())
                    .isGreaterThanOrEqualTo(few.exceptions().exercised());
        }
    }

    private static List<Request> requests(Intent intent, long seed) {
        return NearRequests.of(intent, 12, seed).stream()
                .filter(request -> !Exemption.cannotBeDenied(request.action()))
                .toList();
    }

    private static CoverageReport coverage(Intent intent, IntentRule rule, List<Request> requests) {
        MeasuredPolicy alone = MeasuredIntent.of(
                new Intent(intent.name(), intent.description(), ImmutableList.of(rule), intent.place()));
        ImmutableList<MeasuredPolicy> all = ImmutableList.of(alone);
        return Requests.coverage(all, document -> all, ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS), requests);
    }

    private static IntentRule without(IntentRule rule, int exception) {
        List<ExceptionEntry> others = new ArrayList<>(rule.unless());
        others.remove(exception);
        return new IntentRule(
                rule.sid(),
                rule.effect(),
                rule.action(),
                rule.resource(),
                rule.when(),
                ImmutableList.copyOf(others),
                rule.place());
    }
}

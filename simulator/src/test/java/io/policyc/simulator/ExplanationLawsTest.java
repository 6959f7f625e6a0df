package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Level;
import io.policyc.organization.OrganizationArbitraries;
import io.policyc.policy.Comparison.Family;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.simulator.ConditionExplanation.RequestValue;
import io.policyc.simulator.ConditionExplanation.ValueExplanation;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is said of single values agrees with what is said of the condition, and points where it says. */
class ExplanationLawsTest {

    @Provide
    Arbitrary<ImmutableList<Level>> levels() {
        return OrganizationArbitraries.levels();
    }

    @Property(tries = 300)
    void valuesAgreeWithTheirCondition(@ForAll("levels") ImmutableList<Level> levels, @ForAll long seed) {
        Simulator simulator = Simulator.prepare(levels);
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            Request request = RequestArbitraries.near(OrganizationArbitraries.documents(levels), random);
            Explanation explanation = simulator.explain(request);

            assertThat(ExplanationPrinter.text(explanation)).isNotEmpty();
            assertThat(ExplanationPrinter.json(explanation)).isNotEmpty();
            conditions(explanation).forEach(ExplanationLawsTest::check);
        }
        Statistics.label("missed").coverage(coverage -> {
            coverage.check("value of the condition").count(count -> count > 500);
            coverage.check("value of the request").count(count -> count > 50);
        });
    }

    private static Stream<ConditionExplanation> conditions(Explanation explanation) {
        return explanation.resources().stream()
                .flatMap(resource -> resource.levels().stream())
                .flatMap(level -> level.policies().stream())
                .flatMap(policy -> policy.statements().stream())
                .flatMap(statement -> statement.conditions().stream());
    }

    private static void check(ConditionExplanation explanation) {
        ConditionOperator operator = explanation.condition().operator();
        boolean negated = operator.comparison().negated();
        if (!explanation.values().isEmpty() && operator.comparison().family() == Family.STRING) {
            Truth any =
                    explanation.values().stream().map(ValueExplanation::matches).reduce(Truth.FALSE, Truth::or);
            assertThat(explanation.truth()).isEqualTo(negated ? any.not() : any);
        }
        if (!explanation.each().isEmpty()) {
            Stream<Truth> truths = explanation.each().stream().map(RequestValue::truth);
            assertThat(explanation.truth())
                    .isEqualTo(
                            operator.qualifier() == SetQualifier.FOR_ALL_VALUES
                                    ? truths.reduce(Truth.TRUE, Truth::and)
                                    : truths.reduce(Truth.FALSE, Truth::or));
        }
        if (explanation.actual().values().size() == 1) {
            explanation
                    .values()
                    .forEach(value -> check(value, explanation.actual().values().get(0)));
        }
        explanation
                .each()
                .forEach(each -> each.values().forEach(value -> {
                    Statistics.label("missed").collect("value of the request");
                    check(value, each.actual());
                }));
    }

    private static void check(ValueExplanation value, String actual) {
        value.missed().ifPresent(missed -> {
            Statistics.label("missed").collect("value of the condition");
            String pattern = value.resolved().orElse(value.value().text());
            assertThat(value.matches()).isEqualTo(Truth.FALSE);
            String there = pattern.substring(missed.pattern() - 1);
            missed.miss()
                    .wanted()
                    .ifPresent(wanted -> assertThat(there)
                            .matches(text -> text.startsWith(wanted) || text.startsWith("${" + wanted + "}")));
            missed.miss()
                    .found()
                    .ifPresent(
                            found -> assertThat(actual.substring(missed.miss().character() - 1))
                                    .startsWith(found));
        });
    }
}

package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.intent.Intent;
import io.policyc.intent.IntentArbitraries;
import io.policyc.intent.IntentArbitraries.Written;
import io.policyc.intent.NearRequests;
import io.policyc.organization.Exemption;
import io.policyc.organization.Organization;
import io.policyc.policy.Effect;
import io.policyc.request.Request;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What is emitted denies exactly what the intent denies, and if the intent allows anything, allows what it allows. */
class CompilerLawTest {
    private static final PolicyCompiler COMPILER = PolicyCompiler.create();

    @Property(tries = 5_000)
    @StatisticsReport(onFailureOnly = true)
    void emittedPolicyDecidesAsTheIntentMeans(@ForAll("intents") Written written, @ForAll long seed) {
        Checked<Compilation> compiled = written.intent().then(COMPILER::compile);
        Statistics.label("intents")
                .collect(compiled.value().isPresent() ? "compiled" : "refused")
                .coverage(checker -> checker.check("compiled").percentage(share -> share > 60));
        if (compiled.value().isEmpty()) {
            assertThat(compiled.errors()).isNotEmpty();
            return;
        }
        Compilation compilation = compiled.value().get();
        Statistics.label("statements")
                .collect(Math.min(
                        5, compilation.policies().get(0).document().statements().size()));
        Simulator simulator = Simulator.prepare(ImmutableList.of(Organization.trial(compilation.policies())));
        for (Request request : NearRequests.of(compilation.intent(), 8, seed)) {
            if (Exemption.cannotBeDenied(request.action())) {
                continue;
            }
            boolean denies = compilation.intent().denies(request);
            Statistics.label("requests")
                    .collect(denies ? "denied" : "not denied")
                    .coverage(checker -> {
                        checker.check("denied").percentage(share -> share > 10);
                        checker.check("not denied").percentage(share -> share > 10);
                    });
            assertThat(simulator.evaluate(request).outcome())
                    .as("%s\n%s", compilation.documents(), request)
                    .isEqualTo(denies ? Outcome.EXPLICIT_DENY : otherwise(compilation.intent(), request));
        }
    }

    /** Beside an intent that only denies stands FullAWSAccess. */
    private static Outcome otherwise(Intent intent, Request request) {
        boolean hasAllow = intent.rules().stream().anyMatch(rule -> rule.effect() == Effect.ALLOW);
        return !hasAllow || intent.allows(request) ? Outcome.ALLOWED : Outcome.IMPLICIT_DENY;
    }

    @Provide
    Arbitrary<Written> intents() {
        return IntentArbitraries.intents();
    }
}

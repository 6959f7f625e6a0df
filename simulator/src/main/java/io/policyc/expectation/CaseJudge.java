package io.policyc.expectation;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.FindingId;
import io.policyc.finding.Printable;
import io.policyc.organization.Exemption;
import io.policyc.policy.ConditionKey;
import io.policyc.simulator.Decision;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Reliance;
import io.policyc.simulator.Simulator;
import io.policyc.simulator.SimulatorFindings;
import java.util.Optional;

/** Judges the cases that meet the same policies. Thread-safe. */
final class CaseJudge {
    private static final String DECLARED =
            "the test declares unknown what the answer depends on; expect `undetermined`, or give a value";

    private final Simulator simulator;
    private final Optional<Reliance> reliance;

    /** @param doubted the rules that no verdict may rest on */
    CaseJudge(TestedPolicies policies, ImmutableSet<DoubtfulRule> doubted) {
        this.simulator = policies.simulator();
        this.reliance = doubted.isEmpty() ? Optional.empty() : Optional.of(new Reliance(policies::simulator, doubted));
    }

    CaseResult judge(ExpectationCase test) {
        Decision decision = simulator.evaluate(test.request());
        if (test.expected().holds(decision)) {
            return settled(test, decision);
        }
        ImmutableSet<ConditionKey> open = OpenKeys.of(test, decision);
        if (decision.outcome() == Outcome.UNDETERMINED
                && !open.isEmpty()
                && test.expected().mayHold(decision)) {
            return open(test, decision, open);
        }
        return failed(
                test,
                TestFindings.FAILED,
                decision,
                "expected " + test.expected().word() + ", got " + DecisionPrinter.text(decision),
                test.expected().mayHold(decision) ? Optional.of(DECLARED) : Optional.empty());
    }

    /** The outcome is the expected one; whether for the expected reason is to be seen. */
    private CaseResult settled(ExpectationCase test, Decision decision) {
        boolean undetermined = test.expected() == Expected.UNDETERMINED;
        ImmutableSet<ConditionKey> open = OpenKeys.of(test, decision);
        if (undetermined && test.dependsOn().isEmpty() && !open.isEmpty()) {
            return open(test, decision, open);
        }
        if (undetermined && !test.dependsOn().isEmpty() && !test.dependsOn().equals(decision.unknownKeys())) {
            String message = "expected to depend on " + OpenKeys.names(test.dependsOn()) + ", got "
                    + DecisionPrinter.text(decision);
            return failed(test, TestFindings.FAILED, decision, message, Optional.empty());
        }
        if (test.because().isPresent() && !Because.decided(test.because().get(), decision)) {
            String message = "expected " + Printable.quoted(test.because().get()) + " to decide, yet "
                    + Because.decider(decision);
            return failed(test, TestFindings.FAILED, decision, message, Optional.empty());
        }
        ImmutableSet<DoubtfulRule> restsOn =
                reliance.map(found -> found.of(test.request())).orElse(ImmutableSet.of());
        return Reliance.words(restsOn)
                .map(words -> failed(
                        test,
                        SimulatorFindings.DOUBTFUL_RULE,
                        decision,
                        words,
                        Optional.of("say more in the request, or change the policy, so that it does not matter")))
                .orElseGet(() -> new CaseResult.Passed(
                        test, decision, decision.exemption().map(Exemption::words)));
    }

    private CaseResult open(ExpectationCase test, Decision decision, ImmutableSet<ConditionKey> open) {
        return failed(
                test,
                TestFindings.OPEN_KEY,
                decision,
                OpenKeys.message(open, decision),
                Optional.of(OpenKeys.help(open, test.request())));
    }

    private CaseResult failed(
            ExpectationCase test, FindingId id, Decision decision, String message, Optional<String> help) {
        return new CaseResult.Failed(test, id, decision, message, help, simulator);
    }
}

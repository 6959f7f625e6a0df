package io.policyc.authorization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.policy.PrincipalElement.Listed;
import io.policyc.policy.PrincipalElement.Principal;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Simulator;
import io.policyc.simulator.SimulatorBuilder;
import io.policyc.simulator.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether policies allow every decisive call in some circumstance; {@code docs/design/016} has the question in full. The policies'
 * names are the words by which an answer names them.
 */
final class AdministratorQuestion {
    private final Simulator simulator;
    private final boolean none;

    AdministratorQuestion(String account, ImmutableList<LocatedPolicy> identity, Optional<LocatedPolicy> boundary) {
        SimulatorBuilder builder =
                Simulator.builder().identityPolicies(identity).resourcePolicy(leavesItToTheAccount(account));
        boundary.ifPresent(builder::boundary);
        this.simulator = builder.prepare();
        this.none = identity.isEmpty();
    }

    /**
     * What the policy of a new key says, and that of a role that trusts its account: identity policies decide.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default key policy</a>
     */
    private static LocatedPolicy leavesItToTheAccount(String account) {
        Statement statement = new Statement(
                Optional.empty(),
                Effect.ALLOW,
                Optional.of(new Principal(new Listed(ImmutableMap.of(Kind.AWS, ImmutableList.of(account))))),
                new ActionElement.Action(ImmutableList.of(new ActionPattern("*"))),
                Optional.of(new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*")))),
                ImmutableList.of());
        return LocatedPolicy.withoutPlaces("the resource's policy", PolicyDocument.of(ImmutableList.of(statement)));
    }

    /** The answer for somebody who may sign calls in any way. */
    Verdict ask(Caller caller) {
        if (none) {
            return new Verdict(Truth.FALSE, "no policies", ImmutableSet.of());
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Circumstance circumstance : Circumstance.values()) {
            Verdict verdict = ask(caller, circumstance);
            if (verdict.held() == Truth.TRUE) {
                return verdict;
            }
            verdicts.add(verdict);
        }
        ImmutableSet<ConditionKey> open =
                verdicts.stream().flatMap(verdict -> verdict.open().stream()).collect(ImmutableSet.toImmutableSet());
        Verdict first = verdicts.stream()
                .filter(verdict -> verdict.held() == Truth.UNKNOWN)
                .findFirst()
                .orElse(verdicts.get(0));
        return new Verdict(first.held(), first.because(), open);
    }

    private Verdict ask(Caller caller, Circumstance circumstance) {
        List<Decision> decisions = new ArrayList<>();
        Optional<String> notEverything = Optional.empty();
        for (DecisiveCall call : DecisiveCall.ALL) {
            Decision decision = simulator.evaluate(caller.call(call, circumstance));
            decisions.add(decision);
            if (decision.isDenied() && call.telling()) {
                return new Verdict(Truth.FALSE, Reasons.denied(call, decision), ImmutableSet.of());
            }
            if (decision.isDenied() && notEverything.isEmpty()) {
                notEverything = Optional.of(Reasons.denied(call, decision));
            }
        }
        ImmutableSet<ConditionKey> open = decisions.stream()
                .flatMap(decision -> decision.unknownKeys().stream())
                .collect(ImmutableSet.toImmutableSet());
        if (!decisions.stream().allMatch(decision -> decision.isDetermined() || decision.isDenied())) {
            return new Verdict(Truth.UNKNOWN, Reasons.dependsOn(open), open);
        }
        return notEverything
                .map(reason -> new Verdict(Truth.UNKNOWN, "much is allowed, but " + reason, ImmutableSet.of()))
                .orElseGet(() ->
                        new Verdict(Truth.TRUE, Reasons.givenBy(decisions) + circumstance.words(), ImmutableSet.of()));
    }
}

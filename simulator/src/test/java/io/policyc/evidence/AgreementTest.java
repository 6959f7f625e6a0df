package io.policyc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.evidence.Agreement.Verdict;
import io.policyc.evidence.Denial.Manner;
import io.policyc.policy.PolicyType;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Decision.Basis;
import io.policyc.simulator.Outcome;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class AgreementTest {
    private static final ImmutableSet<PolicyType> SCPS = ImmutableSet.of(PolicyType.SERVICE_CONTROL_POLICY);

    @Test
    void bothDeny() {
        Agreement agreement =
                compare(denied(Manner.EXPLICIT, DenyingPolicy.SERVICE_CONTROL_POLICY), Outcome.EXPLICIT_DENY);
        assertThat(agreement.verdict()).isEqualTo(Verdict.AGREES);
        assertThat(agreement.words())
                .isEqualTo("AWS denied this with an explicit deny in a service control policy,"
                        + " and the policies given here deny it too");
    }

    @Test
    void theMannerOfADenialIsSaidWhereItDiffers() {
        Agreement agreement =
                compare(denied(Manner.EXPLICIT, DenyingPolicy.SERVICE_CONTROL_POLICY), Outcome.IMPLICIT_DENY);
        assertThat(agreement.verdict()).isEqualTo(Verdict.AGREES);
        assertThat(agreement.words()).endsWith("deny it too, implicitly");
        assertThat(compare(denied(Manner.IMPLICIT, DenyingPolicy.SERVICE_CONTROL_POLICY), Outcome.EXPLICIT_DENY)
                        .words())
                .endsWith("deny it too, explicitly");
    }

    /** Of several types that deny, AWS names one, so another type here contradicts nothing. */
    @Test
    void aDenialByAnotherTypeIsNoContradiction() {
        AwsAnswer answer = denied(Manner.IMPLICIT, DenyingPolicy.IDENTITY_POLICY);
        assertThat(compare(answer, Outcome.EXPLICIT_DENY).verdict()).isEqualTo(Verdict.AGREES);
        Agreement allowed = compare(answer, Outcome.ALLOWED);
        assertThat(allowed.verdict()).isEqualTo(Verdict.CANNOT_COMPARE);
        assertThat(allowed.words())
                .isEqualTo("AWS denied this because no identity-based policy allows it;"
                        + " no policy of that type is given here");
    }

    @Test
    void oneDeniesAndTheOtherDoesNot() {
        Agreement onlyAws = compare(denied(Manner.EXPLICIT, DenyingPolicy.SERVICE_CONTROL_POLICY), Outcome.ALLOWED);
        assertThat(onlyAws.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(onlyAws.words())
                .startsWith("AWS denied this with an explicit deny in a service control policy; the policies given here"
                        + " allow it: ");
        assertThat(compare(AwsAnswer.ALLOWED, Outcome.EXPLICIT_DENY).verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(compare(AwsAnswer.ALLOWED, Outcome.ALLOWED).verdict()).isEqualTo(Verdict.AGREES);
    }

    /** Without all policies "allow" means "not stopped", and another policy may have denied. */
    @Test
    void anUnexplainedDenialDependsOnWhatTheAnswerRestsOn() {
        AwsAnswer unexplained = AwsAnswer.denied(Optional.empty(), Denial.UNEXPLAINED);
        assertThat(Agreement.of(unexplained, decision(Basis.ORGANIZATION, Outcome.ALLOWED), SCPS)
                        .verdict())
                .isEqualTo(Verdict.CANNOT_COMPARE);
        assertThat(Agreement.of(unexplained, decision(Basis.ALL, Outcome.ALLOWED), SCPS)
                        .verdict())
                .isEqualTo(Verdict.DIFFERS);
    }

    @Property
    void anErrorThatIsNoDenialIsNeverCompared(@ForAll Outcome outcome) {
        AwsAnswer failed = new AwsAnswer(AwsAnswer.Outcome.FAILED, Optional.of("Throttling"), Optional.empty());
        assertThat(compare(failed, outcome).verdict()).isEqualTo(Verdict.CANNOT_COMPARE);
    }

    @Property
    void anOpenDecisionIsNeverCompared(@ForAll Manner manner, @ForAll DenyingPolicy policy) {
        assertThat(compare(denied(manner, policy), Outcome.UNDETERMINED).verdict())
                .isEqualTo(Verdict.CANNOT_COMPARE);
        assertThat(compare(AwsAnswer.ALLOWED, Outcome.UNDETERMINED).verdict()).isEqualTo(Verdict.CANNOT_COMPARE);
    }

    /** Denied either way is denied, though it is open how. */
    @Test
    void aDecisionOpenBetweenTwoDenialsIsCompared() {
        Decision either = new Decision(
                ImmutableSet.of(Outcome.EXPLICIT_DENY, Outcome.IMPLICIT_DENY),
                Basis.ORGANIZATION,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableSet.of(),
                Optional.empty());
        assertThat(Agreement.of(denied(Manner.EXPLICIT, DenyingPolicy.SERVICE_CONTROL_POLICY), either, SCPS)
                        .verdict())
                .isEqualTo(Verdict.AGREES);
        assertThat(Agreement.of(AwsAnswer.ALLOWED, either, SCPS).verdict()).isEqualTo(Verdict.DIFFERS);
    }

    private static AwsAnswer denied(Manner manner, DenyingPolicy policy) {
        return AwsAnswer.denied(Optional.empty(), new Denial(manner, Optional.of(policy), Optional.empty()));
    }

    private static Agreement compare(AwsAnswer answer, Outcome outcome) {
        return Agreement.of(answer, decision(Basis.ORGANIZATION, outcome), SCPS);
    }

    private static Decision decision(Basis basis, Outcome outcome) {
        return new Decision(
                outcome == Outcome.UNDETERMINED
                        ? ImmutableSet.of(Outcome.ALLOWED, Outcome.EXPLICIT_DENY)
                        : ImmutableSet.of(outcome),
                basis,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableSet.of(),
                Optional.empty());
    }
}

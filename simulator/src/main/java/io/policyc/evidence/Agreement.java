package io.policyc.evidence;

import com.google.common.collect.ImmutableSet;
import io.policyc.policy.PolicyType;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Outcome;
import java.util.Optional;

/**
 * Whether a decision made here agrees with what AWS answered.
 *
 * @param words one sentence without a period
 */
public record Agreement(Verdict verdict, String words) {
    /** How the two answers stand to each other. */
    public enum Verdict {
        AGREES,
        DIFFERS,
        /** One of the two answers leaves open what the other one says. */
        CANNOT_COMPARE
    }

    private static final String DIFFERENT_POLICIES =
            ": other policies were attached when AWS answered, or the request held something that is not told";

    /**
     * Compares.
     *
     * @param given the types of policies that the decision rests on; AWS asks all that are attached
     */
    public static Agreement of(AwsAnswer answer, Decision decision, ImmutableSet<PolicyType> given) {
        if (answer.outcome() == AwsAnswer.Outcome.FAILED) {
            return cannotCompare("AWS " + answer.words() + ", which says nothing of policies");
        }
        if (decision.isDenied()) {
            return answer.outcome() == AwsAnswer.Outcome.DENIED
                    ? bothDeny(answer, decision)
                    : differs("AWS " + answer.words() + "; the policies given here deny it" + DIFFERENT_POLICIES);
        }
        if (!decision.isDetermined()) {
            return cannotCompare("AWS " + answer.words() + "; here the answer is open");
        }
        return answer.outcome() == AwsAnswer.Outcome.ALLOWED
                ? new Agreement(Verdict.AGREES, "AWS let this call through, and the policies given here do not stop it")
                : onlyAwsDenies(answer, decision, given);
    }

    /** Of several types of policies that deny, AWS names one; so another one here is no contradiction. */
    private static Agreement bothDeny(AwsAnswer answer, Decision decision) {
        Denial denial = answer.denial().orElse(Denial.UNEXPLAINED);
        boolean explicit = decision.outcome() == Outcome.EXPLICIT_DENY;
        boolean implicit = decision.outcome() == Outcome.IMPLICIT_DENY;
        boolean otherwise = (explicit && denial.manner() == Denial.Manner.IMPLICIT)
                || (implicit && denial.manner() == Denial.Manner.EXPLICIT);
        return new Agreement(
                Verdict.AGREES,
                "AWS " + answer.words() + ", and the policies given here deny it too"
                        + (otherwise ? (explicit ? ", explicitly" : ", implicitly") : ""));
    }

    private static Agreement onlyAwsDenies(AwsAnswer answer, Decision decision, ImmutableSet<PolicyType> given) {
        Optional<DenyingPolicy> named = answer.denial().flatMap(Denial::policy);
        if (named.isPresent() && named.get().type().filter(given::contains).isEmpty()) {
            return cannotCompare("AWS " + answer.words() + "; no policy of that type is given here");
        }
        if (named.isEmpty() && decision.basis() == Decision.Basis.ORGANIZATION) {
            return cannotCompare("AWS " + answer.words() + "; the policies given here do not stop it");
        }
        return differs("AWS " + answer.words() + "; the policies given here allow it" + DIFFERENT_POLICIES);
    }

    private static Agreement differs(String words) {
        return new Agreement(Verdict.DIFFERS, words);
    }

    private static Agreement cannotCompare(String words) {
        return new Agreement(Verdict.CANNOT_COMPARE, words);
    }
}

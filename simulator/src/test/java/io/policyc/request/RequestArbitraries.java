package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.SamplePrincipals;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generators of requests, from the words of {@link io.policyc.policy.SampleValues} or near to policies at hand. They are
 * drawn from a random number each and do not shrink: thousands of them are wanted, and the policies do shrink.
 */
public final class RequestArbitraries {
    /** The account of the principals that have one, unless another is asked for. */
    public static final String ACCOUNT = SamplePrincipals.ACCOUNT;

    private RequestArbitraries() {}

    /** Principals of every kind, those that SCPs do not bind too. */
    public static Arbitrary<Principal> principals() {
        return Arbitraries.randomValue(random -> new Principals(random, ACCOUNT).any());
    }

    /** Principals of an account that SCPs bind: no service-linked roles and no AWS services. */
    public static Arbitrary<Principal> boundPrincipals(String accountId) {
        return Arbitraries.randomValue(random -> new Principals(random, accountId).bound());
    }

    /** Requests by bound principals of {@link #ACCOUNT} that know of no policy. */
    public static Arbitrary<Request> requests() {
        return near(ImmutableList.of());
    }

    /**
     * Requests by bound principals of {@link #ACCOUNT} that match a statement of the policies, as far as one guess can, and
     * of which mostly one thing is then changed: letter case, a segment of an ARN, a key made absent, unknown, empty or
     * malformed, one of several values.
     */
    public static Arbitrary<Request> near(Iterable<PolicyDocument> policies) {
        ImmutableList<PolicyDocument> documents = ImmutableList.copyOf(policies);
        return Arbitraries.randomValue(random -> near(documents, random));
    }

    /** One such request. */
    public static Request near(ImmutableList<PolicyDocument> policies, Random random) {
        return new NearRequest(policies, false, random).draw();
    }

    /**
     * One such request by anybody, of two accounts or of none: mostly a principal whom the policies name. The resource and
     * its account may be unsaid.
     */
    public static Request nearByAnybody(ImmutableList<PolicyDocument> policies, Random random) {
        return new NearRequest(policies, true, random).draw();
    }

    /** What may turn out to be the value of a key that a request leaves open: one that is known to be there is not absent. */
    public static ContextValue settled(Request request, ConditionKey key, Random random) {
        Draw draw = new Draw(random);
        boolean there = request.context().get(key).state() == ContextValue.State.VALUE_UNKNOWN;
        return !there && draw.chance(3) ? ContextValue.ABSENT : new AimedValues(draw).ofPool(key);
    }
}

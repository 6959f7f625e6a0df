package io.policyc.simulator;

import io.policyc.request.FederatedUser;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RootUser;
import io.policyc.simulator.Applied.PlannedAccess;

/**
 * Whether anything grants the request, beside what the organization lets through: identity policies within boundary and
 * session policies, the policy of the resource, or across accounts both. {@code docs/design/006} has it as a table.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     Within an account</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">
 *     Across accounts</a>
 */
final class Grant {
    private static final Naming CANNOT_TELL = new Naming(Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN);

    private final Tally tally;
    private final PlannedAccess access;
    private final Facts facts;
    private final Principal principal;

    Grant(Tally tally, PlannedAccess access) {
        this.tally = tally;
        this.access = access;
        this.facts = tally.facts();
        this.principal = facts.principal();
    }

    Truth granted() {
        Naming given = access.resource().map(tally::countNaming).orElse(Naming.NONE);
        Truth needed = facts.needsResourcePolicy();
        Truth granted = principal.account().isEmpty()
                ? withoutIdentity(given, needed)
                : either(needed, byAccounts(given, identity(), boundary().and(session())));
        if (granted == Truth.FALSE && given.any() == Truth.FALSE && resourceIsAsked(needed)) {
            tally.missing(resourceStage());
        } else if (granted == Truth.UNKNOWN) {
            nameWhatIsOpen(needed);
        }
        return granted;
    }

    /** Callers without an account have nothing but what the resource grants. */
    private Truth withoutIdentity(Naming given, Truth needed) {
        return either(needed, whetherNeeded -> naming(given, whetherNeeded).self());
    }

    /** What is granted to a principal of an account, by whether the resource's own policy is needed. */
    private ByNeed byAccounts(Naming given, Truth identity, Truth limits) {
        return needed -> {
            Naming naming = naming(given, needed);
            Truth byIdentity = needed ? naming.account().and(identity) : identity;
            Truth within = naming.self().or(naming.role().or(byIdentity).and(limits));
            Truth across = naming.any().and(identity).and(limits);
            return choose(owned(), within, across);
        };
    }

    /** A verdict by whether the resource's own policy is needed. */
    private interface ByNeed {
        Truth given(boolean needed);
    }

    private static Truth either(Truth needed, ByNeed verdict) {
        return choose(
                needed,
                needed == Truth.FALSE ? Truth.UNKNOWN : verdict.given(true),
                needed == Truth.TRUE ? Truth.UNKNOWN : verdict.given(false));
    }

    /** One of two verdicts; where it cannot be told which, they have to agree. */
    private static Truth choose(Truth which, Truth ifTrue, Truth ifFalse) {
        return switch (which) {
            case TRUE -> ifTrue;
            case FALSE -> ifFalse;
            case UNKNOWN -> ifTrue == ifFalse ? ifTrue : Truth.UNKNOWN;
        };
    }

    /** Every role and every key has a policy: where it was not given, what it says cannot be told. */
    private Naming naming(Naming given, boolean needed) {
        return needed && access.resource().isEmpty() ? CANNOT_TELL : given;
    }

    /** Whether a policy of the resource could have granted what nothing does. */
    private boolean resourceIsAsked(Truth needed) {
        return access.resource().isPresent()
                || principal.account().isEmpty()
                || owned() != Truth.TRUE
                || needed != Truth.FALSE;
    }

    private void nameWhatIsOpen(Truth needed) {
        if (needed != Truth.FALSE && access.resource().isEmpty()) {
            tally.grantDependsOn(Request.RESOURCE_POLICY);
        }
        if (needed == Truth.UNKNOWN) {
            tally.grantDependsOn(Request.RESOURCE);
        }
        if (principal.account().isPresent() && owned() == Truth.UNKNOWN) {
            tally.grantDependsOn(facts.ownerKey());
        }
    }

    private Truth orMissing(Truth granted, Stage stage) {
        if (granted == Truth.FALSE) {
            tally.missing(stage);
        }
        return granted;
    }

    private Stage resourceStage() {
        return access.resource().map(found -> found.stage()).orElse(Stage.RESOURCE);
    }

    /** Identity policies; a root user has full access without any. */
    private Truth identity() {
        return principal instanceof RootUser ? Truth.TRUE : tally.required(access.identity());
    }

    private Truth boundary() {
        boolean bounded = access.boundary().isPresent() && !(principal instanceof RootUser);
        return bounded ? tally.required(access.boundary().get()) : Truth.TRUE;
    }

    /** A federated user without session policies may do nothing of what identity policies allow. */
    private Truth session() {
        if (principal instanceof RootUser) {
            return Truth.TRUE;
        }
        if (access.session().isPresent()) {
            return tally.required(access.session().get());
        }
        return principal instanceof FederatedUser ? orMissing(Truth.FALSE, Stage.SESSION) : Truth.TRUE;
    }

    /** Whether the resource belongs to the caller's account. */
    private Truth owned() {
        return facts.owner()
                .map(owner -> Truth.of(principal.account().filter(owner::equals).isPresent()))
                .orElse(Truth.UNKNOWN);
    }
}

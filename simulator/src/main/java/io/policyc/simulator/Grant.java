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
        Stage resourceStage = resourceStage();
        Naming naming = naming();
        if (principal.account().isEmpty()) {
            return orMissing(naming.self(), resourceStage);
        }
        Truth identity = identity();
        Truth limits = boundary().and(session());
        Truth owned = owned();
        Truth within = naming.self().or(byRoleOrIdentity(naming, identity).and(limits));
        Truth across = naming.any().and(identity).and(limits);
        boolean resourceDecides = owned != Truth.TRUE || facts.needsResourcePolicy();
        if (naming.any() == Truth.FALSE && (resourceDecides || access.resource().isPresent())) {
            tally.missing(resourceStage);
        }
        if (owned != Truth.UNKNOWN) {
            return owned == Truth.TRUE ? within : across;
        }
        if (within == across) {
            return within;
        }
        tally.dependsOn(facts.ownerKey());
        return Truth.UNKNOWN;
    }

    private Truth byRoleOrIdentity(Naming naming, Truth identity) {
        Truth byIdentity = facts.needsResourcePolicy() ? naming.account().and(identity) : identity;
        return naming.role().or(byIdentity);
    }

    private Truth orMissing(Truth granted, Stage stage) {
        if (granted == Truth.FALSE) {
            tally.missing(stage);
        }
        return granted;
    }

    private Naming naming() {
        if (access.resource().isPresent()) {
            return tally.countNaming(access.resource().get());
        }
        if (!facts.needsResourcePolicy()) {
            return Naming.NONE;
        }
        // Every role and every key has a policy; here it was not given.
        tally.dependsOn(Request.RESOURCE_POLICY);
        return CANNOT_TELL;
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

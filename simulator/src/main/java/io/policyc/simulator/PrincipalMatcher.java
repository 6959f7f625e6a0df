package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PrincipalElement;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.request.AwsService;
import io.policyc.request.FederatedUser;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import io.policyc.request.RootUser;
import io.policyc.request.WebIdentity;

/**
 * Principal or NotPrincipal. Names are compared exactly; the only wildcard is {@code *} alone, which is everybody.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">
 *     NotPrincipal</a>
 */
final class PrincipalMatcher {
    private final boolean negated;
    private final boolean everybody;
    private final ImmutableMap<Kind, ImmutableList<String>> listed;
    private final Doubts doubts;

    PrincipalMatcher(PrincipalElement element, Doubts doubts) {
        this.negated = element.<Boolean>fold(principal -> false, notPrincipal -> true);
        this.listed = element.principals().fold(everyone -> ImmutableMap.of(), list -> list.byKind());
        this.everybody = element.principals().<Boolean>fold(everyone -> true, list -> false)
                || listed(Kind.AWS).contains("*");
        this.doubts = doubts;
    }

    boolean isNegated() {
        return negated;
    }

    Naming names(Principal principal) {
        if (everybody) {
            return negated ? Naming.NONE : Naming.EVERYBODY;
        }
        Naming naming = list(principal);
        return negated ? new Naming(notSpared(naming, principal), Truth.FALSE, Truth.FALSE) : naming;
    }

    /** What would tell how the caller is named, where that is open. */
    ImmutableSet<ConditionKey> unknownKeys(Principal principal) {
        if (everybody || !list(principal).isPartlyUnknown()) {
            return ImmutableSet.of();
        }
        return ImmutableSet.of(principal instanceof FederatedUser ? Request.FEDERATING_USER : Request.SESSION_NAME);
    }

    private Naming list(Principal principal) {
        if (principal instanceof AwsService service) {
            return self(Truth.of(listed(Kind.SERVICE).contains(service.name())));
        }
        if (principal instanceof WebIdentity identity) {
            return self(Truth.of(listed(Kind.FEDERATED).contains(identity.provider())));
        }
        Naming naming = Naming.NONE;
        for (String name : listed(Kind.AWS)) {
            naming = naming.or(one(name, principal));
        }
        return naming;
    }

    private static Naming self(Truth truth) {
        return new Naming(truth, Truth.FALSE, Truth.FALSE);
    }

    private static Naming one(String name, Principal principal) {
        String account = principal.account().orElse("");
        if (name.equals(account) || name.equals("arn:aws:iam::" + account + ":root")) {
            return new Naming(Truth.FALSE, Truth.FALSE, Truth.TRUE);
        }
        boolean arn = principal.arn().filter(name::equals).isPresent();
        if (principal instanceof RoleSession session) {
            return new Naming(ofSession(name, session), Truth.of(arn), Truth.FALSE);
        }
        if (principal instanceof FederatedUser) {
            // Its session may come from that user; limited by the session policies as the session of a role is.
            boolean perhaps = name.startsWith("arn:aws:iam::" + account + ":user/");
            return new Naming(Truth.of(arn), perhaps ? Truth.UNKNOWN : Truth.FALSE, Truth.FALSE);
        }
        return self(Truth.of(arn));
    }

    /** The ARN of a session has the role's name without its path. */
    private static Truth ofSession(String name, RoleSession session) {
        String start = "arn:aws:sts::" + session.accountId() + ":assumed-role/" + session.roleName() + "/";
        if (!name.startsWith(start)) {
            return Truth.FALSE;
        }
        return session.sessionName()
                .map(given -> Truth.of(name.substring(start.length()).equals(given)))
                .orElse(Truth.UNKNOWN);
    }

    /** Those are spared whose account is listed beside them, and of sessions the role too. */
    private Truth notSpared(Naming naming, Principal principal) {
        boolean alone = principal instanceof AwsService || principal instanceof WebIdentity;
        Truth itself = principal instanceof RoleSession ? naming.self().and(naming.role()) : naming.self();
        if (principal instanceof RootUser) {
            itself = naming.account();
        }
        Truth whole = alone ? itself : itself.and(naming.account());
        boolean inPart = naming.self() != Truth.FALSE || naming.role() != Truth.FALSE;
        return whole == Truth.FALSE && inPart
                ? doubts.restingOn(DoubtfulRule.NOT_PRINCIPAL_ACCOUNT, Truth.TRUE)
                : whole.not();
    }

    private ImmutableList<String> listed(Kind kind) {
        return listed.getOrDefault(kind, ImmutableList.of());
    }
}

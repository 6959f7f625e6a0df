package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.expectation.TestedPolicies;
import io.policyc.finding.Printable;
import io.policyc.organization.Exemption;
import io.policyc.organization.Level;
import io.policyc.organization.Organization;
import io.policyc.policy.PolicyType;
import io.policyc.request.IamUser;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts requests into the words of the service: exactly what the offline simulator is given, and nothing where that cannot
 * be said. Made once for some policies, asked as often as wanted, from any number of threads.
 */
public final class Questions {
    private static final int SHORTEST_ACTION = 3;
    private static final int LONGEST_ACTION = 128;

    /** Policies that grant: where none of them is given, everything counts as granted. */
    private static final ImmutableSet<PolicyType> GRANTING =
            ImmutableSet.of(PolicyType.IDENTITY_POLICY, PolicyType.RESOURCE_POLICY, PolicyType.TRUST_POLICY);

    private final TestedPolicies policies;
    private final boolean rolesForSessions;
    private final boolean grants;
    private final Optional<ImmutableList<Level>> everyPath;
    private final ImmutableMap<String, ImmutableList<Level>> paths;
    private final Map<String, SentPolicies> sentOf = new ConcurrentHashMap<>();

    /**
     * Questions about requests that meet some policies.
     *
     * @param rolesForSessions whether a role may stand for its session as the caller. SCPs, identity policies and boundaries
     *     see a session by its keys, which are all sent; a resource policy can name a session, so with one it may not
     */
    public Questions(TestedPolicies policies, boolean rolesForSessions) {
        this.policies = policies;
        this.rolesForSessions = rolesForSessions;
        this.grants = policies.types().stream().anyMatch(GRANTING::contains);
        this.everyPath = policies.organization().isPresent()
                ? Optional.empty()
                : Optional.of(policies.trial()
                        .map(scps -> ImmutableList.of(Organization.trial(scps)))
                        .orElse(ImmutableList.of()));
        this.paths = policies.organization().map(Organization::accountPaths).orElse(ImmutableMap.of());
    }

    /** The request as a question. */
    public Question about(Request request) {
        Optional<NotComparable> obstacle =
                otherPolicies().or(() -> caller(request)).or(() -> action(request.action()));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        SentPolicies documents = sentOf.computeIfAbsent(
                everyPath.isPresent() ? "" : account(request).orElseThrow(),
                account -> SentPolicies.of(policies, path(request).orElseThrow(), grants));
        SentResources resources =
                SentResources.of(request, grants, policies.resource().isPresent());
        SentContext context = SentContext.of(request, documents.keys());
        return documents
                .obstacle()
                .or(resources::obstacle)
                .or(context::obstacle)
                .<Question>map(found -> found)
                .orElseGet(() -> new Question.Asked(new SimulationCall(
                        ImmutableList.of(request.action()),
                        resources.resources(),
                        documents.identity(),
                        documents.levels(),
                        documents.boundary(),
                        documents.resource(),
                        resources.owner(),
                        request.principal().arn(),
                        context.entries())));
    }

    /** What an answer rests on: only SCPs, or policies that grant as well. */
    boolean grants() {
        return grants;
    }

    private Optional<NotComparable> otherPolicies() {
        if (!policies.rcps().isEmpty()) {
            return Optional.of(NotComparable.of(Obstacle.RESOURCE_CONTROL_POLICIES));
        }
        if (policies.trust().isPresent()) {
            return Optional.of(NotComparable.of(Obstacle.TRUST_POLICY));
        }
        return policies.session().isEmpty()
                ? Optional.empty()
                : Optional.of(NotComparable.of(Obstacle.SESSION_POLICIES));
    }

    private Optional<NotComparable> caller(Request request) {
        Principal principal = request.principal();
        if (!(principal instanceof IamUser) && !(principal instanceof RoleSession)) {
            return Optional.of(NotComparable.of(Obstacle.CALLER));
        }
        Optional<Exemption> exemption =
                Exemption.of(principal, policies.organization().flatMap(Organization::managementAccount));
        if (exemption.isPresent()) {
            return notBound(exemption.get());
        }
        if (path(request).isEmpty()) {
            return notBound(Exemption.OUTSIDE_ORGANIZATION);
        }
        if (principal instanceof RoleSession && policies.resource().isPresent()) {
            return Optional.of(NotComparable.of(Obstacle.ROLE_SESSION, "a resource policy may name the session"));
        }
        return principal instanceof RoleSession && !rolesForSessions
                ? Optional.of(NotComparable.of(Obstacle.ROLE_SESSION))
                : Optional.empty();
    }

    private static Optional<NotComparable> notBound(Exemption exemption) {
        return Optional.of(NotComparable.of(Obstacle.NOT_BOUND, exemption.words()));
    }

    private static Optional<NotComparable> action(String action) {
        if (Exemption.cannotBeDenied(action)) {
            return notBound(Exemption.CANNOT_BE_DENIED);
        }
        if (!SendableText.is(action)) {
            return Optional.of(NotComparable.of(Obstacle.TEXT, Printable.quoted(action)));
        }
        return action.length() < SHORTEST_ACTION || action.length() > LONGEST_ACTION
                ? Optional.of(NotComparable.of(Obstacle.ACTION_NAME))
                : Optional.empty();
    }

    /** The levels above the caller's account; empty if it is outside of the organization. */
    private Optional<ImmutableList<Level>> path(Request request) {
        return everyPath.or(() -> account(request).map(paths::get));
    }

    private static Optional<String> account(Request request) {
        return request.principal().account();
    }
}

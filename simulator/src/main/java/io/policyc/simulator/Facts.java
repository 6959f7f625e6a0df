package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Arn;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RequestContext;
import java.util.Locale;
import java.util.Optional;

/**
 * What the statements of a policy look at: who does one action to one resource. Service and action are in lower case, as
 * they are compared.
 *
 * @param bounded whether the principal has a permissions boundary
 * @param action with its service
 * @param resource empty if nobody said
 */
record Facts(
        Principal principal,
        boolean bounded,
        String service,
        String action,
        Optional<String> resource,
        RequestContext context) {
    static final ConditionKey RESOURCE_ACCOUNT = ConditionKey.of("aws:ResourceAccount");

    /** Asked for beside sts:AssumeRole, of the same policies; sts:GetFederationToken may ask for the first one too. */
    private static final ImmutableSet<String> WITH_ROLE_SESSIONS =
            ImmutableSet.of("sts:tagsession", "sts:setsourceidentity");

    /** All that a request asks: once for each of its resources, or once for one that nobody named. */
    static ImmutableList<Facts> of(Request request, boolean bounded) {
        Facts unnamed = of(request, bounded, Optional.empty());
        ImmutableList<String> resources = request.resources();
        return switch (resources.size()) {
            case 0 -> ImmutableList.of(unnamed);
            case 1 -> ImmutableList.of(unnamed.with(resources.get(0)));
            default -> resources.stream().map(unnamed::with).collect(ImmutableList.toImmutableList());
        };
    }

    static Facts of(Request request, boolean bounded, Optional<String> resource) {
        String action = request.action().toLowerCase(Locale.ROOT);
        return new Facts(
                request.principal(), bounded, ActionMatcher.service(action), action, resource, request.context());
    }

    private Facts with(String one) {
        return new Facts(principal, bounded, service, action, Optional.of(one), context);
    }

    /**
     * The account that the resource belongs to: the one that is said, else the one in its ARN. What belongs to AWS itself,
     * and {@code *} of which nothing is said, counts as the caller's. Empty if that cannot be told.
     */
    Optional<String> owner() {
        String inArn = resource.flatMap(Arn::parse).map(Arn::account).orElse("");
        if (inArn.equals("aws") && principal.account().isPresent()) {
            return principal.account();
        }
        ContextValue said = context.get(RESOURCE_ACCOUNT);
        if (said.isPresent()
                && said.values().size() == 1
                && Arn.isAccountId(said.values().get(0))) {
            return Optional.of(said.values().get(0));
        }
        return resource.filter("*"::equals).isPresent()
                ? principal.account()
                : Optional.of(inArn).filter(Arn::isAccountId);
    }

    /** The key that would tell {@link #owner}. */
    ConditionKey ownerKey() {
        return resource.isEmpty() ? Request.RESOURCE : RESOURCE_ACCOUNT;
    }

    /**
     * Whether the action is one that gives a session of a role or goes with it, or the resource a KMS key: nothing is allowed
     * there without the resource's own policy.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session tags: sts:TagSession</a>
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">Key policies</a>
     */
    Truth needsResourcePolicy() {
        if (action.startsWith("sts:assumerole")) {
            return Truth.TRUE;
        }
        boolean withSession = WITH_ROLE_SESSIONS.contains(action);
        if (resource.isEmpty() && (withSession || service.equals("kms"))) {
            return Truth.UNKNOWN;
        }
        return Truth.of((withSession && isOn("iam", "role/")) || isOn("kms", "key/"));
    }

    private boolean isOn(String service, String type) {
        return resource.flatMap(Arn::parse)
                .filter(arn -> arn.service().equals(service) && arn.resource().startsWith(type))
                .isPresent();
    }
}

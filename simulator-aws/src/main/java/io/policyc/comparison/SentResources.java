package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Printable;
import io.policyc.policy.Arn;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The resources of a request as a call names them.
 *
 * @param resources empty for {@code *} alone
 * @param owner the ARN of the account that owns them, if it is one that the service would not assume by itself
 * @param obstacle what is in the way of naming them
 */
record SentResources(ImmutableList<String> resources, Optional<String> owner, Optional<NotComparable> obstacle) {
    private static final ConditionKey RESOURCE_ACCOUNT = ConditionKey.of("aws:ResourceAccount");
    private static final ImmutableSet<String> WITH_ROLE_SESSIONS =
            ImmutableSet.of("sts:tagsession", "sts:setsourceidentity");
    private static final int LONGEST = 2048;
    private static final String ANY = "*";

    /**
     * The resources of a request.
     *
     * @param grants whether policies that grant are looked at. To SCPs alone it does not matter whose the resources are
     * @param resourcePolicy whether there is a resource policy
     */
    static SentResources of(Request request, boolean grants, boolean resourcePolicy) {
        ImmutableList<String> named = request.resources();
        if (named.isEmpty()) {
            return stopped(NotComparable.of(Obstacle.RESOURCE, "the request names none, not even `*`"));
        }
        for (String resource : named) {
            if (!SendableText.is(resource)) {
                return stopped(NotComparable.of(Obstacle.TEXT, Printable.quoted(resource)));
            }
            boolean any = resource.equals(ANY) && !resourcePolicy;
            if (!any && (!Arn.hasForm(resource) || resource.length() > LONGEST)) {
                return stopped(NotComparable.of(Obstacle.RESOURCE, Printable.quoted(resource)));
            }
        }
        ImmutableList<String> sent = named.equals(ImmutableList.of(ANY)) ? ImmutableList.of() : named;
        if (!grants) {
            return new SentResources(sent, Optional.empty(), Optional.empty());
        }
        return owned(request, sent, resourcePolicy);
    }

    private static SentResources stopped(NotComparable obstacle) {
        return new SentResources(ImmutableList.of(), Optional.empty(), Optional.of(obstacle));
    }

    private static SentResources owned(Request request, ImmutableList<String> sent, boolean resourcePolicy) {
        Set<String> owners = new LinkedHashSet<>();
        for (String resource : request.resources()) {
            Optional<Arn> arn = Arn.parse(resource);
            if (needsTrustPolicy(request.action(), arn)) {
                return stopped(NotComparable.of(Obstacle.TRUST_POLICY));
            }
            if (!resourcePolicy && isOn(arn, "kms", "key/")) {
                return stopped(NotComparable.of(Obstacle.KEY_POLICY));
            }
            Optional<String> owner = owner(request, arn);
            if (owner.isEmpty()) {
                return stopped(NotComparable.of(Obstacle.OWNER, Printable.quoted(resource)));
            }
            owners.add(owner.get());
        }
        if (owners.size() > 1 && resourcePolicy) {
            return stopped(NotComparable.of(Obstacle.OWNER, "there are several"));
        }
        String caller = request.principal().account().orElseThrow();
        Optional<String> other = owners.size() > 1
                ? Optional.empty()
                : owners.stream().filter(owner -> !owner.equals(caller)).findFirst();
        return new SentResources(sent, other.map(id -> "arn:aws:iam::" + id + ":root"), Optional.empty());
    }

    /**
     * The account of a resource: that in its ARN, else the one that the request says. What belongs to AWS, and {@code *} of
     * which nothing is said, counts as the caller's. Empty if nothing tells, or both tell and differ.
     */
    private static Optional<String> owner(Request request, Optional<Arn> arn) {
        ContextValue said = request.context().get(RESOURCE_ACCOUNT);
        Optional<String> told = said.values().stream()
                .filter(account -> said.values().size() == 1 && Arn.isAccountId(account))
                .findFirst();
        Optional<String> caller = request.principal().account();
        Optional<String> inArn = arn.map(Arn::account).filter(Arn::isAccountId);
        if (arn.isEmpty()) {
            return told.or(() -> caller);
        }
        Optional<String> named = arn.get().account().equals("aws") ? caller : inArn;
        boolean contradicts = told.isPresent() && named.isPresent() && !told.equals(named);
        return contradicts ? Optional.empty() : named.or(() -> told);
    }

    /**
     * Whether an action gives a session of a role or goes with it.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session tags: sts:TagSession</a>
     */
    private static boolean needsTrustPolicy(String action, Optional<Arn> resource) {
        String folded = action.toLowerCase(Locale.ROOT);
        return folded.startsWith("sts:assumerole")
                || (WITH_ROLE_SESSIONS.contains(folded) && isOn(resource, "iam", "role/"));
    }

    private static boolean isOn(Optional<Arn> resource, String service, String type) {
        return resource.filter(
                        arn -> arn.service().equals(service) && arn.resource().startsWith(type))
                .isPresent();
    }
}

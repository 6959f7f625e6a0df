package io.policyc.cloudtrail;

import com.google.common.collect.ImmutableMap;
import io.policyc.evidence.Description;
import io.policyc.evidence.EvidenceObject;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/** What {@code sessionContext} tells of how a role's session came to be. */
final class EventSession {
    private static final String PROVIDER = "aws:FederatedProvider";

    private final Description description;
    private final Optional<ScalarNode> provider;
    private final Optional<ScalarNode> roleDelivery;
    private final Optional<ScalarNode> sourceIdentity;

    EventSession(Optional<EvidenceObject> session, Description description) {
        this.description = description;
        this.provider = session.flatMap(found -> found.object("webIdFederationData"))
                .flatMap(found -> found.text("federatedProvider"));
        this.roleDelivery = session.flatMap(found -> found.text("ec2RoleDelivery"));
        this.sourceIdentity = session.flatMap(found -> found.text("sourceIdentity"));
    }

    boolean isOfWebIdentity() {
        return provider.isPresent();
    }

    /** Adds the kind of session to the long form of a role, if the event tells it. */
    void fill(ImmutableMap.Builder<String, String> principal) {
        if (provider.isPresent()) {
            principal
                    .put("session", "web-identity")
                    .put("provider", provider.get().text());
        } else if (roleDelivery.isPresent()) {
            principal.put("session", "instance");
        }
    }

    /** Gives the keys that are told, and leaves the others open that the kind would settle. */
    void leaveOpen(SourceSpan at) {
        sourceIdentity.ifPresent(node -> description.context("aws:SourceIdentity", node));
        roleDelivery.ifPresent(node -> description.context("ec2:RoleDelivery", node));
        description.unknown(
                Description.BY_KIND_OF_SESSION.stream()
                        .filter(key -> provider.isEmpty() || !key.equals(PROVIDER))
                        .toList(),
                at);
    }
}

package io.policyc.cloudtrail;

import io.policyc.evidence.Description;
import io.policyc.evidence.EvidenceObject;
import io.policyc.evidence.Notes;
import io.policyc.node.ScalarNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Describes the credentials of a caller, from the first letters of the access key's id and the session's attributes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">Unique ids</a>
 */
final class EventCredentials {
    private static final String LONG_LIVED = "AKIA";
    private static final String TEMPORARY = "ASIA";

    private final EvidenceObject identity;
    private final Description description;
    private final Notes notes;
    private final Optional<EvidenceObject> attributes;
    private final String accessKey;
    private final boolean madeByService;

    EventCredentials(EvidenceObject event, EvidenceObject identity, Description description, Notes notes) {
        this.identity = identity;
        this.description = description;
        this.notes = notes;
        this.attributes = identity.object("sessionContext").flatMap(found -> found.object("attributes"));
        this.accessKey = identity.text("accessKeyId").map(ScalarNode::text).orElse("");
        this.madeByService = EventCall.madeBy(event, Optional.of(identity)).isPresent();
    }

    /** An IAM user or root user, who has a choice. */
    void ofUser() {
        boolean session =
                attributes.flatMap(found -> found.text("creationDate")).isPresent();
        if (madeByService) {
            // A service that calls on has credentials of its own making, whatever the user signed with.
            open("a service made this call for the caller, whose own credentials are not told");
        } else if (accessKey.startsWith(LONG_LIVED) && !session) {
            put("credentials", "long-lived");
        } else if (accessKey.startsWith(TEMPORARY)) {
            put("credentials", "temporary");
            attributes.flatMap(found -> found.text("mfaAuthenticated")).ifPresent(mfa -> description.put("mfa", mfa));
            issueTime();
        } else {
            open("which credentials the caller used is not told");
        }
    }

    /** A session, whose credentials are temporary always. */
    void ofSession() {
        if (!madeByService) {
            issueTime();
        }
    }

    /**
     * A session of a role. That it is not authenticated with MFA says nothing of aws:MultiFactorAuthPresent, which is false
     * in one kind of session and absent in another; that it is so says that the key is there.
     */
    void ofRole(boolean webIdentity) {
        ofSession();
        attributes
                .flatMap(found -> found.text("mfaAuthenticated"))
                .filter(mfa -> mfa.text().equals("true") && !webIdentity && !madeByService)
                .ifPresent(mfa -> description.context("aws:MultiFactorAuthPresent", mfa));
    }

    private void open(String message) {
        notes.notTold(
                identity.span(), message, "give --credentials long-lived or --credentials temporary if it matters");
    }

    private void put(String key, String value) {
        identity.text("accessKeyId").ifPresent(id -> description.put(key, value, id.span()));
    }

    private void issueTime() {
        attributes
                .flatMap(found -> found.text("creationDate"))
                .filter(EventCredentials::isTime)
                .ifPresent(date -> description.context("aws:TokenIssueTime", date));
    }

    private static boolean isTime(ScalarNode node) {
        try {
            return OffsetDateTime.parse(node.text()).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

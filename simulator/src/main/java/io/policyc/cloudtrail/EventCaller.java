package io.policyc.cloudtrail;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.evidence.Description;
import io.policyc.evidence.EvidenceObject;
import io.policyc.evidence.Notes;
import io.policyc.finding.Printable;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.policy.ConditionKey;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Describes who called, from {@code userIdentity}.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
 *     userIdentity</a>
 */
final class EventCaller {
    private static final String SERVICE = "AWSService";
    private static final String UNSIGNED = "ANONYMOUS_PRINCIPAL";
    private static final Pattern PROVIDER =
            Pattern.compile("arn:aws:iam::[0-9]{12}:oidc-provider/[A-Za-z0-9./_-]{1,255}|[A-Za-z0-9.-]{1,255}");

    private final EvidenceObject event;
    private final EvidenceObject identity;
    private final Description description;
    private final Notes notes;

    private EventCaller(EvidenceObject event, EvidenceObject identity, Description description, Notes notes) {
        this.event = event;
        this.identity = identity;
        this.description = description;
        this.notes = notes;
    }

    /** Describes the caller as far as it is told, and hands out the name that the event has for it. */
    static Optional<String> read(
            EvidenceObject event, Optional<EvidenceObject> identity, Description description, Notes notes) {
        if (identity.isEmpty()) {
            notes.notTold(event.span(), "who called is not told", Notes.GIVE_PRINCIPAL);
            return Optional.empty();
        }
        EventCaller caller = new EventCaller(event, identity.get(), description, notes);
        caller.describe();
        caller.noteOtherAccount();
        boolean service = caller.isService();
        return identity.get().text(service ? "invokedBy" : "arn").map(ScalarNode::text);
    }

    private void describe() {
        Optional<ScalarNode> type = identity.text("type");
        switch (type.map(ScalarNode::text).orElse("")) {
            case "IAMUser" -> {
                user();
                userId();
            }
            case "Root" -> {
                user();
                assumedRoot();
            }
            case "FederatedUser" -> {
                principal();
                new EventCredentials(event, identity, description, notes).ofSession();
            }
            case "AssumedRole" -> role();
            case SERVICE -> service();
            case "AWSAccount" -> otherAccount();
            case "WebIdentityUser" -> webIdentity();
            case "SAMLUser" -> other("an identity from outside, whose provider is not told");
            case "IdentityCenterUser" -> other("a user of IAM Identity Center, and not the role that it has");
            default ->
                other("not told: the type is "
                        + Printable.quoted(type.map(ScalarNode::text).orElse("")));
        }
        account();
    }

    private void user() {
        principal();
        new EventCredentials(event, identity, description, notes).ofUser();
    }

    /**
     * A session of sts:AssumeRoot is one of the root user too.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html">Privileged tasks</a>
     */
    private void assumedRoot() {
        if (identity.object("sessionContext").isPresent()) {
            description.unknown(ImmutableList.of("aws:AssumedRoot"), identity.span());
        }
    }

    private void principal() {
        identity.text("arn")
                .ifPresentOrElse(
                        arn -> description.put("principal", arn),
                        () -> notes.notTold(identity.span(), "the caller's ARN is not told", Notes.GIVE_PRINCIPAL));
    }

    /** The role with its path; the ARN of the session leaves the path out. */
    private void role() {
        Optional<EvidenceObject> session = identity.object("sessionContext");
        Optional<ScalarNode> issuer =
                session.flatMap(found -> found.object("sessionIssuer")).flatMap(found -> found.text("arn"));
        Optional<Arn> arn = issuer.flatMap(node -> Arn.parse(node.text()))
                .filter(found ->
                        found.service().equals("iam") && found.resource().startsWith("role/"));
        EventSession described = new EventSession(session, description);
        if (arn.isPresent() && arn.get().partition().equals("aws")) {
            SourceSpan at = issuer.orElseThrow().span();
            ImmutableMap.Builder<String, String> principal = ImmutableMap.builder();
            principal.put("role", arn.get().resource().substring("role/".length()));
            described.fill(principal);
            sessionName().ifPresent(name -> principal.put("name", name));
            description
                    .put("principal", principal.buildOrThrow(), at)
                    .put("account", arn.get().account(), at);
        } else if (issuer.isPresent()) {
            description.put("principal", issuer.get());
        } else {
            identity.text("arn")
                    .ifPresentOrElse(
                            node -> notes.callerArn(node, description),
                            () -> notes.notTold(identity.span(), "the role is not told", Notes.GIVE_PRINCIPAL));
        }
        described.leaveOpen(identity.span());
        userId();
        new EventCredentials(event, identity, description, notes).ofRole(described.isOfWebIdentity());
    }

    /** The part of the principal's id after the colon, which the session's ARN ends with. */
    private Optional<String> sessionName() {
        return identity.text("principalId")
                .map(ScalarNode::text)
                .filter(id -> id.indexOf(':') >= 0)
                .map(id -> id.substring(id.indexOf(':') + 1))
                .filter(name -> !name.isEmpty());
    }

    private boolean isService() {
        return identity.text("type").filter(type -> type.text().equals(SERVICE)).isPresent();
    }

    private void service() {
        identity.text("invokedBy")
                .ifPresentOrElse(
                        name -> description.put("principal", "service/" + name.text(), name.span()),
                        () -> notes.notTold(
                                identity.span(), "the service is not told", "give --principal service/NAME"));
    }

    /** S3 names an account of this name for a caller who did not sign. */
    private void otherAccount() {
        Optional<ScalarNode> anonymous =
                identity.text("accountId").filter(id -> id.text().equals(UNSIGNED));
        anonymous.ifPresentOrElse(
                id -> description.put("principal", "anonymous", id.span()),
                () -> other("a principal of another account, which the event does not name"));
    }

    /** The user's name is the subject of the token. */
    private void webIdentity() {
        Optional<ScalarNode> provider = identity.text("identityProvider")
                .filter(node -> PROVIDER.matcher(node.text()).matches());
        if (provider.isEmpty()) {
            other("an identity from outside, whose provider is not told");
            return;
        }
        String name = provider.get().text();
        description.put("principal", "web-identity/" + name, provider.get().span());
        String host = name.substring(name.indexOf('/') + 1);
        identity.text("userName")
                .filter(subject -> ConditionKey.isValid(host + ":sub"))
                .ifPresent(subject -> description.context(host + ":sub", subject));
    }

    private void other(String who) {
        SourceSpan at = identity.text("type").map(ScalarNode::span).orElse(identity.span());
        notes.notTold(at, "who called is " + who, Notes.GIVE_PRINCIPAL);
    }

    private void userId() {
        identity.text("principalId").ifPresent(id -> description.context("aws:userid", id));
    }

    private void account() {
        identity.account("accountId").ifPresent(node -> description.put("account", node));
    }

    /** The SCPs of the principal's account count, not those of the account that recorded the event. */
    private void noteOtherAccount() {
        Optional<ScalarNode> recipient = event.text("recipientAccountId");
        Optional<ScalarNode> own = identity.text("accountId");
        if (recipient.isPresent()
                && own.isPresent()
                && !recipient.get().text().equals(own.get().text())) {
            notes.notTold(
                    recipient.get().span(),
                    "the event was recorded in account "
                            + Printable.quoted(recipient.get().text()) + " for a principal of "
                            + Printable.quoted(own.get().text()),
                    "SCPs of the principal's account bind it; policies of the resource's account may count too");
        }
    }
}

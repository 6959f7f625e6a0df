package io.policyc.cloudtrail;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.policyc.evidence.Description;
import io.policyc.evidence.EvidenceObject;
import io.policyc.evidence.Notes;
import io.policyc.finding.Printable;
import io.policyc.node.ScalarNode;
import java.net.InetAddress;
import java.util.Optional;

/** Describes the call itself: Region, time, client, where it came from, and the service that made it. */
final class EventCall {
    /** CloudTrail cuts this field at one kilobyte. */
    private static final int LONGEST_USER_AGENT = 1024;

    /** How CloudTrail names AWS where it does not say which service. */
    private static final String INTERNAL = "AWS Internal";

    private static final ImmutableList<String> FORWARDED =
            ImmutableList.of("aws:ViaAWSService", "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast");

    private final EvidenceObject event;
    private final Optional<EvidenceObject> identity;
    private final Description description;
    private final Notes notes;

    EventCall(EvidenceObject event, Optional<EvidenceObject> identity, Description description, Notes notes) {
        this.event = event;
        this.identity = identity;
        this.description = description;
        this.notes = notes;
    }

    /**
     * What made the call for the caller, if it was not the caller. The event says so for calls on somebody's behalf and for
     * those with a role of the service, without telling them apart.
     */
    static Optional<ScalarNode> madeBy(EvidenceObject event, Optional<EvidenceObject> identity) {
        return identity.flatMap(found -> found.text("invokedBy"))
                .or(() -> event.text("sourceIPAddress").filter(address -> !isAddress(address.text())));
    }

    void describe() {
        event.text("awsRegion").ifPresent(node -> description.put("region", node));
        event.text("eventTime").ifPresent(node -> description.put("time", node));
        event.text("userAgent").ifPresent(this::userAgent);
        if (event.object("tlsDetails").isPresent()) {
            description.context("aws:SecureTransport", "true", event.span());
        }
        madeBy(event, identity)
                .ifPresentOrElse(
                        this::service, () -> event.text("sourceIPAddress").ifPresent(this::address));
    }

    /** S3 puts brackets around the text that the client sent. */
    private void userAgent(ScalarNode node) {
        String text = node.text();
        boolean brackets = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
        String sent = brackets ? text.substring(1, text.length() - 1) : text;
        if (sent.equals(INTERNAL) || isService(sent) || sent.length() >= LONGEST_USER_AGENT) {
            notes.notTold(
                    node.span(),
                    "the user agent " + Printable.quoted(sent) + " is not what a client sent, or only its start",
                    "give --user-agent TEXT if it matters");
        } else {
            description.put("user-agent", sent, node.span());
        }
    }

    /**
     * Only the last service on the way is told.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html">Forward access
     *     sessions</a>
     */
    private void service(ScalarNode node) {
        if (isServiceItself()) {
            return;
        }
        if (!isService(node.text()) || mayBeRoleOfService()) {
            description.unknown(FORWARDED, node.span());
            notes.notTold(
                    node.span(),
                    Printable.quoted(node.text()) + " made the call; whether on the caller's behalf is not told",
                    "if so give --context aws:ViaAWSService=true, else --context aws:ViaAWSService=false");
            return;
        }
        description.context("aws:ViaAWSService", "true", node.span()).context("aws:CalledViaLast", node);
        description.unknown(ImmutableList.of("aws:CalledVia", "aws:CalledViaFirst"), node.span());
        for (String key : ImmutableList.of("aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp")) {
            description.absent(key, node.span());
        }
        notes.notTold(
                node.span(),
                Printable.quoted(node.text()) + " called on the caller's behalf; services before it are not told",
                "if there were none give --context aws:CalledVia=" + node.text() + " --context aws:CalledViaFirst="
                        + node.text());
    }

    /** A service that calls as itself or with a role linked to it calls on nobody's behalf. */
    private boolean isServiceItself() {
        boolean linked = identity.flatMap(found -> found.object("sessionContext"))
                .flatMap(found -> found.object("sessionIssuer"))
                .flatMap(found -> found.text("arn"))
                .filter(arn -> arn.text().contains(":role/aws-service-role/"))
                .isPresent();
        return linked || isOfType("AWSService");
    }

    private boolean isOfType(String wanted) {
        return identity.flatMap(found -> found.text("type"))
                .filter(type -> type.text().equals(wanted))
                .isPresent();
    }

    /** A role may be one that the service has of its own; those of Identity Center are for people only. */
    private boolean mayBeRoleOfService() {
        boolean person = identity.flatMap(found -> found.text("arn"))
                .filter(arn -> arn.text().contains(":assumed-role/AWSReservedSSO_"))
                .isPresent();
        return isOfType("AssumedRole") && !person;
    }

    /**
     * A public address is that of the caller. With a VPC endpoint on the way the address is in the VPC; an endpoint beside
     * a public address, or of a console, may be one of AWS's own.
     */
    private void address(ScalarNode node) {
        Optional<ScalarNode> endpoint = event.text("vpcEndpointId");
        boolean inVpc = isPrivate(InetAddresses.forString(node.text()));
        if (endpoint.isEmpty() && !inVpc) {
            description.put("source-ip", node);
        } else if (endpoint.isPresent() && inVpc && !isConsole()) {
            description
                    .context("aws:SourceVpce", endpoint.get())
                    .context("aws:VpcSourceIp", node)
                    .absent("aws:SourceIp", endpoint.get().span());
        } else if (endpoint.isPresent()) {
            notes.notTold(
                    endpoint.get().span(),
                    "VPC endpoint " + Printable.quoted(endpoint.get().text())
                            + " may be one of AWS's own, as consoles have them",
                    "if it is yours give --context aws:SourceVpce="
                            + endpoint.get().text() + ", else --source-ip " + node.text());
        } else {
            notes.notTold(
                    node.span(),
                    Printable.quoted(node.text()) + " is a private address, and no VPC endpoint is told",
                    "give --source-ip or --context aws:VpcSourceIp=ADDRESS if it matters");
        }
    }

    private boolean isConsole() {
        return event.text("sessionCredentialFromConsole").isPresent()
                || event.text("userAgent")
                        .filter(agent -> agent.text().contains("aws-internal/"))
                        .isPresent();
    }

    /** An address with a zone is none that a request of AWS comes from. */
    private static boolean isAddress(String text) {
        return text.indexOf('%') < 0 && InetAddresses.isInetAddress(text);
    }

    private static boolean isPrivate(InetAddress address) {
        boolean unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return unique || address.isSiteLocalAddress() || address.isLinkLocalAddress() || address.isLoopbackAddress();
    }

    private static boolean isService(String text) {
        return text.endsWith(".amazonaws.com");
    }
}

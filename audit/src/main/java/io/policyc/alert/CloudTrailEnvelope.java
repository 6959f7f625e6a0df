package io.policyc.alert;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * The event that EventBridge makes of one of CloudTrail: the latter is its {@code detail}.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html">Events by way of
 *     CloudTrail</a>
 */
public final class CloudTrailEnvelope {
    private static final String DETAIL_TYPE = "detail-type";
    private static final String DETAIL = "detail";
    private static final String API_CALL = "AWS API Call via CloudTrail";

    /** By the {@code eventType} of CloudTrail; every other is a call. */
    private static final ImmutableMap<String, String> DETAIL_TYPES = ImmutableMap.of(
            "AwsConsoleSignIn", "AWS Console Sign In via CloudTrail",
            "AwsConsoleAction", "AWS Console Action via CloudTrail",
            "AwsServiceEvent", "AWS Service Event via CloudTrail",
            "AwsCloudTrailInsight", "AWS Insight via CloudTrail");

    private CloudTrailEnvelope() {}

    /** An event as it comes to a bus: itself if it is one, else with what EventBridge puts around it. */
    public static Checked<ObjectNode> of(Node node) {
        Findings findings = new Findings();
        if (node instanceof ObjectNode event && event.get(DETAIL_TYPE).isPresent()) {
            return findings.with(event);
        }
        if (node instanceof ObjectNode event
                && text(event, "eventSource").isPresent()
                && text(event, "eventName").isPresent()) {
            return findings.with(around(event));
        }
        findings.add(
                AlertFindings.NOT_AN_EVENT,
                node.span(),
                node instanceof ObjectNode
                        ? "an event has `detail-type`, or `eventSource` and `eventName`"
                        : "an event is an object, not " + node.kind(),
                "give events of EventBridge or of CloudTrail: one, a list, {\"Records\": [...]} or one a line");
        return findings.withoutValue();
    }

    /** The call that an event is about, with the caller's ARN and the time if they are there. */
    public static Optional<String> call(ObjectNode event) {
        Optional<ObjectNode> detail = object(event, DETAIL);
        Optional<String> caller =
                detail.flatMap(found -> object(found, "userIdentity")).flatMap(identity -> text(identity, "arn"));
        return detail.flatMap(found -> text(found, "eventName")
                .map(name -> name
                        + caller.map(arn -> " by " + arn).orElse("")
                        + text(found, "eventTime").map(time -> ", " + time).orElse("")));
    }

    private static Optional<ObjectNode> object(ObjectNode object, String key) {
        return object.get(key).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    /** A text of an event. */
    private static Optional<String> text(ObjectNode object, String key) {
        return object.get(key)
                .filter(node -> node instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.STRING)
                .map(node -> ((ScalarNode) node).text());
    }

    private static ObjectNode around(ObjectNode event) {
        SourceSpan span = event.span();
        String service = text(event, "eventSource").orElseThrow();
        int dot = service.indexOf('.');
        ImmutableList.Builder<ObjectNode.Member> members = ImmutableList.builder();
        put(members, "version", Optional.of("0"), span);
        put(members, "id", text(event, "eventID"), span);
        put(
                members,
                DETAIL_TYPE,
                Optional.of(text(event, "eventType")
                        .map(type -> DETAIL_TYPES.getOrDefault(type, API_CALL))
                        .orElse(API_CALL)),
                span);
        put(members, "source", Optional.of("aws." + (dot < 0 ? service : service.substring(0, dot))), span);
        put(members, "account", text(event, "recipientAccountId"), span);
        put(members, "time", text(event, "eventTime"), span);
        put(members, "region", text(event, "awsRegion"), span);
        members.add(new ObjectNode.Member("resources", span, new ArrayNode(ImmutableList.of(), span)));
        members.add(new ObjectNode.Member(DETAIL, span, event));
        return new ObjectNode(members.build(), span);
    }

    private static void put(
            ImmutableList.Builder<ObjectNode.Member> members, String key, Optional<String> value, SourceSpan span) {
        value.ifPresent(text ->
                members.add(new ObjectNode.Member(key, span, new ScalarNode(ScalarNode.Type.STRING, text, span))));
    }
}

package io.policyc.cloudtrail;

import com.google.common.collect.ImmutableList;
import io.policyc.evidence.DenialMessage;
import io.policyc.evidence.Description;
import io.policyc.evidence.EvidenceObject;
import io.policyc.evidence.Notes;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import java.util.Optional;

/**
 * Describes what was asked for: the action and its resources. If AWS denied the call and says which action on which
 * resource it denied, that counts; else they are taken from the names of event and resources.
 */
final class EventTarget {
    private static final String OBJECT = "AWS::S3::Object";
    private static final String BUCKET = "AWS::S3::Bucket";

    private final EvidenceObject event;
    private final Description description;
    private final Notes notes;

    private EventTarget(EvidenceObject event, Description description, Notes notes) {
        this.event = event;
        this.description = description;
        this.notes = notes;
    }

    static void describe(
            EvidenceObject event,
            ScalarNode eventSource,
            ScalarNode eventName,
            Optional<DenialMessage> message,
            Description description,
            Notes notes) {
        EventTarget target = new EventTarget(event, description, notes);
        Optional<EventNames.Action> byName = EventNames.action(eventSource.text(), eventName.text());
        if (message.isPresent()) {
            target.denied(message.get(), byName);
        } else {
            target.action(byName, eventSource, eventName);
            target.resources();
        }
    }

    private void denied(DenialMessage message, Optional<EventNames.Action> byName) {
        ScalarNode text = event.text("errorMessage").orElseThrow();
        description.put("action", message.action(), text.span());
        Optional<String> resource = message.resource()
                .filter(name -> name.equals("*") || Arn.parse(name).isPresent());
        boolean sameAction = byName.filter(action -> action.name().equalsIgnoreCase(message.action()))
                .isPresent();
        if (resource.isPresent()) {
            description.put("resource", resource.get(), text.span());
        } else if (sameAction) {
            resources();
        } else {
            noResource();
        }
    }

    private void action(Optional<EventNames.Action> action, ScalarNode eventSource, ScalarNode eventName) {
        if (action.isEmpty()) {
            notes.notTold(
                    eventName.span(),
                    "which action " + Printable.quoted(eventName.text()) + " of " + Printable.quoted(eventSource.text())
                            + " asks for is not known",
                    "give --action service:Name");
            return;
        }
        description.put("action", action.get().name(), eventName.span());
        if (!action.get().certain()) {
            notes.guess(
                    eventName.span(),
                    "the action is guessed from the event's name " + Printable.quoted(eventName.text())
                            + "; some operations ask for another action, or for several",
                    "give --action if it is another");
        }
    }

    /** The resources that the event lists by ARN; their owner is that of the resource in policies. */
    private void resources() {
        ImmutableList<EvidenceObject> listed = event.objects("resources");
        boolean object = listed.stream()
                .anyMatch(resource -> isOf(OBJECT, resource) && arn(resource).isPresent());
        ImmutableList<Node> arns = listed.stream()
                .filter(resource -> !(object && isOf(BUCKET, resource)))
                .flatMap(resource -> arn(resource).stream())
                .collect(ImmutableList.toImmutableList());
        if (arns.isEmpty()) {
            noResource();
            return;
        }
        description.put("resources", new ArrayNode(arns, arns.get(0).span()));
        if (arns.size() > 1) {
            notes.guess(
                    arns.get(0).span(),
                    "the event lists " + arns.size() + " resources; the action is taken to be asked for on each",
                    "give --resource if it is asked for on some of them");
        }
        owner(listed);
    }

    /** An operation on an object lists its bucket too, though the action is asked for on the object. */
    private static boolean isOf(String wanted, EvidenceObject resource) {
        return resource.text("type").filter(type -> type.text().equals(wanted)).isPresent();
    }

    private static Optional<ScalarNode> arn(EvidenceObject resource) {
        return resource.text("ARN").filter(arn -> Arn.parse(arn.text()).isPresent());
    }

    private void owner(ImmutableList<EvidenceObject> listed) {
        ImmutableList<ScalarNode> owners = listed.stream()
                .flatMap(resource -> resource.account("accountId").stream())
                .collect(ImmutableList.toImmutableList());
        boolean one = owners.stream().map(ScalarNode::text).distinct().count() == 1;
        if (one) {
            description.context("aws:ResourceAccount", owners.get(0));
        }
    }

    private void noResource() {
        notes.notTold(event.span(), "the resource is not told by its ARN", "give --resource ARN if it matters");
    }
}

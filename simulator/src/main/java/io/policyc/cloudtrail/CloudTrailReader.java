package io.policyc.cloudtrail;

import com.google.common.collect.ImmutableSet;
import io.policyc.evidence.AwsAnswer;
import io.policyc.evidence.Description;
import io.policyc.evidence.Evidence;
import io.policyc.evidence.EvidenceFindings;
import io.policyc.evidence.EvidenceObject;
import io.policyc.evidence.Notes;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.JsonNodes;
import io.policyc.node.Node;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceText;
import java.util.Optional;

/**
 * Reads one event of CloudTrail as the request that it is about.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">
 *     Contents of an event</a>
 */
public final class CloudTrailReader {
    /** Events of calls; the others report what a service, a sign-in page or the console did. */
    private static final ImmutableSet<String> CALLS = ImmutableSet.of("AwsApiCall", "AwsVpceEvent");

    private CloudTrailReader() {}

    /** Reads an event, or a list or file of CloudTrail with one event in it. */
    public static Checked<Evidence> read(SourceText source) {
        return JsonNodes.read(source).then(root -> read(root, source.name()));
    }

    /** Reads a tree that comes from a text of that name. */
    public static Checked<Evidence> read(Node root, String source) {
        Findings findings = new Findings();
        Optional<Evidence> evidence = SingleEvent.of(root, findings)
                .map(object -> new EvidenceObject(object, findings))
                .flatMap(event -> read(event, source, findings));
        return findings.hasErrors() || evidence.isEmpty() ? findings.withoutValue() : findings.with(evidence.get());
    }

    private static Optional<Evidence> read(EvidenceObject event, String source, Findings findings) {
        Optional<ScalarNode> eventSource = required(event, "eventSource", findings);
        Optional<ScalarNode> eventName = required(event, "eventName", findings);
        Optional<EvidenceObject> identity = event.object("userIdentity");
        event.text("eventType")
                .filter(type -> !CALLS.contains(type.text()))
                .ifPresent(type -> findings.add(
                        EvidenceFindings.NO_API_CALL,
                        type.span(),
                        "an event of type " + Printable.quoted(type.text()) + " is no call that a policy decides about",
                        "events of calls have the type `AwsApiCall`"));
        if (eventSource.isEmpty() || eventName.isEmpty() || findings.hasErrors()) {
            return Optional.empty();
        }
        Description description = new Description(event.span());
        Notes notes = new Notes();
        EventAnswer answer = EventAnswer.read(event);
        Optional<String> caller = EventCaller.read(event, identity, description, notes);
        new EventCall(event, identity, description, notes).describe();
        EventTarget.describe(event, eventSource.get(), eventName.get(), answer.message(), description, notes);
        answer.note(notes, event.span());
        notes.notTold(
                event.span(),
                "an event tells no tags, no organization, and few keys of services; they are left open",
                "what the answer depends on can be given: --context KEY=VALUE, --absent KEY, …");
        return Optional.of(new Evidence(
                source, caller, description.build(), Optional.<AwsAnswer>of(answer.answer()), notes.toList()));
    }

    private static Optional<ScalarNode> required(EvidenceObject event, String key, Findings findings) {
        int errors = findings.errorCount();
        Optional<ScalarNode> node = event.text(key);
        if (node.isEmpty() && findings.errorCount() == errors) {
            findings.add(
                    EvidenceFindings.MISSING_KEY,
                    event.span(),
                    "an event of CloudTrail has an `" + key + "`",
                    "give one event as CloudTrail wrote it");
        }
        return node;
    }
}

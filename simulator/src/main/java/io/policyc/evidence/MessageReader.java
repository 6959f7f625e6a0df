package io.policyc.evidence;

import com.google.common.base.CharMatcher;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.SourceFindings;
import io.policyc.policy.Arn;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.Optional;

/**
 * Reads a message of AWS that denies access: as a client prints it, or decoded by {@code aws sts
 * decode-authorization-message}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error
 *     messages</a>
 */
public final class MessageReader {
    private MessageReader() {}

    public static Checked<Evidence> read(SourceText source) {
        if (CharMatcher.whitespace().trimLeadingFrom(source.text()).startsWith("{")) {
            return DecodedMessage.read(source);
        }
        if (source.text().length() > DenialMessage.LONGEST) {
            String most = source.name() + " is longer than " + DenialMessage.LONGEST + " characters";
            return Checked.failed(Finding.withoutPlace(SourceFindings.TOO_LARGE, most)
                    .withHelp("give the message alone, not the log that it is in"));
        }
        Optional<DenialMessage> message = DenialMessage.parse(source.text());
        return message.isPresent() ? Checked.of(evidence(message.get(), source)) : noDenial(source);
    }

    private static Evidence evidence(DenialMessage message, SourceText source) {
        SourceSpan whole = source.start();
        Description description = new Description(whole);
        Notes notes = new Notes();
        message.caller()
                .ifPresentOrElse(
                        caller -> CallerArn.describe(caller, place(caller, source), description, notes),
                        () -> notes.notTold(whole, "who called is not told", Notes.GIVE_PRINCIPAL));
        description.put("action", message.action(), place(message.action(), source));
        describe(message.resource(), source, description, notes);
        if (message.encoded()) {
            notes.encoded(whole);
        }
        notes.notTold(
                whole,
                "a message tells nothing of credentials, Region, client, time and address",
                "what the answer depends on can be given: --credentials, --region, --context KEY=VALUE, …");
        return new Evidence(
                source.name(),
                message.caller(),
                description.build(),
                Optional.of(AwsAnswer.denied(Optional.empty(), message.denial())),
                notes.toList());
    }

    private static void describe(Optional<String> resource, SourceText source, Description description, Notes notes) {
        boolean named = resource.filter(
                        text -> text.equals("*") || Arn.parse(text).isPresent())
                .isPresent();
        if (named) {
            description.put("resource", resource.get(), place(resource.get(), source));
        } else {
            notes.notTold(
                    resource.map(text -> place(text, source)).orElse(source.start()),
                    resource.isPresent() ? "the resource is not named by its ARN" : "the resource is not told",
                    "give --resource ARN if it matters");
        }
    }

    private static Checked<Evidence> noDenial(SourceText source) {
        Findings findings = new Findings();
        if (DenialMessage.isEncoded(source.text())) {
            findings.add(
                    EvidenceFindings.ENCODED_MESSAGE,
                    source.start(),
                    "the message is encoded; only AWS can read it",
                    Notes.DECODE);
        } else {
            findings.add(
                    EvidenceFindings.NO_DENIAL,
                    source.start(),
                    "this is not a message of AWS that says who may not do what",
                    "it says `User: ARN is not authorized to perform: service:Action`; the CloudTrail event of the call"
                            + " tells more, see --event");
        }
        return findings.withoutValue();
    }

    /** Where a part of the message stands; the whole of it where a client broke that part into lines. */
    private static SourceSpan place(String part, SourceText source) {
        int at = source.text().indexOf(part);
        return at < 0 ? source.start() : source.span(at, at + part.length());
    }
}

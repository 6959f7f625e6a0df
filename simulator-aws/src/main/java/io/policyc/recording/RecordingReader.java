package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.JsonNodes;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.recording.Recording.Entry;
import io.policyc.recording.Recording.Origin;
import io.policyc.recording.Recording.Reply;
import io.policyc.source.SourceText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a recording. A value is there only if there is no error. */
public final class RecordingReader {
    private final RecordedFields fields;
    private final Findings findings;

    private RecordingReader(Findings findings) {
        this.findings = findings;
        this.fields = new RecordedFields(findings);
    }

    public static Checked<Recording> read(SourceText source) {
        return JsonNodes.read(source).then(RecordingReader::read);
    }

    private static Checked<Recording> read(Node node) {
        Findings findings = new Findings();
        Optional<Recording> recording = new RecordingReader(findings).recording(node);
        return recording.isPresent() && !findings.hasErrors()
                ? findings.with(recording.get())
                : findings.withoutValue();
    }

    private Optional<Recording> recording(Node node) {
        Optional<Fields> object = fields.of(node, "a recording");
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Fields file = object.get();
        Optional<ScalarNode> version = fields.required(file, "recording");
        if (version.isPresent() && !version.get().text().equals(String.valueOf(Recording.VERSION))) {
            findings.add(
                    RecordingFindings.INVALID_VALUE,
                    version.get().span(),
                    "a recording of form " + Printable.quoted(version.get().text())
                            + " is not read here; this version reads form " + Recording.VERSION,
                    "record again with --record");
            return Optional.empty();
        }
        Optional<Origin> origin = fields.required(file, "origin").flatMap(this::origin);
        boolean replaced =
                fields.required(file, "accountsReplaced").flatMap(fields::truth).orElse(false);
        CallReader calls = new CallReader(policies(file), fields, findings);
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        for (Node call : fields.requiredList(file, "calls")) {
            fields.of(call, "an entry of `calls`")
                    .flatMap(found -> entry(found, calls))
                    .ifPresent(entries::add);
        }
        fields.end(file, "key of a recording");
        return origin.map(found -> new Recording(found, replaced, entries.build()));
    }

    private Optional<Origin> origin(ScalarNode node) {
        Optional<Origin> origin = Origin.parse(node.text());
        if (origin.isEmpty()) {
            List<String> words =
                    Arrays.stream(Origin.values()).map(Origin::word).toList();
            findings.add(
                    RecordingFindings.INVALID_VALUE,
                    node.span(),
                    Printable.quoted(node.text()) + " is no origin of a recording",
                    Suggestions.help(node.text(), words));
        }
        return origin;
    }

    /** The documents by their names in the file. */
    private Map<String, String> policies(Fields file) {
        Map<String, String> policies = new HashMap<>();
        Optional<ObjectNode> object = file.object("policies");
        if (file.node("policies").isEmpty()) {
            fields.missing(file, "policies");
        }
        object.ifPresent(found -> found.members()
                .forEach(member ->
                        fields.text(member.value(), "a policy").ifPresent(text -> policies.put(member.key(), text))));
        return policies;
    }

    private Optional<Entry> entry(Fields entry, CallReader calls) {
        Optional<Reply> reply = reply(entry, calls);
        Optional<String> source = entry.scalar("source").map(ScalarNode::text);
        Optional<Entry> read = fields.requiredObject(entry, "call")
                .flatMap(calls::call)
                .flatMap(call -> reply.map(found -> new Entry(call, found, source)));
        fields.end(entry, "key of a recorded call");
        return read;
    }

    /** Either an answer or a refusal. */
    private Optional<Reply> reply(Fields entry, CallReader calls) {
        Optional<ArrayNode> answer = entry.array("answer");
        Optional<ScalarNode> refused = entry.scalar("refused");
        if (entry.node("answer").isPresent() == entry.node("refused").isPresent()) {
            findings.add(
                    RecordingFindings.MISSING_KEY, entry.span(), "a recorded call has either `answer` or `refused`");
            return Optional.empty();
        }
        return answer.map(found -> (Reply) new Reply.Answered(calls.answer(found)))
                .or(() -> refused.map(found -> new Reply.Refused(found.text())));
    }
}

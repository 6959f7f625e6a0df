package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationCall;
import io.policyc.node.JsonText;
import io.policyc.recording.Recording.Entry;
import io.policyc.recording.Recording.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes a recording as one JSON object: each policy once, each call in one line. */
public final class RecordingWriter {
    private final Map<String, String> names = new LinkedHashMap<>();

    private RecordingWriter() {}

    /** The text of the file, ended by a line break. */
    public static String write(Recording recording) {
        RecordingWriter writer = new RecordingWriter();
        ImmutableList<String> calls =
                recording.entries().stream().map(writer::entry).collect(ImmutableList.toImmutableList());
        JsonText head = JsonText.minified();
        head.object(() -> head.field("recording", Recording.VERSION)
                .field("origin", recording.origin().word())
                .field("accountsReplaced", recording.accountsReplaced()));
        return openEnded(head.toString()) + ",\"policies\":{" + lines(writer.policies()) + "},\"calls\":["
                + lines(calls) + "]}\n";
    }

    private static String openEnded(String object) {
        return object.substring(0, object.length() - 1);
    }

    private static String lines(ImmutableList<String> values) {
        return values.isEmpty() ? "" : "\n" + String.join(",\n", values) + "\n";
    }

    private ImmutableList<String> policies() {
        return names.entrySet().stream()
                .map(policy -> JsonText.minified().value(policy.getValue()) + ":"
                        + JsonText.minified().value(policy.getKey()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The name of a policy within the file. */
    private String name(String policy) {
        return names.computeIfAbsent(policy, none -> "p" + (names.size() + 1));
    }

    private String entry(Entry entry) {
        JsonText out = JsonText.minified();
        out.object(() -> {
            out.objectField("call", () -> call(entry.call(), out));
            if (entry.reply() instanceof Reply.Answered answered) {
                out.arrayField("answer", () -> answer(answered.answer(), out));
            } else if (entry.reply() instanceof Reply.Refused refused) {
                out.field("refused", refused.message());
            }
            optional("source", entry.source(), out);
        });
        return out.toString();
    }

    private void call(SimulationCall call, JsonText out) {
        out.field("actions", call.actions());
        list("resources", call.resources(), out);
        list("identityPolicies", named(call.identityPolicies()), out);
        if (!call.organizationPolicies().isEmpty()) {
            out.arrayField(
                    "organizationPolicies",
                    () -> call.organizationPolicies()
                            .forEach(level -> out.array(() -> named(level).forEach(out::value))));
        }
        optional("boundary", call.boundary().map(this::name), out);
        optional("resourcePolicy", call.resourcePolicy().map(this::name), out);
        optional("resourceOwner", call.resourceOwner(), out);
        optional("caller", call.caller(), out);
        out.arrayField(
                "context",
                () -> call.context()
                        .forEach(entry -> out.object(() -> out.field("key", entry.key())
                                .field("type", entry.type().word())
                                .field("values", entry.values()))));
    }

    private ImmutableList<String> named(ImmutableList<String> policies) {
        return policies.stream().map(this::name).collect(ImmutableList.toImmutableList());
    }

    private static void answer(SimulationAnswer answer, JsonText out) {
        answer.results().forEach(result -> out.object(() -> result(result, out)));
    }

    private static void result(ActionResult result, JsonText out) {
        out.field("action", result.action()).field("decision", Decisions.word(result.decision()));
        optional("resource", result.resource(), out);
        result.allowedByOrganizations().ifPresent(allowed -> out.field("allowedByOrganizations", allowed));
        result.allowedByBoundary().ifPresent(allowed -> out.field("allowedByBoundary", allowed));
        if (!result.resources().isEmpty()) {
            out.arrayField(
                    "resources",
                    () -> result.resources()
                            .forEach(one -> out.object(() -> out.field("resource", one.resource())
                                    .field("decision", Decisions.word(one.decision())))));
        }
        list("missingContextValues", result.missingContextValues(), out);
        list("matchedStatements", result.matchedStatements(), out);
    }

    private static void list(String name, ImmutableList<String> values, JsonText out) {
        if (!values.isEmpty()) {
            out.field(name, values);
        }
    }

    private static void optional(String name, Optional<String> value, JsonText out) {
        value.ifPresent(text -> out.field(name, text));
    }
}

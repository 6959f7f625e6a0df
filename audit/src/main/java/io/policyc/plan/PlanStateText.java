package io.policyc.plan;

import io.policyc.node.JsonText;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The state as text: JSON with one entry a line, in the order of the entries, so that changes of two people merge. */
public final class PlanStateText {
    static final String START = "{\"version\":1,\"phases\":[";
    static final String MIDDLE = "],\"keys\":[";
    static final String END = "]}";

    private PlanStateText() {}

    public static String of(PlanState state) {
        StringBuilder text = new StringBuilder();
        Consumer<String> line = written -> text.append(written).append('\n');
        line.accept(START);
        entries(state.gates().entrySet().stream().map(gate -> gate(gate.getKey(), gate.getValue())), line);
        line.accept(MIDDLE);
        entries(state.keys().entrySet().stream().map(key -> key(key.getKey(), key.getValue())), line);
        line.accept(END);
        return text.toString();
    }

    private static void entries(Stream<String> entries, Consumer<String> line) {
        for (Iterator<String> left = entries.iterator(); left.hasNext(); ) {
            line.accept(left.next() + (left.hasNext() ? "," : ""));
        }
    }

    static String gate(String phase, LocalDate quiet) {
        JsonText json = JsonText.minified();
        json.object(() -> json.field("phase", phase).field("quiet", quiet.toString()));
        return json.toString();
    }

    static String key(KeyId id, KeyRecord found) {
        JsonText json = JsonText.minified();
        json.object(() -> {
            json.field("user", id.user()).field("key", id.slot());
            json.field("made", id.made().toString());
            json.field("seen", found.seen().toString());
            if (!found.roles().isEmpty()) {
                json.field("roles", found.roles());
            }
            found.dualRun().ifPresent(day -> json.field("dualRun", day.toString()));
            found.disabled().ifPresent(day -> json.field("disabled", day.toString()));
            found.back().ifPresent(day -> json.field("back", day.toString()));
            found.gone().ifPresent(day -> json.field("gone", day.toString()));
        });
        return json.toString();
    }
}

package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import io.policyc.node.JsonText;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a request as it was resolved: who calls what, and every key that is known to be present, absent or unknown. */
public final class RequestPrinter {
    private static final int WIDTH = 84;

    private RequestPrinter() {}

    /** Lines for people, without an indentation. */
    public static ImmutableList<String> lines(Request request) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add("principal  " + Printable.line(principal(request.principal())));
        lines.add("action     " + Printable.line(request.action()));
        request.resources().forEach(resource -> lines.add("resource   " + Printable.line(resource)));
        if (request.resources().isEmpty()) {
            lines.add("resource   (not given)");
        }
        request.context().mentioned().forEach((key, value) -> {
            if (value.isPresent()) {
                lines.add("context    " + Printable.line(key.spelling()) + " = " + text(value));
            }
        });
        keys(request, State.VALUE_UNKNOWN, "present    ", lines);
        keys(request, State.ABSENT, "absent     ", lines);
        keys(request, State.UNKNOWN, "unknown    ", lines);
        return lines.build();
    }

    /** The lines as one text, each with a line break. */
    public static String text(Request request) {
        return lines(request).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** One JSON object in one line. */
    public static String json(Request request) {
        JsonText out = JsonText.minified();
        write(out, request);
        return out.toString();
    }

    /** The object as the next value of a larger text; a multivalued key has a list. */
    public static void write(JsonText out, Request request) {
        out.object(() -> out.field("principal", request.principal().arn())
                .field("account", request.principal().account())
                .field("action", request.action())
                .field("resources", request.resources())
                .objectField(
                        "context",
                        () -> request.context().mentioned().forEach((key, value) -> {
                            if (value.isPresent()
                                    && (value.list() || value.values().size() != 1)) {
                                out.field(key.spelling(), value.values());
                            } else if (value.isPresent()) {
                                out.field(key.spelling(), value.values().get(0));
                            }
                        }))
                .field("present", spellings(request, State.VALUE_UNKNOWN))
                .field("absent", spellings(request, State.ABSENT))
                .field("unknown", spellings(request, State.UNKNOWN)));
    }

    /** Who calls, in one line. */
    public static String principal(Principal principal) {
        if (principal instanceof AwsService service) {
            return "service " + service.name();
        }
        if (principal instanceof WebIdentity identity) {
            return "web identity of " + identity.provider();
        }
        return principal.arn().orElse("anonymous");
    }

    private static String text(ContextValue value) {
        String joined = value.values().stream()
                .map(one -> "\"" + Printable.line(one) + "\"")
                .collect(Collectors.joining(", "));
        return value.list() ? "[" + joined + "]" : joined;
    }

    private static List<String> spellings(Request request, State state) {
        return request.context().mentioned().entrySet().stream()
                .filter(entry -> entry.getValue().state() == state)
                .map(Map.Entry::getKey)
                .map(ConditionKey::spelling)
                .toList();
    }

    /** The names of keys in one state, in lines of bounded width. */
    private static void keys(Request request, State state, String head, ImmutableList.Builder<String> lines) {
        StringBuilder line = new StringBuilder();
        String start = head;
        for (String key : spellings(request, state)) {
            String name = Printable.line(key);
            if (line.length() > 0 && line.length() + name.length() > WIDTH) {
                lines.add(start + line.append(','));
                line.setLength(0);
                start = " ".repeat(head.length());
            }
            line.append(line.length() == 0 ? "" : ", ").append(name);
        }
        if (line.length() > 0) {
            lines.add(start + line);
        }
    }
}

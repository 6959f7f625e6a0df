package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import io.policyc.node.JsonText;
import java.util.List;

/**
 * Writes policy documents in one fixed form: elements in the order Version, Id, Statement and Sid, Effect, Principal,
 * Action, Resource, Condition; Statement always a list; one action, resource or principal as a string, several as a list;
 * condition values always a list unless written {@linkplain #compact compactly}; operators and keys in their own order,
 * spelled as written.
 */
public final class PolicyWriter {
    private final JsonText json;
    private final boolean compact;

    private PolicyWriter(JsonText json, boolean compact) {
        this.json = json;
        this.compact = compact;
    }

    /** Without any white space: what AWS is given, and what it counts. */
    public static String minified(PolicyDocument document) {
        return new PolicyWriter(JsonText.minified(), false).write(document);
    }

    /** As {@link #minified}, and a condition's only value as a string: two characters shorter each, and the same to AWS. */
    public static String compact(PolicyDocument document) {
        return new PolicyWriter(JsonText.minified(), true).write(document);
    }

    /** For people: two blanks an indentation, ended by a line break. */
    public static String pretty(PolicyDocument document) {
        return new PolicyWriter(JsonText.pretty(), false).write(document) + "\n";
    }

    /** As a value of a larger text, in the form of {@link #pretty}. */
    public static void write(PolicyDocument document, JsonText json) {
        new PolicyWriter(json, false).document(document);
    }

    private String write(PolicyDocument document) {
        document(document);
        return json.toString();
    }

    private void document(PolicyDocument document) {
        json.object(() -> {
            document.version().ifPresent(version -> json.field("Version", version.text()));
            document.id().ifPresent(id -> json.field("Id", id));
            json.arrayField("Statement", () -> document.statements().forEach(this::statement));
        });
    }

    private void statement(Statement statement) {
        json.object(() -> {
            statement.sid().ifPresent(sid -> json.field("Sid", sid.text()));
            json.field("Effect", statement.effect().word());
            statement.principal().ifPresent(this::principal);
            oneOrMany(
                    statement.action().fold(action -> "Action", notAction -> "NotAction"),
                    texts(statement.action().patterns(), ActionPattern::text));
            statement
                    .resource()
                    .ifPresent(resource -> oneOrMany(
                            resource.fold(one -> "Resource", not -> "NotResource"),
                            texts(resource.patterns(), ValueTemplate::text)));
            if (!statement.conditions().isEmpty()) {
                json.objectField("Condition", () -> conditions(statement.conditions()));
            }
        });
    }

    private void principal(PrincipalElement element) {
        json.name(element.fold(principal -> "Principal", notPrincipal -> "NotPrincipal"));
        element.principals()
                .fold(
                        everyone -> json.value("*"),
                        listed -> json.object(
                                () -> listed.byKind().forEach((kind, names) -> oneOrMany(kind.word(), names))));
    }

    /** Conditions are grouped by operator already; each group becomes one object. */
    private void conditions(ImmutableList<Condition> conditions) {
        int at = 0;
        while (at < conditions.size()) {
            ConditionOperator operator = conditions.get(at).operator();
            int end = at;
            while (end < conditions.size() && conditions.get(end).operator().equals(operator)) {
                end++;
            }
            List<Condition> group = conditions.subList(at, end);
            json.objectField(operator.word(), () -> group.forEach(this::condition));
            at = end;
        }
    }

    private void condition(Condition condition) {
        List<String> values = texts(condition.values(), ValueTemplate::text);
        if (compact) {
            oneOrMany(condition.key().spelling(), values);
        } else {
            json.field(condition.key().spelling(), values);
        }
    }

    private void oneOrMany(String name, List<String> values) {
        if (values.size() == 1) {
            json.field(name, values.get(0));
        } else {
            json.field(name, values);
        }
    }

    private static <T> List<String> texts(List<T> values, java.util.function.Function<T, String> text) {
        return values.stream().map(text).toList();
    }
}

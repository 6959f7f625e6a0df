package io.policyc.alert;

import com.google.common.collect.ImmutableList;
import io.policyc.alert.FieldPattern.Values;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.simulator.Truth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Matches one event. A list of the event matches where one of its elements does, and two fields that are asked for must be
 * in the same element; an empty list and an object are no value. Each part of the event is looked at once for each part of
 * the pattern that could mean it.
 *
 * <p>Of a field that may be absent, the page speaks for events without lists of objects. Where one element has the field
 * and another has not, the answer is that it cannot be told.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-arrays.html">Arrays in event
 *     patterns</a>
 */
final class EventMatcher {
    private final Node event;
    private final Map<ImmutableList<String>, Boolean> present = new HashMap<>();

    EventMatcher(Node event) {
        this.event = event;
    }

    /**
     * The values that are seen of a field so far.
     *
     * @param inElement whether they are those of one element among several
     */
    private record Seen(Truth matches, boolean any, boolean inElement) {
        static final Seen NOTHING = new Seen(Truth.FALSE, false, false);

        Seen with(ScalarNode value, FieldPattern field) {
            return new Seen(matches.or(matches(field, value)), true, inElement);
        }

        Seen among(boolean several) {
            return several ? new Seen(matches, any, true) : this;
        }

        private static Truth matches(FieldPattern field, ScalarNode value) {
            Truth truth = Truth.FALSE;
            for (ValueTest test : field.values().map(Values::tests).orElse(ImmutableList.of())) {
                truth = truth.or(test.matches(value));
            }
            return truth;
        }
    }

    Truth matches(FieldPattern pattern) {
        return match(pattern, event, Seen.NOTHING);
    }

    private Truth match(FieldPattern field, Node value, Seen seen) {
        if (value instanceof ScalarNode scalar) {
            return finish(field, seen.with(scalar, field)).and(missing(field, seen));
        }
        if (value instanceof ObjectNode object) {
            return finish(field, seen).and(members(field, object, seen));
        }
        Seen direct = seen;
        int others = 0;
        for (Node element : ((ArrayNode) value).elements()) {
            if (element instanceof ScalarNode scalar) {
                direct = direct.with(scalar, field);
            } else {
                others++;
            }
        }
        if (others == 0) {
            return finish(field, direct).and(missing(field, seen));
        }
        Seen each = direct.among(((ArrayNode) value).elements().size() > 1);
        Truth any = Truth.FALSE;
        for (Node element : ((ArrayNode) value).elements()) {
            if (!(element instanceof ScalarNode)) {
                any = any.or(match(field, element, each));
            }
        }
        return any;
    }

    private Truth members(FieldPattern field, ObjectNode object, Seen seen) {
        Map<String, Node> found = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        for (ObjectNode.Member member : object.members()) {
            if (field.fields().containsKey(member.key())) {
                found.put(member.key(), member.value());
            } else if (member.key().indexOf('.') >= 0 && field.couldBeMeantBy(member.key())) {
                // The published matcher joins names with dots, and says not to rely on that.
                doubtful.add(member.key().substring(0, member.key().indexOf('.')));
            }
        }
        Seen below = Seen.NOTHING.among(seen.inElement());
        Truth all = Truth.TRUE;
        for (Map.Entry<String, FieldPattern> child : field.fields().entrySet()) {
            Node value = found.get(child.getKey());
            if (doubtful.contains(child.getKey())) {
                all = all.and(Truth.UNKNOWN);
            } else {
                all = all.and(value == null ? absent(child.getValue(), below) : match(child.getValue(), value, below));
            }
        }
        return all;
    }

    /** The fields below one that has none. */
    private Truth missing(FieldPattern field, Seen seen) {
        Seen below = Seen.NOTHING.among(seen.inElement());
        Truth all = Truth.TRUE;
        for (FieldPattern child : field.fields().values()) {
            all = all.and(absent(child, below));
        }
        return all;
    }

    private Truth absent(FieldPattern field, Seen seen) {
        return finish(field, seen).and(missing(field, seen));
    }

    /** What the values of a field itself come to. */
    private Truth finish(FieldPattern field, Seen seen) {
        if (field.values().isEmpty()) {
            return Truth.TRUE;
        }
        if (seen.any() || !field.values().get().mayBeAbsent()) {
            return seen.matches();
        }
        boolean elsewhere = seen.inElement() && present.computeIfAbsent(field.path(), path -> hasValue(event, path, 0));
        return elsewhere ? Truth.UNKNOWN : Truth.TRUE;
    }

    /** Whether a path leads to a value anywhere. */
    private static boolean hasValue(Node node, ImmutableList<String> path, int at) {
        if (node instanceof ArrayNode list) {
            return list.elements().stream().anyMatch(element -> hasValue(element, path, at));
        }
        if (node instanceof ObjectNode object) {
            return at < path.size()
                    && object.get(path.get(at))
                            .filter(value -> hasValue(value, path, at + 1))
                            .isPresent();
        }
        return at == path.size();
    }
}

package io.policyc.alert;

import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A second matcher, written from the pages of AWS and from what Event Ruler, the matcher that AWS has published, says of
 * itself: an event is a list of named values, each with the elements of lists that it is in; a pattern is a choice of
 * combinations; a combination matches if values can be chosen for all its names, sorted, that are in no two elements of one
 * list. It tries them all.
 *
 * @see <a href="https://github.com/aws/event-ruler">Event Ruler</a>
 */
final class NaivePattern {
    private final List<Value> values = new ArrayList<>();
    private int lists;

    /** A value of an event, and which element of which list it is in. */
    private record Value(String name, ScalarNode node, Map<Integer, Integer> elements) {}

    private NaivePattern(Node event) {
        flatten("", event, Map.of());
    }

    static boolean matches(Node pattern, Node event) {
        NaivePattern naive = new NaivePattern(event);
        return combinations("", pattern).stream()
                .map(TreeMap::new)
                .anyMatch(combination -> naive.matches(new ArrayList<>(combination.entrySet()), 0, Map.of()));
    }

    private void flatten(String name, Node node, Map<Integer, Integer> elements) {
        if (node instanceof ObjectNode object) {
            object.members()
                    .forEach(member -> flatten(
                            name.isEmpty() ? member.key() : name + "." + member.key(), member.value(), elements));
        } else if (node instanceof ArrayNode list) {
            int id = lists;
            lists++;
            for (int i = 0; i < list.elements().size(); i++) {
                Map<Integer, Integer> within = new HashMap<>(elements);
                if (!(list.elements().get(i) instanceof ScalarNode)) {
                    within.put(id, i);
                }
                flatten(name, list.elements().get(i), within);
            }
        } else {
            values.add(new Value(name, (ScalarNode) node, elements));
        }
    }

    /** All ways to choose an alternative of each {@code $or}. */
    private static List<Map<String, ArrayNode>> combinations(String name, Node pattern) {
        List<Map<String, ArrayNode>> all = List.of(Map.of());
        for (ObjectNode.Member member : ((ObjectNode) pattern).members()) {
            String path = name.isEmpty() ? member.key() : name + "." + member.key();
            List<Map<String, ArrayNode>> these = new ArrayList<>();
            if (member.key().equals("$or")) {
                ((ArrayNode) member.value()).elements().forEach(one -> these.addAll(combinations(name, one)));
            } else if (member.value() instanceof ArrayNode list) {
                these.add(Map.of(path, list));
            } else {
                these.addAll(combinations(path, member.value()));
            }
            List<Map<String, ArrayNode>> next = new ArrayList<>();
            for (Map<String, ArrayNode> before : all) {
                for (Map<String, ArrayNode> one : these) {
                    Map<String, ArrayNode> both = new HashMap<>(before);
                    both.putAll(one);
                    next.add(both);
                }
            }
            all = next;
        }
        return all;
    }

    private boolean matches(List<Map.Entry<String, ArrayNode>> asked, int at, Map<Integer, Integer> elements) {
        if (at == asked.size()) {
            return true;
        }
        boolean present = false;
        for (Value value : values) {
            if (!value.name().equals(asked.get(at).getKey()) || !agree(elements, value.elements())) {
                continue;
            }
            present = true;
            Map<Integer, Integer> both = new HashMap<>(elements);
            both.putAll(value.elements());
            boolean suits =
                    asked.get(at).getValue().elements().stream().anyMatch(one -> NaiveValue.matches(one, value.node()));
            if (suits && matches(asked, at + 1, both)) {
                return true;
            }
        }
        boolean mayBeAbsent = asked.get(at).getValue().elements().stream().anyMatch(NaiveValue::isAbsence);
        return mayBeAbsent && !present && matches(asked, at + 1, elements);
    }

    private static boolean agree(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        return other.entrySet().stream()
                .allMatch(element -> element.getValue().equals(one.getOrDefault(element.getKey(), element.getValue())));
    }
}

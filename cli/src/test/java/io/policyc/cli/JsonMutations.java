package io.policyc.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Trees that are nearly right: good ones with a few parts taken out, renamed, exchanged for parts of others or for scraps. */
final class JsonMutations {
    private static final JsonMapper JSON = new JsonMapper();

    private static final ImmutableList<String> SCRAPS = ImmutableList.of(
            "null",
            "true",
            "12",
            "-1.5",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"a\": 1}",
            "{\"not\": \"*\"}",
            "\"\"",
            "\" \"",
            "\"a b\"",
            "\"*\"",
            "\"true\"",
            "\"a:b\"",
            "\"s3:Get*\"",
            "\"role/\"",
            "\"arn:aws\"",
            "111122223333",
            "\"111122223333\"",
            "\"11112222333\"",
            "\"2027-02-28\"",
            "\"2027-02-28T00:00:00Z\"",
            "\"o-exampleorgid\"",
            "\"vpc-\"",
            "[\"a\", \"b\"]",
            "\"arn:aws:s3:::a\"",
            "\"arn:aws:iam::*:role/x\"",
            "\"eu-west-1\"",
            "\"x.json\"");

    private final ImmutableList<JsonNode> seeds;
    private final ImmutableList<JsonNode> parts;
    private final ImmutableList<String> keys;

    JsonMutations(List<JsonNode> seeds) {
        this.seeds = ImmutableList.copyOf(seeds);
        Set<JsonNode> found = new LinkedHashSet<>();
        SCRAPS.forEach(scrap -> found.add(parse(scrap)));
        Set<String> names = new LinkedHashSet<>(List.of("zzzzzzzzzzzz"));
        seeds.forEach(seed -> collect(seed, found, names));
        this.parts = ImmutableList.copyOf(found);
        this.keys = ImmutableList.copyOf(names);
    }

    /** Up to three mutations of one of the seeds. */
    Arbitrary<JsonNode> trees() {
        Arbitrary<List<Integer>> mutation =
                Arbitraries.integers().between(0, 1_000_000).list().ofSize(3);
        return Combinators.combine(
                        Arbitraries.of(seeds), mutation.list().ofMinSize(0).ofMaxSize(3))
                .as((seed, mutations) -> {
                    ArrayNode holder = JSON.createArrayNode().add(seed.deepCopy());
                    mutations.forEach(numbers -> mutate(holder, numbers.get(0), numbers.get(1), numbers.get(2)));
                    return holder.get(0);
                })
                .withoutEdgeCases();
    }

    private void mutate(ArrayNode holder, int kind, int where, int what) {
        List<Slot> slots = new ArrayList<>();
        slots(holder, slots);
        Slot slot = slots.get(where % slots.size());
        JsonNode part = parts.get(what % parts.size()).deepCopy();
        String key = keys.get(what % keys.size());
        boolean root = where % slots.size() == 0;
        switch (kind % 6) {
            case 0 -> {
                if (!root) {
                    slot.remove();
                }
            }
            case 1 -> slot.rename(key);
            case 2 -> {
                if (slot.value() instanceof ObjectNode object) {
                    object.set(key, part);
                }
            }
            case 3 -> slot.set(JSON.createArrayNode().add(slot.value()));
            case 4 ->
                slot.set(slot.value().isEmpty() ? part : slot.value().iterator().next());
            default -> slot.set(part);
        }
    }

    /** A place in a tree that holds a value. */
    private record Slot(ContainerNode<?> parent, String key, int index) {
        JsonNode value() {
            return parent instanceof ObjectNode object ? object.get(key) : parent.get(index);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(key, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(key);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }

        void rename(String other) {
            if (parent instanceof ObjectNode object) {
                object.set(other, object.remove(key));
            }
        }
    }

    private static void slots(ContainerNode<?> node, List<Slot> slots) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(key -> slots.add(new Slot(object, key, 0)));
        } else {
            for (int i = 0; i < node.size(); i++) {
                slots.add(new Slot(node, "", i));
            }
        }
        for (JsonNode child : node) {
            if (child instanceof ContainerNode<?> inner) {
                slots(inner, slots);
            }
        }
    }

    private static void collect(JsonNode node, Set<JsonNode> parts, Set<String> keys) {
        parts.add(node);
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> collect(child, parts, keys));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

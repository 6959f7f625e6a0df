package io.policyc.alert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Patterns and events over few names and texts, so that they often meet. */
record GeneratedJson(Random random) {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> TEXTS = List.of("\"x\"", "\"xy\"", "\"X\"", "\"yx\"", "\"\"");
    private static final List<String> WORDS = List.of("\"x\"", "\"xy\"", "\"X\"", "\"y\"");
    private static final List<String> NUMBERS = List.of("1", "2", "3");
    private static final List<String> LITERALS = List.of("null", "true", "false");
    private static final List<String> WILDCARDS = List.of("\"x*\"", "\"*x\"", "\"*\"", "\"x\"", "\"*y*\"");
    private static final List<String> RANGES = List.of("[\"<\",2]", "[\">=\",2]", "[\"=\",1]", "[\">\",1,\"<=\",2]");

    String event() {
        return object(3, i -> value(3));
    }

    /** An event without lists. */
    String flatEvent() {
        return object(3, i -> random.nextBoolean() ? scalar() : object(3, j -> scalar()));
    }

    String pattern() {
        return pattern(2);
    }

    private String value(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0 -> scalar();
            case 1 -> object(3, i -> value(depth - 1));
            case 2 -> list(random.nextInt(4), i -> value(depth - 1));
            default -> list(1 + random.nextInt(3), i -> object(3, j -> value(depth - 1)));
        };
    }

    private String scalar() {
        return switch (random.nextInt(4)) {
            case 0 -> one(NUMBERS);
            case 1 -> one(LITERALS);
            default -> one(TEXTS);
        };
    }

    private String pattern(int depth) {
        String plain = object(
                1 + random.nextInt(2),
                i -> depth > 0 && random.nextBoolean() ? pattern(depth - 1) : list(1 + random.nextInt(2), j -> test()));
        if (depth == 0 || random.nextInt(3) > 0) {
            return plain;
        }
        String either = "\"$or\":" + list(2 + random.nextInt(2), i -> pattern(depth - 1));
        return random.nextBoolean() ? "{" + either + "}" : plain.substring(0, plain.length() - 1) + "," + either + "}";
    }

    private String test() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> scalar();
            case 2 -> operator("prefix", random.nextBoolean() ? one(WORDS) : folded());
            case 3 -> operator("suffix", random.nextBoolean() ? one(WORDS) : folded());
            case 4 -> folded();
            case 5 -> operator("wildcard", one(WILDCARDS));
            case 6 -> operator("anything-but", excluded());
            case 7 -> operator("numeric", one(RANGES));
            default -> operator("exists", random.nextBoolean() ? "true" : "false");
        };
    }

    private String excluded() {
        return switch (random.nextInt(7)) {
            case 0 -> one(TEXTS);
            case 1 -> one(NUMBERS);
            case 2 -> list(1 + random.nextInt(2), i -> one(TEXTS));
            case 3 -> folded();
            case 4 -> operator("prefix", one(WORDS));
            case 5 -> operator("suffix", list(1 + random.nextInt(2), i -> one(WORDS)));
            default -> operator("wildcard", one(WILDCARDS));
        };
    }

    private String folded() {
        return operator("equals-ignore-case", one(WORDS));
    }

    private static String operator(String name, String operand) {
        return "{\"" + name + "\":" + operand + "}";
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String object(int most, IntFunction<String> values) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return IntStream.range(0, most)
                .mapToObj(i -> "\"" + names.get(i) + "\":" + values.apply(i))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String list(int size, IntFunction<String> values) {
        return IntStream.range(0, size).mapToObj(values).collect(Collectors.joining(",", "[", "]"));
    }
}

package io.policyc.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes a text a little. */
final class TextChanges {
    private final Draw draw;

    TextChanges(Draw draw) {
        this.draw = draw;
    }

    /** The text with one thing changed: a letter's case, a character, a segment between colons, the end. */
    String change(String text) {
        if (text.isEmpty()) {
            return "x";
        }
        return switch (draw.below(6)) {
            case 0, 1 -> otherCase(text);
            case 2, 3 -> otherSegment(text);
            case 4 -> text.substring(0, text.length() - 1);
            default -> {
                int at = draw.below(text.length());
                yield text.substring(0, at) + draw.of("", "x", ":", "/", "*") + text.substring(at + 1);
            }
        };
    }

    String otherCase(String text) {
        int at = draw.below(text.length());
        String letter = text.substring(at, at + 1);
        String upper = letter.toUpperCase(Locale.ROOT);
        String other = letter.equals(upper) ? letter.toLowerCase(Locale.ROOT) : upper;
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private String otherSegment(String text) {
        List<String> segments = new ArrayList<>(List.of(text.split(":", -1)));
        int at = draw.below(segments.size());
        switch (draw.below(4)) {
            case 0 -> segments.remove(at);
            case 1 -> segments.add(at, "x");
            default -> segments.set(at, draw.of("", "x", "444455556666", "eu-west-1"));
        }
        return String.join(":", segments);
    }
}

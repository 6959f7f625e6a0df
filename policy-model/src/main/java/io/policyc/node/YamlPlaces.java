package io.policyc.node;

import com.fasterxml.jackson.core.JsonLocation;
import io.policyc.source.SourceText;

/**
 * SnakeYAML counts code points, a text counts UTF-16 units. Each place is counted from the one before, so a whole
 * document takes linear time.
 */
final class YamlPlaces {
    private final String text;
    private final int count;
    private int points;
    private int units;

    YamlPlaces(SourceText source) {
        text = source.text();
        count = text.codePointCount(0, text.length());
    }

    int offset(JsonLocation location) {
        int wanted = (int) Math.max(0, Math.min(location.getCharOffset(), count));
        units = text.offsetByCodePoints(units, wanted - points);
        points = wanted;
        return units;
    }
}

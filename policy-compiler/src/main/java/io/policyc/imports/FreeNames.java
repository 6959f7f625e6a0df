package io.policyc.imports;

import com.google.common.base.CharMatcher;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for placeholders: what stands in their brackets where that is a name, otherwise one made of it. No name twice. */
final class FreeNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final CharMatcher NOT_OF_A_NAME = CharMatcher.inRange('A', 'Z')
            .or(CharMatcher.inRange('a', 'z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("_-"))
            .negate();

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    String name(String inside) {
        String name = isName(inside) ? inside : made(inside);
        String free = name;
        while (!taken.add(free)) {
            free = name + "-" + last.merge(name, 2, (number, two) -> number + 1);
        }
        return free;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static String made(String inside) {
        String letters = CharMatcher.is('-').trimFrom(NOT_OF_A_NAME.collapseFrom(inside, '-'));
        return isName(letters) ? letters : letters.isEmpty() ? "value" : "value-" + letters;
    }
}

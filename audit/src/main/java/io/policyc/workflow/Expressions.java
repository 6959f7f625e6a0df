package io.policyc.workflow;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references in the expressions <code>${{ … }}</code> of a text that can be its value; what is only compared, or stands
 * before {@code &&}, cannot, https://docs.github.com/en/actions/reference/workflows-and-actions/expressions.
 */
final class Expressions {
    private static final String START = "${{";
    private static final String END = "}}";
    private static final Pattern TOKEN = Pattern.compile("'[^']*+'|[A-Za-z_][\\w-]*+"
            + "(?:\\s?\\.\\s?[\\w*-]++|\\s?\\[\\s?'[^']*+'\\s?]){0,8}+|[=!<>]=?|&&|\\|\\||\\S");
    private static final Pattern NAME = Pattern.compile("[\\w*-]+");
    private static final ImmutableSet<String> COMPARISONS = ImmutableSet.of("==", "!=", "<", ">", "<=", ">=");
    private static final ImmutableSet<String> WORDS = ImmutableSet.of("true", "false", "null", "nan", "infinity");

    private Expressions() {}

    /** The texts of the expressions. */
    static ImmutableList<String> in(String text) {
        ImmutableList.Builder<String> found = ImmutableList.builder();
        int start = text.indexOf(START);
        while (start >= 0) {
            int end = end(text, start);
            if (end < 0) {
                break;
            }
            found.add(text.substring(start + START.length(), end));
            start = text.indexOf(START, end);
        }
        return found.build();
    }

    /** Where an expression ends; in text in quotes it does not. */
    private static int end(String text, int start) {
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '\'';
            if (!quoted && text.startsWith(END, i)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Each reference as its parts: the context and the names in it. What stands in an index, or names a part of what a
     * function yields, only chooses among values.
     */
    static ImmutableList<ImmutableList<String>> references(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        ImmutableList.Builder<ImmutableList<String>> found = ImmutableList.builder();
        int indexes = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String before = i == 0 ? "" : tokens.get(i - 1);
            String after = i + 1 == tokens.size() ? "" : tokens.get(i + 1);
            boolean word = Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
            boolean compared = COMPARISONS.contains(before) || COMPARISONS.contains(after) || before.equals("!");
            indexes += token.equals("[") ? 1 : token.equals("]") ? -1 : 0;
            if (word
                    && indexes <= 0
                    && !before.equals(".")
                    && !compared
                    && !after.equals("&&")
                    && !after.equals("(")
                    && !WORDS.contains(Ascii.toLowerCase(token))) {
                found.add(parts(token));
            }
        }
        return found.build();
    }

    private static ImmutableList<String> parts(String reference) {
        return NAME.matcher(reference).results().map(part -> part.group()).collect(ImmutableList.toImmutableList());
    }
}

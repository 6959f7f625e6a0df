package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a template into parts. <code>${*}</code>, <code>${?}</code> and <code>${$}</code> are those characters themselves;
 * a <code>${</code> that starts neither an escape nor a well-formed variable is literal text. Linear in the text.
 */
final class TemplateParser {
    /** The key and the optional default; one comma, one blank, single quotes, as the page on policy variables has it. */
    private static final Pattern VARIABLE = Pattern.compile("([\\p{L}\\p{N}/_.@=+:-]+)(?:, '([^']*)')?");

    /** A closing brace further away than this closes no variable; the search stays linear in the text. */
    private static final int LONGEST = 1_024;

    private final String text;
    private final boolean variables;
    private final ImmutableList.Builder<ValueTemplate.Part> parts = ImmutableList.builder();
    private final StringBuilder literal = new StringBuilder();
    private boolean malformed;

    private TemplateParser(String text, boolean variables) {
        this.text = text;
        this.variables = variables;
    }

    static ImmutableList<ValueTemplate.Part> parse(String text, boolean variables) {
        TemplateParser parser = new TemplateParser(text, variables);
        parser.run();
        return parser.parts.build();
    }

    static boolean hasMalformedVariable(String text) {
        TemplateParser parser = new TemplateParser(text, true);
        parser.run();
        return parser.malformed;
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (variables && c == '$' && text.startsWith("${", at)) {
                at = variable(at);
            } else {
                unit(c);
                at++;
            }
        }
        flush();
    }

    private void unit(char c) {
        switch (c) {
            case '*' -> add(new ValueTemplate.AnyRun());
            case '?' -> add(new ValueTemplate.AnyUnit());
            default -> literal.append(c);
        }
    }

    /** Takes the variable or escape that starts at an offset; the offset after it. */
    private int variable(int start) {
        int end = closingBrace(start);
        String inside = end < 0 ? "" : text.substring(start + 2, end);
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            literal.append(inside);
            return end + 1;
        }
        Matcher matcher = VARIABLE.matcher(inside);
        if (end < 0 || !matcher.matches()) {
            malformed = true;
            return plain(start, end);
        }
        add(new ValueTemplate.Variable(
                ConditionKey.placeholder(matcher.group(1)), Optional.ofNullable(matcher.group(2))));
        return end + 1;
    }

    /** Takes what is no variable as the text that it is, up to its closing brace, or the dollar sign alone. */
    private int plain(int start, int end) {
        int after = Math.max(end, start) + 1;
        for (int i = start; i < after; i++) {
            unit(text.charAt(i));
        }
        return after;
    }

    private int closingBrace(int start) {
        int limit = Math.min(text.length(), start + LONGEST);
        for (int i = start; i < limit; i++) {
            if (text.charAt(i) == '}') {
                return i;
            }
        }
        return -1;
    }

    private void add(ValueTemplate.Part part) {
        flush();
        parts.add(part);
    }

    private void flush() {
        if (literal.length() > 0) {
            parts.add(new ValueTemplate.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}

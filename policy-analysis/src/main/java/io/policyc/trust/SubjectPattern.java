package io.policyc.trust;

import io.policyc.finding.Printable;
import io.policyc.lint.LocatedCondition;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.AnyRun;
import io.policyc.policy.ValueTemplate.AnyUnit;
import io.policyc.policy.ValueTemplate.Literal;
import io.policyc.policy.ValueTemplate.Part;

/**
 * A value of a condition on a subject, taken apart from the left. Wildcards are the characters {@link #RUN} and
 * {@link #UNIT}; a policy variable is text that is not known.
 */
record SubjectPattern(String text) {
    static final char RUN = '\u0000';
    static final char UNIT = '\u0001';
    private static final char VARIABLE = '\u0002';

    static SubjectPattern of(LocatedCondition condition, ValueTemplate value) {
        boolean wildcards = condition.comparison().hasWildcards();
        StringBuilder text = new StringBuilder();
        for (Part part : condition.parts(value)) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof AnyRun) {
                text.append(wildcards ? RUN : '*');
            } else if (part instanceof AnyUnit) {
                text.append(wildcards ? UNIT : '?');
            } else {
                text.append(VARIABLE);
            }
        }
        return new SubjectPattern(text.toString());
    }

    /** Where the first wildcard is, or the length of the text. */
    int firstWildcard() {
        int at = 0;
        while (at < text.length() && !isWildcard(at)) {
            at++;
        }
        return at;
    }

    private boolean isWildcard(int at) {
        return text.charAt(at) == RUN || text.charAt(at) == UNIT;
    }

    boolean hasWildcard() {
        return firstWildcard() < text.length();
    }

    /** Whether it is wildcards alone, with a run among them. */
    boolean takesAll() {
        return text.indexOf(RUN) >= 0 && text.chars().allMatch(c -> c == RUN || c == UNIT);
    }

    /** Whether it takes texts longer than a prefix. */
    boolean mayBeLongerThan(String prefix) {
        return text.indexOf(RUN) >= 0 || text.length() > prefix.length();
    }

    /** Which names it takes, as the end of a phrase about all of them. */
    String whichNames() {
        if (text.indexOf(RUN) < 0) {
            return " with a name like " + Printable.quoted(text.replace(UNIT, '?'));
        }
        return start().isEmpty() ? "" : " whose name starts with " + Printable.quoted(start());
    }

    /** The text up to the first wildcard. */
    String start() {
        return text.substring(0, firstWildcard());
    }

    /** Whether it is decided without a wildcard that the text goes on with this. */
    boolean startsWith(String prefix) {
        return text.startsWith(prefix);
    }

    /** What stands before an end, or all of it. */
    SubjectPattern before(String end) {
        int at = text.indexOf(end);
        return at < 0 ? this : new SubjectPattern(text.substring(0, at));
    }

    /** What stands behind an end; without one what its last wildcard may stand for. */
    SubjectPattern after(String end) {
        int at = text.indexOf(end);
        if (at >= 0) {
            return new SubjectPattern(text.substring(at + end.length()));
        }
        boolean open = text.indexOf(RUN) >= 0;
        return new SubjectPattern(open ? String.valueOf(RUN) : "");
    }
}

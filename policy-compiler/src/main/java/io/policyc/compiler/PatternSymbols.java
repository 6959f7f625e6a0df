package io.policyc.compiler;

import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.AnyRun;
import io.policyc.policy.ValueTemplate.AnyUnit;
import io.policyc.policy.ValueTemplate.Literal;
import io.policyc.policy.ValueTemplate.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pattern, or a field of one, as a row of symbols, and what can be told of two such rows. */
final class PatternSymbols {
    private static final int ANY_UNIT = -1;
    private static final int ANY_RUN = -2;
    /** Any text, or none at all: without a value the whole pattern matches nothing. */
    private static final int VARIABLE = -3;

    private final int[] symbols;

    private PatternSymbols(int[] symbols) {
        this.symbols = symbols;
    }

    /** The symbols of a value; without wildcards, as in StringEquals, stars and question marks stand for themselves. */
    static PatternSymbols of(ValueTemplate value, boolean wildcards) {
        List<Integer> symbols = new ArrayList<>();
        for (Part part : value.parts(PolicyVersion.V2012_10_17)) {
            if (part instanceof Literal literal) {
                literal.text().chars().forEach(symbols::add);
            } else if (part instanceof AnyRun) {
                symbols.add(wildcards ? ANY_RUN : '*');
            } else if (part instanceof AnyUnit) {
                symbols.add(wildcards ? ANY_UNIT : '?');
            } else {
                symbols.add(VARIABLE);
            }
        }
        return new PatternSymbols(symbols.stream().mapToInt(Integer::intValue).toArray());
    }

    /** What stands between the first colons; the last of so many fields holds the rest, colons too. */
    List<PatternSymbols> fields(int most) {
        List<PatternSymbols> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < symbols.length && fields.size() < most - 1; i++) {
            if (symbols[i] == ':') {
                fields.add(new PatternSymbols(Arrays.copyOfRange(symbols, start, i)));
                start = i + 1;
            }
        }
        fields.add(new PatternSymbols(Arrays.copyOfRange(symbols, start, symbols.length)));
        return fields;
    }

    boolean hasVariable() {
        return Arrays.stream(symbols).anyMatch(symbol -> symbol == VARIABLE);
    }

    /** Whether every text that the other one matches is surely matched by this one. */
    boolean covers(PatternSymbols other, Effort effort) {
        return !beginDifferently(other) && !hasVariable() && mayWalk(other, effort) && walk(other, false);
    }

    /** Whether surely no text is matched by both. */
    boolean excludes(PatternSymbols other, Effort effort) {
        return beginDifferently(other) || (mayWalk(other, effort) && !walk(other, true));
    }

    /** Whether they differ before the first wildcard or variable of either, as most do. */
    private boolean beginDifferently(PatternSymbols other) {
        int at = Arrays.mismatch(symbols, other.symbols);
        if (at < 0) {
            return false;
        }
        for (int i = 0; i < at; i++) {
            if (symbols[i] < 0) {
                return false;
            }
        }
        boolean bothLiteral =
                at < symbols.length && at < other.symbols.length && symbols[at] >= 0 && other.symbols[at] >= 0;
        return bothLiteral;
    }

    private boolean mayWalk(PatternSymbols other, Effort effort) {
        return effort.spend((symbols.length + 1L) * (other.symbols.length + 1L));
    }

    /**
     * Whether both rows can be used up together: a run of this row takes any number of symbols of the other one and, where
     * it is asked whether they can meet, the other way round.
     */
    private boolean walk(PatternSymbols other, boolean meet) {
        boolean[] reached = new boolean[other.symbols.length + 1];
        reached[0] = true;
        for (int i = 0; i < symbols.length; i++) {
            reached = step(i, reached, other.symbols, meet);
        }
        takeRuns(false, reached, other.symbols, meet);
        return reached[other.symbols.length];
    }

    /** Which places of the other row can be reached behind one more symbol of this one. */
    private boolean[] step(int at, boolean[] reached, int[] others, boolean meet) {
        boolean[] next = new boolean[reached.length];
        boolean run = isRun(symbols[at]);
        takeRuns(run, reached, others, meet);
        for (int j = 0; j < reached.length; j++) {
            if (reached[j] && (run || (meet && j < others.length && isRun(others[j])))) {
                next[j] = true;
            }
            if (reached[j] && !run && j < others.length && takes(symbols[at], others[j], meet)) {
                next[j + 1] = true;
            }
        }
        return next;
    }

    /** Moves on over what a run of this row takes, and over runs of the other one, which may be empty. */
    private static void takeRuns(boolean run, boolean[] reached, int[] others, boolean meet) {
        for (int j = 0; j < others.length; j++) {
            if (reached[j] && (run || (meet && isRun(others[j])))) {
                reached[j + 1] = true;
            }
        }
    }

    private static boolean takes(int one, int other, boolean meet) {
        if (isRun(other)) {
            return false;
        }
        return one == other || one == ANY_UNIT || (meet && other == ANY_UNIT);
    }

    private static boolean isRun(int symbol) {
        return symbol == ANY_RUN || symbol == VARIABLE;
    }
}

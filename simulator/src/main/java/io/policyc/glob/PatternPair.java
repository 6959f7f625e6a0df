package io.policyc.glob;

import java.util.BitSet;

/**
 * Two patterns, the rows read by the columns as if they were text: from one unit of the rows to the next goes the set of
 * all states in which the columns may be. To find whether the columns cover the rows, a wildcard of the rows is taken by
 * one of the columns only that matches at least as much; to find whether they meet, each takes what both may match.
 */
final class PatternPair {
    private final GlobBuilder rows;
    private final GlobBuilder columns;
    private final boolean meeting;
    private BitSet states = new BitSet();

    private PatternPair(GlobBuilder rows, GlobBuilder columns, boolean meeting) {
        this.rows = rows;
        this.columns = columns;
        this.meeting = meeting;
    }

    static boolean covers(GlobBuilder wide, GlobBuilder narrow, Effort effort) {
        return new PatternPair(narrow, wide, false).walk(effort) && !effort.isSpent();
    }

    static boolean excludes(GlobBuilder one, GlobBuilder other, Effort effort) {
        return !new PatternPair(one, other, true).walk(effort) && !effort.isSpent();
    }

    /** Whether the columns are at their end when the rows are; means nothing if the effort is spent. */
    private boolean walk(Effort effort) {
        states.set(0);
        for (int row = 0; row < rows.size() && !states.isEmpty(); row++) {
            passStar(row);
            if (!effort.spend(columns.words() + states.cardinality())) {
                return false;
            }
            passUnit(row);
        }
        passStar(rows.size());
        return states.get(columns.size());
    }

    private void passStar(int row) {
        boolean free = rows.hasFreeStar(row);
        if (!free && !rows.hasBoundedStar(row)) {
            return;
        }
        for (int at = states.nextSetBit(0); at >= 0; at = states.nextSetBit(at + 1)) {
            if (!meeting) {
                states.set(at, columnStarTakes(at, free));
            } else if (at < columns.size() && (free || !isColon(columns, at))) {
                states.set(at + 1);
            }
        }
    }

    private void passUnit(int row) {
        boolean colon = isColon(rows, row) || (!meeting && rows.isFreeAny(row));
        BitSet next = new BitSet();
        for (int at = states.nextSetBit(0); at >= 0; at = states.nextSetBit(at + 1)) {
            if (columnStarTakes(at, colon)) {
                next.set(at);
            }
            if (at < columns.size() && columnUnitTakes(at, row, colon)) {
                next.set(at + 1);
            }
        }
        states = next;
    }

    private boolean columnStarTakes(int at, boolean colon) {
        return columns.hasFreeStar(at) || (!colon && columns.hasBoundedStar(at));
    }

    private boolean columnUnitTakes(int at, int row, boolean colon) {
        if (columns.isAny(at)) {
            return columns.isFreeAny(at) || !colon;
        }
        return rows.isAny(row)
                ? meeting && (rows.isFreeAny(row) || !isColon(columns, at))
                : rows.character(row) == columns.character(at);
    }

    private static boolean isColon(GlobBuilder pattern, int unit) {
        return !pattern.isAny(unit) && pattern.character(unit) == ':';
    }
}

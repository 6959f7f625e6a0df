package io.policyc.glob;

/**
 * Whether a pattern matches whatever another one does: the wide one reads the narrow one as if it were text, and takes a
 * wildcard of it with a wildcard only that matches at least as much.
 */
final class Containment {
    private Containment() {}

    static boolean covers(GlobBuilder wide, GlobBuilder narrow) {
        long[] states = new long[wide.words()];
        Bits.set(states, 0);
        for (int at = 0; at < narrow.size(); at++) {
            passStar(wide, narrow, at, states);
            states = next(wide, narrow, at, states);
            if (Bits.highest(states) < 0) {
                return false;
            }
        }
        passStar(wide, narrow, narrow.size(), states);
        return (states[wide.size() / Long.SIZE] >>> wide.size() & 1) != 0;
    }

    /** At a star of the narrow pattern only the states go on in which a star takes whatever it may stand for. */
    private static void passStar(GlobBuilder wide, GlobBuilder narrow, int state, long[] states) {
        if (narrow.hasFreeStar(state)) {
            Bits.retain(states, wide.loops(true));
        } else if (narrow.hasBoundedStar(state)) {
            Bits.retain(states, wide.loops(false));
        }
    }

    private static long[] next(GlobBuilder wide, GlobBuilder narrow, int at, long[] states) {
        boolean any = narrow.isAny(at);
        char character = narrow.character(at);
        boolean mayBeColon = any ? narrow.isFreeAny(at) : character == ':';
        long[] steps = wide.anyUnits(mayBeColon);
        for (int unit = 0; !any && unit < wide.size(); unit++) {
            if (!wide.isAny(unit) && wide.character(unit) == character) {
                Bits.set(steps, unit + 1);
            }
        }
        long[] next = Bits.shiftedUp(states);
        Bits.retain(next, steps);
        Bits.retain(states, wide.loops(mayBeColon));
        Bits.add(next, states);
        return next;
    }
}

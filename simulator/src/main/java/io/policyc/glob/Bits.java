package io.policyc.glob;

/** Sets of states as bits of words, all of one length. */
final class Bits {
    private Bits() {}

    static void set(long[] bits, int at) {
        bits[at / Long.SIZE] |= 1L << at;
    }

    /** The highest bit that is set, or -1. */
    static int highest(long[] bits) {
        int word = bits.length - 1;
        while (word >= 0 && bits[word] == 0) {
            word--;
        }
        return word < 0 ? -1 : word * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(bits[word]);
    }

    static void add(long[] bits, long[] others) {
        for (int word = 0; word < bits.length; word++) {
            bits[word] |= others[word];
        }
    }

    static void retain(long[] bits, long[] others) {
        for (int word = 0; word < bits.length; word++) {
            bits[word] &= others[word];
        }
    }

    static void remove(long[] bits, long[] others) {
        for (int word = 0; word < bits.length; word++) {
            bits[word] &= ~others[word];
        }
    }

    static long[] shiftedUp(long[] bits) {
        long[] shifted = new long[bits.length];
        for (int word = 0; word < bits.length; word++) {
            shifted[word] = bits[word] << 1 | (word > 0 ? bits[word - 1] >>> (Long.SIZE - 1) : 0);
        }
        return shifted;
    }

    static long[] shiftedDown(long[] bits) {
        long[] shifted = new long[bits.length];
        for (int word = 0; word < bits.length; word++) {
            shifted[word] = bits[word] >>> 1 | (word + 1 < bits.length ? bits[word + 1] << (Long.SIZE - 1) : 0);
        }
        return shifted;
    }
}

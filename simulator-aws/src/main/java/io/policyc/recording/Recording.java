package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationCall;
import java.util.Arrays;
import java.util.Optional;

/**
 * Calls and what became of them.
 *
 * @param origin who answered
 * @param accountsReplaced whether other ids stand where account ids stood
 */
public record Recording(Origin origin, boolean accountsReplaced, ImmutableList<Entry> entries) {
    /** The form of the file that this version writes and reads. */
    static final int VERSION = 1;

    /** Who answered. */
    public enum Origin {
        /** AWS itself. */
        AWS("aws", "answers of AWS"),
        /** Another endpoint of the same API. */
        ENDPOINT("endpoint", "answers of an endpoint that is not AWS's own"),
        /** Nobody: the answers are those that AWS documents for the case. */
        DOCUMENTATION("documentation", "answers taken from documented examples, not from calls");

        private final String word;
        private final String meaning;

        Origin(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        /** The word in files. */
        public String word() {
            return word;
        }

        /** What the answers are, for people. */
        public String meaning() {
            return meaning;
        }

        static Optional<Origin> parse(String word) {
            return Arrays.stream(values())
                    .filter(origin -> origin.word.equals(word))
                    .findFirst();
        }
    }

    /**
     * A call and what became of it.
     *
     * @param source where the answer is documented, if it is
     */
    public record Entry(SimulationCall call, Reply reply, Optional<String> source) {}

    /** What became of a call. */
    public sealed interface Reply {
        /** There was an answer. */
        record Answered(SimulationAnswer answer) implements Reply {}

        /** The service refused the call as malformed. */
        record Refused(String message) implements Reply {}
    }
}

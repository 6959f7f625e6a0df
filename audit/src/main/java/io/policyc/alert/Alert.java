package io.policyc.alert;

import io.policyc.node.Node;
import io.policyc.simulator.Truth;

/**
 * Something that shall not go unnoticed, and the events that show it.
 *
 * @param name of the alert, for example {@code access-key-created}; rules of EventBridge begin it with {@code policyc-}
 * @param title what happened, in a few words
 * @param why it matters, and what to do
 * @param raisedBy whether an attempt is enough
 * @param place where the events are
 * @param readOnly whether calls that only read are among the events, for which a rule has to ask
 */
public record Alert(
        String name,
        String title,
        String why,
        Urgency urgency,
        RaisedBy raisedBy,
        Place place,
        boolean readOnly,
        EventPattern pattern) {

    /** How soon somebody should look. */
    public enum Urgency {
        CRITICAL("critical"),
        HIGH("high"),
        MEDIUM("medium");

        private final String word;

        Urgency(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What becomes of the calls that raise an alert. */
    public enum RaisedBy {
        SUCCESS("calls that succeed"),
        DENIAL("calls that are denied"),
        ANY("calls that succeed and calls that fail");

        private final String words;

        RaisedBy(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The Regions whose buses have the events. */
    public enum Place {
        /** IAM is a global service, whose events are in one Region of each partition only. */
        REGION_OF_IAM("us-east-1"),
        EVERY_REGION("every Region");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The name of its rule. */
    public String ruleName() {
        return "policyc-" + name;
    }

    /** Whether an event, as it comes to a bus of EventBridge, raises it. */
    public Truth isRaisedBy(Node event) {
        return pattern.matches(event);
    }
}

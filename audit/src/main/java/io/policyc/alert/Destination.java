package io.policyc.alert;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where the rules send what they match. */
public sealed interface Destination {
    /** The action that is needed to send there. */
    String action();

    /** A topic of SNS that the template makes, with an address that is a parameter of it. */
    record NewTopic() implements Destination {
        @Override
        public String action() {
            return PUBLISH;
        }
    }

    /** A topic that is there, in the Region of the rules. */
    record Topic(String arn) implements Destination {
        @Override
        public String action() {
            return PUBLISH;
        }
    }

    /** An event bus that is there, in any Region or account; it gets the events as they are. */
    record Bus(String arn) implements Destination {
        @Override
        public String action() {
            return "events:PutEvents";
        }
    }

    /** The action of SNS. */
    String PUBLISH = "sns:Publish";

    /** The forms of both; nothing that a template would read as its own syntax fits. */
    Pattern TOPIC = Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}");

    /** See {@link #TOPIC}. */
    Pattern BUS = Pattern.compile("arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9._/-]{1,256}");

    /** Empty if a text is not the ARN of a topic. */
    static Optional<Destination> topic(String arn) {
        return TOPIC.matcher(arn).matches() ? Optional.of(new Topic(arn)) : Optional.empty();
    }

    /** Empty if a text is not the ARN of an event bus. */
    static Optional<Destination> bus(String arn) {
        return BUS.matcher(arn).matches() ? Optional.of(new Bus(arn)) : Optional.empty();
    }
}

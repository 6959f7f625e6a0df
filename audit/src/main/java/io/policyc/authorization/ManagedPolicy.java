package io.policyc.authorization;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A managed policy, with its default version.
 *
 * @param document empty if the details do not have it
 */
record ManagedPolicy(String arn, String version, Optional<Document> document) {
    private static final Pattern NUMBER = Pattern.compile("v([0-9]{1,9})(\\..*)?");

    /** Whether AWS made this version of its own policy after the other; nothing follows for policies of customers. */
    boolean isNewerThan(ManagedPolicy other) {
        return IamName.parse(arn, "policy").filter(IamName::isOfAws).isPresent() && number() > other.number();
    }

    private int number() {
        Matcher matcher = NUMBER.matcher(version);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}

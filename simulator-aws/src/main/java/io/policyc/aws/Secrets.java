package io.policyc.aws;

import com.google.common.base.CharMatcher;
import io.policyc.finding.Printable;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Texts of a service for people, without the credentials that it may have sent back. */
final class Secrets {
    private static final String HIDDEN = "(hidden)";

    private final List<String> texts;

    Secrets(AwsCredentials credentials) {
        this.texts = credentials instanceof AwsSessionCredentials session
                ? List.of(session.sessionToken(), session.secretAccessKey(), session.accessKeyId())
                : List.of(credentials.secretAccessKey(), credentials.accessKeyId());
    }

    /** Whether they are printable ASCII without blanks, as all of AWS are; nothing else can stand in a header. */
    boolean canBeSent() {
        return texts.stream().allMatch(CharMatcher.inRange('!', '~')::matchesAllOf);
    }

    /** A text in one line, with none of them in it. */
    String line(String text) {
        String safe = text;
        for (String secret : texts) {
            safe = secret.isEmpty() ? safe : safe.replace(secret, HIDDEN);
        }
        return Printable.line(safe);
    }
}

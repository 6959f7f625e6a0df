package io.policyc.credential;

import io.policyc.authorization.LastUse;
import io.policyc.simulator.Truth;
import java.time.Instant;
import java.util.Optional;

/**
 * A credential that does not end by itself, as a row of a credential report has it.
 *
 * @param account twelve digits
 * @param user the name, or {@code <root_account>}
 * @param arn of the user or of the root user
 * @param rotated when the credential was made or last changed; empty if the report does not say
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential reports</a>
 */
public record LongLivedCredential(
        String account, String user, String arn, Kind kind, Truth active, Optional<Instant> rotated, LastUse lastUse) {

    /** The name of the root user's row. */
    public static final String ROOT = "<root_account>";

    /** What it is, by its place in the report. */
    public enum Kind {
        PASSWORD("password"),
        ACCESS_KEY_1("access key 1"),
        ACCESS_KEY_2("access key 2"),
        CERTIFICATE_1("certificate 1"),
        CERTIFICATE_2("certificate 2");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean isAccessKey() {
            return this == ACCESS_KEY_1 || this == ACCESS_KEY_2;
        }
    }

    /** Whether the report says that it is there; one that is switched off and has no date may be none. */
    public boolean isThere() {
        return active == Truth.TRUE || rotated.isPresent();
    }

    public boolean isRoot() {
        return user.equals(ROOT);
    }
}

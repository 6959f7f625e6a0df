package io.policyc.policy;

import java.util.Arrays;
import java.util.Optional;

/**
 * The version of the policy language. A document that names none is read by AWS as the older one, in which
 * <code>${…}</code> is no variable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</a>
 */
public enum PolicyVersion {
    V2008_10_17("2008-10-17"),
    V2012_10_17("2012-10-17");

    private final String text;

    PolicyVersion(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public boolean hasVariables() {
        return this == V2012_10_17;
    }

    public static Optional<PolicyVersion> parse(String text) {
        return Arrays.stream(values())
                .filter(version -> version.text.equals(text))
                .findFirst();
    }
}

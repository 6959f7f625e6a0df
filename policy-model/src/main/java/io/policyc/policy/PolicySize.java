package io.policyc.policy;

import java.nio.charset.StandardCharsets;

/**
 * The size of a document's text as it is sent. AWS's page counts characters today and counted bytes before; the larger of
 * the two is safe under both. For ASCII they are equal.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Quotas</a>
 */
public record PolicySize(int characters, int bytes) {

    public static PolicySize of(String text) {
        return new PolicySize(text.codePointCount(0, text.length()), text.getBytes(StandardCharsets.UTF_8).length);
    }

    /** What is held against the limit. */
    public int counted() {
        return Math.max(characters, bytes);
    }
}

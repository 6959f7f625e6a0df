package io.policyc.evidence;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.policyc.policy.PolicyType;
import java.util.Arrays;
import java.util.Optional;

/**
 * The types of policies that AWS's messages name, in the words of those messages.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error
 *     messages</a>
 */
public enum DenyingPolicy {
    SERVICE_CONTROL_POLICY("a service control policy", PolicyType.SERVICE_CONTROL_POLICY),
    RESOURCE_CONTROL_POLICY("a resource control policy", PolicyType.RESOURCE_CONTROL_POLICY),
    IDENTITY_POLICY("an identity-based policy", PolicyType.IDENTITY_POLICY),
    PERMISSIONS_BOUNDARY("a permissions boundary", PolicyType.PERMISSIONS_BOUNDARY),
    SESSION_POLICY("a session policy", PolicyType.SESSION_POLICY),
    RESOURCE_POLICY("a resource-based policy", PolicyType.RESOURCE_POLICY),
    TRUST_POLICY("a role trust policy", PolicyType.TRUST_POLICY),
    /** Policies of VPC endpoints are not evaluated here. */
    VPC_ENDPOINT_POLICY("a VPC endpoint policy");

    private final String words;
    private final String phrase;
    private final Optional<PolicyType> type;

    DenyingPolicy(String words, PolicyType type) {
        this(words, Optional.of(type));
    }

    DenyingPolicy(String words) {
        this(words, Optional.empty());
    }

    DenyingPolicy(String words, Optional<PolicyType> type) {
        this.words = words;
        this.phrase = Ascii.toLowerCase(words.substring(words.indexOf(' ') + 1));
        this.type = type;
    }

    /** The type in words, with its article. */
    public String words() {
        return words;
    }

    /** The type among those that are evaluated here; empty if it is none of them. */
    public Optional<PolicyType> type() {
        return type;
    }

    /**
     * The type that a text starts with.
     *
     * @param text in lower case, after the article
     */
    static Optional<DenyingPolicy> at(String text) {
        // The page on messages itself spells the plural once.
        String singular = text.startsWith("sessions policy") ? text.replaceFirst("sessions", "session") : text;
        return Arrays.stream(values())
                .filter(policy -> singular.startsWith(policy.phrase))
                .findFirst();
    }

    /** The articles that may stand before a type. */
    static final ImmutableList<String> ARTICLES = ImmutableList.of("a ", "an ", "the ");
}

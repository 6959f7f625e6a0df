package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import java.time.Duration;
import java.util.Optional;

/**
 * A role, or a permission set of IAM Identity Center, as its file asks for it.
 *
 * @param account twelve digits
 * @param path of the role, with a slash at both ends, {@code /} for none
 * @param sessionDuration the longest session (MaxSessionDuration), or the session of a permission set
 * @param permissions statements that allow; with {@code managedPolicies} all that the role may do
 * @param managedPolicies ARNs
 * @param boundary the ARN of the permissions boundary
 * @param replaces the ARNs of the IAM users whose access keys the role stands in for
 * @param place the name in the file
 */
public record RoleIntent(
        String name,
        String account,
        String path,
        Optional<String> description,
        Duration sessionDuration,
        Trust trust,
        ImmutableList<Statement> permissions,
        ImmutableList<String> managedPolicies,
        Optional<String> boundary,
        ImmutableMap<String, String> tags,
        ImmutableList<String> replaces,
        Optional<String> owner,
        SourceSpan place) {

    /** The ARN of the role; a permission set has none that is known before it is assigned. */
    public Optional<String> arn() {
        return trust instanceof Trust.IdentityCenter
                ? Optional.empty()
                : Optional.of("arn:aws:iam::" + account + ":role" + path + name);
    }
}

package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import io.policyc.vocabulary.EntryType;
import java.util.Optional;

/**
 * One call of SimulateCustomPolicy, as it is sent.
 *
 * @param actions {@code service:Name}, at least one; all are asked about the same resources with the same context
 * @param resources ARNs, or {@code *}; empty for the default of the service, which is {@code *}
 * @param identityPolicies JSON documents
 * @param organizationPolicies the SCPs of each level from the root to the account, as JSON documents; at most seven levels
 * @param boundary the permissions boundary
 * @param resourcePolicy the policy of the resources
 * @param resourceOwner the ARN of the account that owns the resources
 * @param caller the ARN of the caller: a user, group or role
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">SimulateCustomPolicy</a>
 */
public record SimulationCall(
        ImmutableList<String> actions,
        ImmutableList<String> resources,
        ImmutableList<String> identityPolicies,
        ImmutableList<ImmutableList<String>> organizationPolicies,
        Optional<String> boundary,
        Optional<String> resourcePolicy,
        Optional<String> resourceOwner,
        Optional<String> caller,
        ImmutableList<ContextEntry> context) {

    /** The same call about other actions. */
    public SimulationCall withActions(ImmutableList<String> others) {
        return new SimulationCall(
                others,
                resources,
                identityPolicies,
                organizationPolicies,
                boundary,
                resourcePolicy,
                resourceOwner,
                caller,
                context);
    }

    /**
     * A context key with its values.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html">ContextEntry</a>
     */
    public record ContextEntry(String key, EntryType type, ImmutableList<String> values) {}
}

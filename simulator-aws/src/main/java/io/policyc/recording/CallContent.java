package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationCall.ContextEntry;
import java.util.Locale;
import java.util.Optional;

/**
 * What a call asks of each of its actions: everything but them, without the order of what the API takes in any order. Two
 * calls with the same content get the same answer for an action, whichever other actions they name.
 *
 * @param levels in their order, which the answer may name
 * @param context with the names of keys in lower case, as which AWS compares them
 */
record CallContent(
        ImmutableMultiset<String> resources,
        ImmutableMultiset<String> identityPolicies,
        ImmutableList<ImmutableMultiset<String>> levels,
        Optional<String> boundary,
        Optional<String> resourcePolicy,
        Optional<String> resourceOwner,
        Optional<String> caller,
        ImmutableMultiset<ContextEntry> context) {

    static CallContent of(SimulationCall call) {
        return new CallContent(
                ImmutableMultiset.copyOf(call.resources()),
                ImmutableMultiset.copyOf(call.identityPolicies()),
                call.organizationPolicies().stream()
                        .map(ImmutableMultiset::copyOf)
                        .collect(ImmutableList.toImmutableList()),
                call.boundary(),
                call.resourcePolicy(),
                call.resourceOwner(),
                call.caller(),
                call.context().stream()
                        .map(entry ->
                                new ContextEntry(entry.key().toLowerCase(Locale.ROOT), entry.type(), entry.values()))
                        .collect(ImmutableMultiset.toImmutableMultiset()));
    }
}

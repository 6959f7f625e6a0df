package io.policyc.credential;

import io.policyc.authorization.AuthorizationDetails;
import io.policyc.authorization.AuthorizedUser;
import io.policyc.simulator.Truth;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers for a user: as the owners file says, else as the user's tag says.
 *
 * @param tag the key of the tag, in any letter case
 */
record OwnerSearch(Owners owners, AuthorizationDetails details, String tag) {
    /**
     * What was found.
     *
     * @param known {@code UNKNOWN} where there is neither an owners file nor word of the user's tags
     */
    record Found(Optional<Owner> owner, Truth known) {}

    Found of(String arn) {
        Optional<AuthorizedUser> user = Optional.ofNullable(details.users().get(arn));
        Optional<Owner> owner = owners.of(arn).or(() -> user.flatMap(this::tagged));
        if (owner.isPresent()) {
            return new Found(owner, Truth.TRUE);
        }
        boolean wouldSay = owners.given() || user.flatMap(AuthorizedUser::tags).isPresent();
        return new Found(owner, wouldSay ? Truth.FALSE : Truth.UNKNOWN);
    }

    private Optional<Owner> tagged(AuthorizedUser user) {
        return user.tags().stream()
                .flatMap(tags -> tags.entrySet().stream())
                .filter(entry -> entry.getKey().equalsIgnoreCase(tag))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value -> new Owner(value.strip(), Optional.empty(), Owner.Source.TAG, owners.status(value)));
    }
}

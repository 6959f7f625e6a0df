package io.policyc.authorization;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.policyc.authorization.ListedUser.Holding;
import io.policyc.finding.Findings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Decides for every listed user, once for all who hold the same. */
final class Administrators {
    private final Listing listing;
    private final PolicyTexts texts;

    Administrators(Listing listing, Findings findings) {
        this.listing = listing;
        this.texts = new PolicyTexts(findings);
    }

    /** The users in the order in which they are listed. */
    ImmutableMap<ListedUser, AdministratorAccess> access() {
        ImmutableListMultimap<Holding, ListedUser> byHolding = Multimaps.index(listing.users(), ListedUser::holding);
        Map<String, AdministratorAccess> access = new HashMap<>();
        byHolding.asMap().forEach((holding, users) -> {
            AccessOfHolding question = new AccessOfHolding(holding, listing, texts);
            users.forEach(user -> access.put(user.arn(), question.of(user)));
        });
        ImmutableMap.Builder<ListedUser, AdministratorAccess> ordered = ImmutableMap.builder();
        listing.users().forEach(user -> ordered.put(user, Objects.requireNonNull(access.get(user.arn()))));
        return ordered.buildOrThrow();
    }
}

package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts that a request may name.
 *
 * @param ids account ids by account name
 * @param byDefault the id for a request that names no account; empty if it has to
 * @param onlyThese whether principals of other accounts have nothing to ask
 */
public record Accounts(ImmutableMap<String, String> ids, Optional<String> byDefault, boolean onlyThese) {
    /** The account of requests that belong to no organization, an example id of AWS's documentation. */
    public static final String EXAMPLE = "111122223333";

    /** For requests that belong to no organization. */
    public static final Accounts WITHOUT_ORGANIZATION = new Accounts(ImmutableMap.of(), Optional.of(EXAMPLE), false);

    /** The accounts of an organization; a request has to say which one is meant. */
    public static Accounts of(Map<String, String> ids) {
        return new Accounts(ImmutableMap.copyOf(ids), Optional.empty(), true);
    }

    /** The same accounts where principals of others call too: on resources that somebody's policies are about. */
    public Accounts withOutsiders() {
        return new Accounts(ids, byDefault, false);
    }

    /** The same accounts with {@link #EXAMPLE} for requests that name none. */
    public Accounts withDefault() {
        return new Accounts(ids, Optional.of(EXAMPLE), false);
    }
}

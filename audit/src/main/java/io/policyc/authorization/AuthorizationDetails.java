package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * What is known of the users and roles of some accounts.
 *
 * @param accounts those whose details were given; of users of other accounts nothing is known
 * @param users by ARN
 * @param roles by ARN
 */
public record AuthorizationDetails(
        ImmutableSet<String> accounts,
        ImmutableMap<String, AuthorizedUser> users,
        ImmutableMap<String, AuthorizedRole> roles) {
    public static final AuthorizationDetails NONE =
            new AuthorizationDetails(ImmutableSet.of(), ImmutableMap.of(), ImmutableMap.of());
}

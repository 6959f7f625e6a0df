package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Arn;

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

    /** Whether a user holds administrator access, as far as these details say. */
    public AdministratorAccess administratorAccess(String userArn) {
        AuthorizedUser user = users.get(userArn);
        if (user != null) {
            return user.administrator();
        }
        boolean given =
                Arn.parse(userArn).map(Arn::account).filter(accounts::contains).isPresent();
        return given
                ? new AdministratorAccess(Certainty.UNKNOWN, "the authorization details do not list the user")
                : AdministratorAccess.UNKNOWN;
    }
}

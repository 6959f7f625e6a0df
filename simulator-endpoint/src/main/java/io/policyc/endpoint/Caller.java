package io.policyc.endpoint;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Printable;
import io.policyc.policy.Arn;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Principal;
import io.policyc.request.RoleSession;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who calls in a simulation, and the keys that follow from it, as the service was observed to fill them in September 2026.
 *
 * @param given the ARN of a user, group or role; empty if nobody is named
 */
record Caller(Optional<Arn> given) {
    private static final ConditionKey PRINCIPAL_ACCOUNT = ConditionKey.of("aws:PrincipalAccount");
    private static final ConditionKey PRINCIPAL_TYPE = ConditionKey.of("aws:PrincipalType");
    private static final ConditionKey USER_ID = ConditionKey.of("aws:userid");

    /** A user whose name nobody can have; it stands for the caller where only policies are asked. */
    private static final Principal NOBODY = IamUser.of("000000000000", "nobody", Credentials.LONG_LIVED);

    private static final Pattern ENTITY =
            Pattern.compile("(?:user|role|group)/(?:[!-~&&[^*?/]]{1,512}/)*+[A-Za-z0-9_+=,.@-]{1,128}");

    static Caller read(Optional<String> arn) {
        return new Caller(arn.map(Caller::parse));
    }

    private static Arn parse(String text) {
        return Arn.parse(text)
                .filter(arn -> arn.service().equals("iam") && arn.region().isEmpty() && Arn.isAccountId(arn.account()))
                .filter(arn -> ENTITY.matcher(arn.resource()).matches())
                .orElseThrow(() -> ApiError.invalidInput("CallerArn " + Printable.quoted(text)
                        + " is not the ARN of a user, group or role: arn:aws:iam::ACCOUNT:user/NAME"));
    }

    Optional<String> account() {
        return given.map(Arn::account);
    }

    private boolean is(String type) {
        return given.filter(arn -> arn.resource().startsWith(type + "/")).isPresent();
    }

    /** The principal whom SCPs bind or do not; a group is no principal, and its members are bound as users. */
    Principal principal() {
        if (given.isEmpty()) {
            return NOBODY;
        }
        String resource = given.get().resource();
        String pathAndName = resource.substring(resource.indexOf('/') + 1);
        String account = given.get().account();
        return is("role")
                ? RoleSession.of(account, pathAndName, RoleSession.Kind.ASSUMED)
                : IamUser.of(account, pathAndName, Credentials.LONG_LIVED);
    }

    /** A principal whom every policy binds that is asked as if it were a level of its own. */
    static Principal anybody() {
        return NOBODY;
    }

    /** Whether the principal elements of a resource policy can be compared with the caller. */
    boolean canBeNamed() {
        return !is("group")
                && given.filter(arn -> arn.partition().equals("aws")).isPresent();
    }

    /** The keys that are filled where a call does not give them; those of which it is not known with what are unknown. */
    ImmutableMap<ConditionKey, ContextValue> filled() {
        ImmutableMap.Builder<ConditionKey, ContextValue> keys = ImmutableMap.builder();
        // The organization is that of the account behind the credentials, of which there is none.
        for (String key : new String[] {"aws:PrincipalOrgID", "aws:PrincipalOrgPaths"}) {
            keys.put(ConditionKey.of(key), ContextValue.UNKNOWN);
        }
        if (given.isEmpty()) {
            return keys.put(PRINCIPAL_ACCOUNT, ContextValue.SOME_VALUE)
                    .put(PRINCIPAL_TYPE, ContextValue.UNKNOWN)
                    .put(USER_ID, ContextValue.of("STUB_PRINCIPAL_FOR_POLICY_SIMULATOR"))
                    .buildOrThrow();
        }
        Arn arn = given.get();
        keys.put(ConditionKey.of("aws:PrincipalArn"), ContextValue.of(arn.toString()))
                .put(PRINCIPAL_ACCOUNT, ContextValue.of(arn.account()))
                .put(USER_ID, ContextValue.of(arn.toString()));
        if (is("user")) {
            String resource = arn.resource();
            keys.put(
                    ConditionKey.of("aws:username"),
                    ContextValue.of(resource.substring(resource.lastIndexOf('/') + 1)));
        }
        return keys.put(
                        PRINCIPAL_TYPE,
                        is("group") ? ContextValue.UNKNOWN : ContextValue.of(is("user") ? "User" : "AssumedRole"))
                .buildOrThrow();
    }
}

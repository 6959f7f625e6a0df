package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.PrincipalElement.Kind;

/**
 * What principal elements of generated policies list. The names are those of the principals that generated requests have,
 * so that an element often names the caller, or misses it by its account, its path, its session or its kind.
 */
public final class SamplePrincipals {
    /** The account of most principals. */
    public static final String ACCOUNT = "111122223333";

    /** The account of the others. */
    public static final String OTHER_ACCOUNT = "444455556666";

    private static final ImmutableList<String> PRINCIPALS = ImmutableList.of(
            "*",
            ACCOUNT,
            "arn:aws:iam::111122223333:root",
            "arn:aws-cn:iam::111122223333:root",
            "arn:aws:iam::111122223333:user/alice",
            "arn:aws:iam::111122223333:user/Alice",
            "arn:aws:iam::111122223333:user/team/admin",
            "arn:aws:iam::111122223333:role/admin",
            "arn:aws:iam::111122223333:role/team/admin",
            "arn:aws:iam::111122223333:role/alice",
            "arn:aws:sts::111122223333:assumed-role/admin/alice",
            "arn:aws:sts::111122223333:assumed-role/admin/bob",
            "arn:aws:sts::111122223333:assumed-role/alice/alice",
            "arn:aws:sts::111122223333:federated-user/alice",
            OTHER_ACCOUNT,
            "arn:aws:iam::444455556666:root",
            "arn:aws:iam::444455556666:user/alice",
            "arn:aws:iam::444455556666:role/admin",
            "arn:aws:sts::444455556666:assumed-role/admin/alice");

    private static final ImmutableList<String> SERVICES =
            ImmutableList.of("cloudtrail.amazonaws.com", "lambda.amazonaws.com");

    private static final ImmutableList<String> PROVIDERS = ImmutableList.of(
            "accounts.google.com",
            "cognito-identity.amazonaws.com",
            "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
            "arn:aws:iam::111122223333:saml-provider/Corp");

    private static final ImmutableList<String> CANONICAL_USERS =
            ImmutableList.of("79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be");

    private SamplePrincipals() {}

    /** Names of one kind. */
    public static ImmutableList<String> of(Kind kind) {
        return switch (kind) {
            case AWS -> PRINCIPALS;
            case SERVICE -> SERVICES;
            case FEDERATED -> PROVIDERS;
            case CANONICAL_USER -> CANONICAL_USERS;
        };
    }
}

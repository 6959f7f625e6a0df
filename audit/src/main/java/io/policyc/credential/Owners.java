package io.policyc.credential;

import com.google.common.collect.ImmutableMap;
import io.policyc.credential.Owner.Status;
import java.util.Locale;
import java.util.Optional;

/**
 * The owners file: who answers for which user, and who is still there.
 *
 * @param given whether there is such a file
 * @param byArn by the ARN of the user
 * @param statuses by name and by email, in lower case; {@code UNKNOWN} of one that the file calls both
 */
public record Owners(boolean given, ImmutableMap<String, Owner> byArn, ImmutableMap<String, Status> statuses) {
    public static final Owners NONE = new Owners(false, ImmutableMap.of(), ImmutableMap.of());

    Optional<Owner> of(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** Whether somebody whom a tag names, or whose email it has, is still there. */
    Status status(String nameOrEmail) {
        return Optional.ofNullable(statuses.get(key(nameOrEmail))).orElse(Status.UNKNOWN);
    }

    static String key(String nameOrEmail) {
        return nameOrEmail.strip().toLowerCase(Locale.ROOT);
    }
}

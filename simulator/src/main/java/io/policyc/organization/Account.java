package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import java.util.regex.Pattern;

/**
 * An account of an organization.
 *
 * @param id twelve digits
 * @param policies the SCPs attached to the account itself
 */
public record Account(String name, String id, ImmutableList<LocatedPolicy> policies) {
    private static final Pattern ID = Pattern.compile("[0-9]{12}");

    public Account {
        if (!isId(id)) {
            throw new IllegalArgumentException("an account id has twelve digits: " + id);
        }
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}

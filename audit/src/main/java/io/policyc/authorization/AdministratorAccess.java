package io.policyc.authorization;

import io.policyc.simulator.Truth;

/**
 * Whether an IAM user holds administrator access.
 *
 * @param because which policy gives it and by which way, or why that cannot be told; for people
 */
public record AdministratorAccess(Truth held, String because) {
    public static final AdministratorAccess UNKNOWN =
            new AdministratorAccess(Truth.UNKNOWN, "no authorization details were given");
}

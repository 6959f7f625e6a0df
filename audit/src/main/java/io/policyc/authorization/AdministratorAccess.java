package io.policyc.authorization;

/**
 * Whether an IAM user holds administrator access.
 *
 * @param because which policy gives it and by which way, or why that cannot be told; for people
 */
public record AdministratorAccess(Certainty held, String because) {
    public static final AdministratorAccess UNKNOWN =
            new AdministratorAccess(Certainty.UNKNOWN, "no authorization details were given");
}

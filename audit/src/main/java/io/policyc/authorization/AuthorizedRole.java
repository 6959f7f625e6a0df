package io.policyc.authorization;

/** What authorization details say of a role. AWS keeps record of a role's use for 400 days. */
public record AuthorizedRole(String arn, LastUse lastUse) {}

package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;

/** What authorization details say of an IAM user. */
public record AuthorizedUser(String arn, ImmutableMap<String, String> tags, AdministratorAccess administrator) {}

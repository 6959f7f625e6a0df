package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What authorization details say of an IAM user.
 *
 * @param tags empty if they do not say
 */
public record AuthorizedUser(
        String arn, Optional<ImmutableMap<String, String>> tags, AdministratorAccess administrator) {}

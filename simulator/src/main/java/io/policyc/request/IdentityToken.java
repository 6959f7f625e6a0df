package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/**
 * What a token of an OpenID Connect provider says, as the context keys that AWS makes of it. Claims that it does not have
 * are absent. Neither signature nor times are looked at.
 *
 * @param issuer without {@code https://}, as ARNs of providers and condition keys name it
 * @param subject the claim {@code sub}
 * @param claims the keys that the token fills, and those that it leaves open
 */
public record IdentityToken(String issuer, Optional<String> subject, ImmutableMap<ConditionKey, ContextValue> claims) {}

package io.policyc.cli;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import io.policyc.request.Request;
import java.util.Collection;
import java.util.stream.Collectors;

/** The options that give what a decision depends on. */
final class Settling {
    private static final ImmutableMap<ConditionKey, String> OPTIONS = ImmutableMap.<ConditionKey, String>builder()
            .put(Request.RESOURCE, "--resource ARN")
            .put(Request.RESOURCE_POLICY, "--resource-policy FILE, or of a role --trust-policy FILE")
            .put(Request.SESSION_NAME, "`name` of the principal in --requests FILE")
            .put(ConditionKey.of("aws:ResourceAccount"), "--resource-account ID")
            .put(ConditionKey.of("aws:TokenIssueTime"), "--credentials long-lived or temporary")
            .put(ConditionKey.of("aws:MultiFactorAuthPresent"), "--credentials, --mfa true or false")
            .put(ConditionKey.of("aws:RequestedRegion"), "--region REGION")
            .put(ConditionKey.of("aws:UserAgent"), "--client CLIENT")
            .put(ConditionKey.of("aws:CurrentTime"), "--time TIME")
            .put(ConditionKey.of("aws:SourceIp"), "--source-ip ADDRESS")
            .buildOrThrow();

    private Settling() {}

    static String options(Collection<ConditionKey> keys) {
        return keys.stream()
                .map(key -> OPTIONS.getOrDefault(key, "--context KEY=VALUE or --absent KEY"))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}

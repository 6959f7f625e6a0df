package io.policyc.aws;

import com.google.common.collect.ImmutableList;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Credentials that must be seen nowhere. */
final class Canary {
    static final ImmutableList<String> TEXTS =
            ImmutableList.of("ASIACANARYCANARY0001", "canary/secret+of=forty", "canary//token++of==a/session");

    private Canary() {}

    static AwsSimulation connect(AwsOptions options) {
        return AwsSimulation.connect(
                options,
                StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(TEXTS.get(0), TEXTS.get(1), TEXTS.get(2))));
    }
}

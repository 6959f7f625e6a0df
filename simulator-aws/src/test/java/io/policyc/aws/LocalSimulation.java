package io.policyc.aws;

import static java.util.Objects.requireNonNull;

import io.policyc.comparison.SimulationService;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The client of AWS as it is, at another address and with credentials of its own. */
public final class LocalSimulation {
    private static final double UNHURRIED = 1e6;

    private LocalSimulation() {}

    public static AwsSimulation of(URI endpoint) {
        return AwsSimulation.connect(
                AwsOptions.DEFAULT.withEndpoint(endpoint).withCallsPerSecond(UNHURRIED),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")));
    }

    public static SimulationService started(@Nullable AwsSimulation service) {
        return requireNonNull(service);
    }
}

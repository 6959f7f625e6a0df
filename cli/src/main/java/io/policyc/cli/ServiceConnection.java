package io.policyc.cli;

import io.policyc.aws.AwsOptions;
import io.policyc.aws.AwsSimulation;
import io.policyc.intent.Partition;
import java.net.URI;
import java.util.Optional;

/** Connects to AWS. A class of its own, so that the SDK is loaded only where AWS is asked. */
final class ServiceConnection {
    private ServiceConnection() {}

    /** Refuses an address that calls must not be sent to. */
    static void check(URI endpoint) {
        if (!AwsOptions.isEndpoint(endpoint)) {
            throw new UsageException("--endpoint-url: `" + BackendOptions.shown(endpoint.toString())
                    + "` is not the address of an endpoint: https://HOST, or http:// to this machine");
        }
    }

    static AwsSimulation open(Optional<URI> endpoint, Partition partition) {
        AwsOptions options = AwsOptions.DEFAULT.withPartition(partition(partition));
        return AwsSimulation.connect(endpoint.map(options::withEndpoint).orElse(options));
    }

    private static AwsOptions.Partition partition(Partition partition) {
        return switch (partition) {
            case AWS, ALL -> AwsOptions.Partition.AWS;
            case AWS_US_GOV -> AwsOptions.Partition.US_GOVERNMENT;
            case AWS_CN -> AwsOptions.Partition.CHINA;
        };
    }
}

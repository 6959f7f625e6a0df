package io.policyc.aws;

import com.google.common.net.InetAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How AWS is asked.
 *
 * @param partition whose IAM is asked
 * @param endpoint another address than that of AWS
 * @param callsPerSecond how many calls a second are made at most. AWS does not say how many it takes
 * @param attempts how often a call is made, with growing pauses, before it counts as failed
 * @param attemptTime how long an attempt may take
 * @param callTime how long a call may take with all of its attempts
 */
public record AwsOptions(
        Partition partition,
        Optional<URI> endpoint,
        double callsPerSecond,
        int attempts,
        Duration attemptTime,
        Duration callTime) {

    /** AWS itself, carefully: five calls a second, five attempts, a minute each. */
    public static final AwsOptions DEFAULT =
            new AwsOptions(Partition.AWS, Optional.empty(), 5, 5, Duration.ofMinutes(1), Duration.ofMinutes(3));

    /** The separate parts of AWS, each with an IAM of its own. */
    public enum Partition {
        AWS,
        CHINA,
        US_GOVERNMENT
    }

    public AwsOptions {
        if (!(callsPerSecond > 0) || attempts < 1 || attemptTime.toMillis() < 1 || callTime.toMillis() < 1) {
            throw new IllegalArgumentException("a call needs an attempt and time for it");
        }
        if (!endpoint.map(AwsOptions::isEndpoint).orElse(true)) {
            throw new IllegalArgumentException("not an endpoint: " + endpoint.get());
        }
    }

    /** Whether calls can be sent there: by https, or by http to this machine, for they carry the token of a session. */
    public static boolean isEndpoint(URI uri) {
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        String host = Objects.requireNonNullElse(uri.getHost(), "");
        boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        return bare && !host.isEmpty() && (scheme.equals("https") || (scheme.equals("http") && isHere(host)));
    }

    private static boolean isHere(String host) {
        return host.equalsIgnoreCase("localhost")
                || (InetAddresses.isUriInetAddress(host)
                        && InetAddresses.forUriString(host).isLoopbackAddress());
    }

    public AwsOptions withPartition(Partition other) {
        return new AwsOptions(other, endpoint, callsPerSecond, attempts, attemptTime, callTime);
    }

    public AwsOptions withEndpoint(URI other) {
        return new AwsOptions(partition, Optional.of(other), callsPerSecond, attempts, attemptTime, callTime);
    }

    public AwsOptions withCallsPerSecond(double calls) {
        return new AwsOptions(partition, endpoint, calls, attempts, attemptTime, callTime);
    }

    public AwsOptions withAttempts(int most) {
        return new AwsOptions(partition, endpoint, callsPerSecond, most, attemptTime, callTime);
    }

    public AwsOptions withTimes(Duration attempt, Duration call) {
        return new AwsOptions(partition, endpoint, callsPerSecond, attempts, attempt, call);
    }
}

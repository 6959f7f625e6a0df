package io.policyc.aws;

import com.google.common.collect.ImmutableList;
import io.policyc.aws.AwsOptions.Partition;
import io.policyc.comparison.ServiceFailure;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationService;
import java.io.UncheckedIOException;
import java.util.Iterator;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.IamClientBuilder;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The IAM Policy Simulator of AWS. It costs nothing and acts on no resource; who asks needs
 * {@code iam:SimulateCustomPolicy}. Credentials are those that the SDK finds, as every tool of AWS does.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">SimulateCustomPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html">Default credentials
 *     provider chain</a>
 */
public final class AwsSimulation implements SimulationService, AutoCloseable {
    private final IamClient client;
    private final AwsCredentialsProvider credentials;
    private final RateLimit limit;

    private AwsSimulation(IamClient client, AwsCredentialsProvider credentials, RateLimit limit) {
        this.client = client;
        this.credentials = credentials;
        this.limit = limit;
    }

    /**
     * Finds credentials; asks nothing yet.
     *
     * @throws ServiceFailure if there are none, or the configuration of the SDK cannot be read
     */
    public static AwsSimulation connect(AwsOptions options) {
        return connect(options, DefaultCredentialsProvider.builder().build());
    }

    static AwsSimulation connect(AwsOptions options, AwsCredentialsProvider credentials) {
        secrets(credentials);
        try {
            return new AwsSimulation(
                    client(options, credentials), credentials, new RateLimit(options.callsPerSecond()));
        } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
            throw Failures.unreadableConfiguration();
        }
    }

    private static IamClient client(AwsOptions options, AwsCredentialsProvider credentials) {
        IamClientBuilder builder = IamClient.builder()
                .region(region(options.partition()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(options.attemptTime())
                        .socketTimeout(options.attemptTime()))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(options.attempts())
                                .build())
                        .apiCallAttemptTimeout(options.attemptTime())
                        .apiCallTimeout(options.callTime())
                        .addExecutionInterceptor(new AnswerLimit())
                        .build());
        options.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static Region region(Partition partition) {
        return switch (partition) {
            case AWS -> Region.AWS_GLOBAL;
            case CHINA -> Region.AWS_CN_GLOBAL;
            case US_GOVERNMENT -> Region.AWS_US_GOV_GLOBAL;
        };
    }

    @Override
    public SimulationAnswer simulate(SimulationCall call) {
        Secrets secrets = secrets(credentials);
        try {
            return new SimulationAnswer(results(call));
        } catch (ServiceFailure e) {
            throw e;
        } catch (SdkException e) {
            throw Failures.of(e, secrets);
        } catch (StackOverflowError e) {
            throw Failures.unreadableAnswer();
        } catch (RuntimeException e) {
            // What the client and the JDK say of a header that they do not take has the header in it.
            throw Failures.ofTheClient(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted();
        }
    }

    /** There is at most one result an action, so pages that bring nothing new come from no such service. */
    private ImmutableList<ActionResult> results(SimulationCall call) throws InterruptedException {
        ImmutableList.Builder<ActionResult> results = ImmutableList.builder();
        Iterator<SimulateCustomPolicyResponse> pages =
                client.simulateCustomPolicyPaginator(CallWriter.request(call)).iterator();
        for (int page = 0; pages.hasNext(); page++) {
            if (page > call.actions().size()) {
                throw Failures.endlessPages();
            }
            limit.acquire();
            pages.next().evaluationResults().forEach(result -> results.add(AnswerReader.result(result)));
        }
        return results.build();
    }

    /** What must not be shown, of the credentials as they are now. */
    private static Secrets secrets(AwsCredentialsProvider credentials) {
        try {
            Secrets secrets = new Secrets(credentials.resolveCredentials());
            if (!secrets.canBeSent()) {
                throw Failures.damagedCredentials();
            }
            return secrets;
        } catch (SdkException e) {
            throw Failures.noCredentials();
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw Failures.unreadableConfiguration();
        }
    }

    @Override
    public void close() {
        client.close();
        if (credentials instanceof SdkAutoCloseable found) {
            found.close();
        }
    }
}

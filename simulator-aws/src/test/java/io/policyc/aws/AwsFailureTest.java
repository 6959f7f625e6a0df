package io.policyc.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import io.policyc.comparison.ServiceFailure;
import io.policyc.comparison.ServiceFailure.Kind;
import io.policyc.comparison.SimulationCall;
import io.policyc.endpoint.EndpointOptions;
import io.policyc.endpoint.Faults;
import io.policyc.endpoint.Faults.Fault;
import io.policyc.endpoint.Faults.Refusal;
import io.policyc.endpoint.SimulatorEndpoint;
import io.policyc.simulator.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What goes wrong between the client of AWS and a real server is said in words, and never with a secret. */
class AwsFailureTest {
    private static final AwsOptions TWICE =
            AwsOptions.DEFAULT.withCallsPerSecond(1e6).withAttempts(2);

    /** A fault of every answer, and what becomes of it. */
    record Case(Fault fault, Kind kind, String message) {}

    static Stream<Case> cases() {
        String told = String.join(" ", Canary.TEXTS);
        return Stream.of(
                new Case(Fault.throttling(), Kind.THROTTLED, "AWS was asked too often, and all attempts were refused"),
                new Case(Fault.failure(), Kind.SERVICE, "the service failed: ServiceFailure"),
                new Case(new Refusal(503, told, told), Kind.SERVICE, "the service failed: (hidden) (hidden) (hidden)"),
                new Case(new Faults.Cut(), Kind.UNREACHABLE, "the service cannot be reached"),
                new Case(
                        new Refusal(403, "AccessDenied", told),
                        Kind.NOT_ALLOWED,
                        "the credentials may not ask the simulator of AWS"),
                new Case(new Refusal(403, "ExpiredToken", told), Kind.CREDENTIALS, "the AWS credentials have expired"),
                new Case(
                        new Refusal(403, "SignatureDoesNotMatch", told),
                        Kind.CREDENTIALS,
                        "AWS does not accept the credentials: SignatureDoesNotMatch"),
                new Case(
                        new Refusal(403, "InvalidClientTokenId", told),
                        Kind.CREDENTIALS,
                        "AWS does not accept the credentials: InvalidClientTokenId"),
                new Case(
                        new Refusal(400, "InvalidInput", "wrong: " + told + "\n"),
                        Kind.INVALID_CALL,
                        "wrong: (hidden) (hidden) (hidden)\\n"),
                new Case(new Refusal(400, "InvalidInput", ""), Kind.INVALID_CALL, "InvalidInput"),
                new Case(new Refusal(418, "Teapot", told), Kind.SERVICE, "the service refused the call: Teapot"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isSaidInWords(Case expected) throws IOException {
        ServiceFailure failure = failure(Faults.always(expected.fault()), TWICE);
        assertThat(failure.kind()).isEqualTo(expected.kind());
        assertThat(failure).hasMessage(expected.message());
        assertThat(failure.help()).isPresent();
        assertNoSecret(failure);
    }

    @Test
    void anAnswerThatIsCutIsNoAnswer() throws IOException {
        assertThat(failure(Faults.always(new Faults.CutInAnswer()), TWICE).kind())
                .isIn(Kind.UNREACHABLE, Kind.SERVICE);
    }

    @Test
    void whoDoesNotAnswerInTimeIsNotWaitedFor() throws IOException {
        ServiceFailure failure = failure(
                Faults.always(new Faults.Slow(Duration.ofSeconds(5))),
                TWICE.withTimes(Duration.ofMillis(300), Duration.ofSeconds(4)));
        assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
        assertNoSecret(failure);
    }

    @Test
    void whatGoesWrongOnceIsTriedAgain() throws IOException {
        for (Fault fault : ImmutableList.of(Fault.throttling(), Fault.failure(), new Faults.Cut())) {
            EndpointOptions options = EndpointOptions.onAnyFreePort().withFaults(Faults.first(1, fault));
            try (SimulatorEndpoint endpoint = SimulatorEndpoint.start(options);
                    AwsSimulation service = Canary.connect(TWICE.withEndpoint(endpoint.uri()))) {
                assertThat(service.simulate(Calls.ALLOWED).results())
                        .singleElement()
                        .satisfies(result -> assertThat(result.decision()).isEqualTo(Outcome.ALLOWED));
            }
        }
    }

    @Test
    void nobodyThere() throws IOException {
        URI uri;
        try (SimulatorEndpoint endpoint = SimulatorEndpoint.start(EndpointOptions.onAnyFreePort())) {
            uri = endpoint.uri();
        }
        try (AwsSimulation service = Canary.connect(TWICE.withEndpoint(uri))) {
            ServiceFailure failure = failure(service, Calls.ALLOWED);
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertNoSecret(failure);
        }
    }

    @Test
    void withoutCredentialsNothingIsAsked() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials: " + Canary.TEXTS);
        };
        ServiceFailure failure =
                catchThrowableOfType(ServiceFailure.class, () -> AwsSimulation.connect(AwsOptions.DEFAULT, none));
        assertThat(failure).hasMessage("there are no AWS credentials");
        assertThat(failure.kind()).isEqualTo(Kind.CREDENTIALS);
        assertNoSecret(failure);
    }

    @Test
    void configurationThatCannotBeRead() {
        AwsCredentialsProvider broken = () -> {
            throw new IllegalArgumentException("line 3: " + Canary.TEXTS);
        };
        ServiceFailure failure =
                catchThrowableOfType(ServiceFailure.class, () -> AwsSimulation.connect(AwsOptions.DEFAULT, broken));
        assertThat(failure).hasMessage("the AWS configuration cannot be read");
        assertNoSecret(failure);
    }

    /** The JDK quotes a header that it does not take, the token of the session among them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void credentialsWithALineBreakAreNotSent(int which) {
        List<String> texts = new ArrayList<>(Canary.TEXTS);
        texts.set(which, texts.get(which) + "\n" + texts.get(which));
        AwsCredentialsProvider damaged = StaticCredentialsProvider.create(
                AwsSessionCredentials.create(texts.get(0), texts.get(1), texts.get(2)));
        ServiceFailure failure =
                catchThrowableOfType(ServiceFailure.class, () -> AwsSimulation.connect(AwsOptions.DEFAULT, damaged));
        assertThat(failure.kind()).isEqualTo(Kind.CREDENTIALS);
        assertThat(failure).hasMessageContaining("such as a line break");
        assertNoSecret(failure);
    }

    private static ServiceFailure failure(Faults faults, AwsOptions options) throws IOException {
        try (SimulatorEndpoint endpoint =
                        SimulatorEndpoint.start(EndpointOptions.onAnyFreePort().withFaults(faults));
                AwsSimulation service = Canary.connect(options.withEndpoint(endpoint.uri()))) {
            return failure(service, Calls.ALLOWED);
        }
    }

    static ServiceFailure failure(AwsSimulation service, SimulationCall call) {
        return catchThrowableOfType(ServiceFailure.class, () -> service.simulate(call));
    }

    static void assertNoSecret(ServiceFailure failure) {
        assertThat(Throwables.getStackTraceAsString(failure) + failure.help()).doesNotContain(Canary.TEXTS);
    }
}

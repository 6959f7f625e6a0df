package io.policyc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The switch by which tests of clients have something go wrong. */
@Timeout(60)
final class FaultsTest {
    private static final Map<String, String> CALL = Map.of(
            "Action", "SimulateCustomPolicy",
            "Version", "2010-05-08",
            "PolicyInputList", "",
            "ActionNames.member.1", "s3:GetObject");

    @Test
    void theFirstRequestsAreThrottled() throws IOException {
        try (SimulatorEndpoint endpoint = with(Faults.first(2, Faults.Fault.throttling()))) {
            for (int i = 0; i < 2; i++) {
                Calls.Answer answer = Calls.post(endpoint.uri(), CALL);
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.text()).contains("<Code>Throttling</Code>", "Rate exceeded");
            }
            assertThat(Calls.post(endpoint.uri(), CALL).status()).isEqualTo(200);
        }
    }

    @Test
    void everyRequestFails() throws IOException {
        try (SimulatorEndpoint endpoint = with(Faults.always(Faults.Fault.failure()))) {
            Calls.Answer answer = Calls.post(endpoint.uri(), CALL);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).contains("<Type>Receiver</Type>", "<Code>ServiceFailure</Code>");
        }
    }

    @Test
    void theConnectionIsCut() throws IOException {
        try (SimulatorEndpoint endpoint = with(Faults.always(new Faults.Cut()))) {
            assertThatThrownBy(() -> Calls.post(endpoint.uri(), CALL)).isInstanceOf(IOException.class);
        }
    }

    /** Java's old client does not mind that less came than was announced. */
    @Test
    void theAnswerIsCut() throws IOException {
        try (SimulatorEndpoint endpoint = with(Faults.always(new Faults.CutInAnswer()))) {
            Calls.Answer answer = Calls.post(endpoint.uri(), CALL);
            assertThat(answer.text())
                    .startsWith("<SimulateCustomPolicyResponse")
                    .doesNotContain("Response>");
        }
    }

    @Test
    void theAnswerIsLate() throws IOException {
        try (SimulatorEndpoint endpoint = with(Faults.first(1, new Faults.Slow(Duration.ofMillis(400))))) {
            long start = System.nanoTime();
            assertThat(Calls.post(endpoint.uri(), CALL).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(399));
        }
    }

    private static SimulatorEndpoint with(Faults faults) throws IOException {
        return SimulatorEndpoint.start(EndpointOptions.onAnyFreePort().withFaults(faults));
    }
}

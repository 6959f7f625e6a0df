package io.policyc.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.evidence.DenialMessage;
import io.policyc.evidence.DenyingPolicy;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.simulator.Truth;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AlertsTest {
    static Stream<Alert> alerts() {
        return Alerts.all().stream();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void itsEventsRaiseItAndNearMissesDoNot(Alert alert) {
        assertThat(AlertEvents.raising(alert)).isNotEmpty().allMatch(event -> alert.isRaisedBy(event) == Truth.TRUE);
        assertThat(AlertEvents.nearMisses(alert))
                .hasSizeGreaterThan(2)
                .allMatch(event -> alert.isRaisedBy(event) == Truth.FALSE);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void patternsAreWithinTheQuota(Alert alert) {
        assertThat(alert.pattern().json().length()).isLessThan(2_048);
    }

    @Test
    void namesAreSortedAndDiffer() {
        assertThat(Alerts.names())
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates();
    }

    /** The alert on denied calls and the reader of AWS's messages agree about which policy is blamed. */
    @Test
    void aDeniedCallRaisesTheAlertIfItsMessageBlamesAnScp() {
        Alert alert = Alerts.named("call-denied-by-scp").orElseThrow();
        for (ObjectNode event : AlertEvents.all()) {
            boolean blamed = event.get("detail")
                    .flatMap(detail -> ((ObjectNode) detail).get("errorMessage"))
                    .flatMap(message -> DenialMessage.parse(text(message)))
                    .flatMap(message -> message.denial().policy())
                    .equals(Optional.of(DenyingPolicy.SERVICE_CONTROL_POLICY));
            assertThat(alert.isRaisedBy(event)).isEqualTo(Truth.of(blamed));
        }
    }

    private static String text(Node node) {
        return ((ScalarNode) node).text();
    }
}

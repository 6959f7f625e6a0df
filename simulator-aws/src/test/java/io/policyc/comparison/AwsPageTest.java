package io.policyc.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The guide's page on the simulator of AWS says what is so. */
class AwsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "guide", "aws.md");

    @Test
    void allReasonsAreInItsTableInTheirOrder() throws IOException {
        ImmutableList<String> reasons = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| the service ") || line.startsWith("| a KMS "))
                .map(line -> line.substring(2, line.indexOf(" |", 2)))
                .collect(ImmutableList.toImmutableList());
        assertThat(reasons)
                .containsExactlyElementsOf(
                        Arrays.stream(Obstacle.values()).map(Obstacle::words).toList());
    }

    @Test
    void itsPolicyAllowsTheOneCallAndNoOther() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```json") + "```json".length();
        LocatedPolicy policy =
                Policies.read(PolicyType.IDENTITY_POLICY, page.substring(start, page.indexOf("```", start)));
        Simulator simulator =
                Simulator.builder().identityPolicies(ImmutableList.of(policy)).prepare();
        assertThat(simulator.evaluate(call("iam:SimulateCustomPolicy")).outcome())
                .isEqualTo(Outcome.ALLOWED);
        assertThat(simulator.evaluate(call("iam:SimulatePrincipalPolicy")).outcome())
                .isEqualTo(Outcome.IMPLICIT_DENY);
    }

    private static Request call(String action) {
        return Request.builder(IamUser.of("111122223333", "ci", Credentials.LONG_LIVED), action)
                .resource("*")
                .build();
    }
}

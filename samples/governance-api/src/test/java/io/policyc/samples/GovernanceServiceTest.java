package io.policyc.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GovernanceServiceTest {
    @Test
    void printsThePolicyAndWhatBecomesOfEachRequest() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        GovernanceService.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(6)
                .element(0)
                .asString()
                .startsWith("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"DenyLongLivedCredentials\"");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("user/alice s3:ListAllMyBuckets: explicit-deny")
                .contains("user/break-glass/ops ec2:StopInstances: allow")
                .contains("iam:CreateAccessKey: allow");
    }
}

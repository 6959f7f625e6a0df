package io.policyc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.LastUse;
import io.policyc.credential.LongLivedCredential;
import io.policyc.simulator.Truth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeyCommandsTest {
    @Test
    void aNameThatStartsWithADashIsNoOption() {
        LongLivedCredential key = new LongLivedCredential(
                PlanCases.ACCOUNT,
                "-ci",
                "arn:aws:iam::111122223333:user/-ci",
                LongLivedCredential.Kind.ACCESS_KEY_1,
                Truth.TRUE,
                Optional.of(PlanCases.MADE),
                new LastUse.Never());
        KeyPlan plan = new KeyPlan(
                key,
                Optional.empty(),
                Stage.DISABLE,
                Optional.empty(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of());

        assertThat(KeyCommands.of(plan).run().get(0)).isEqualTo("aws iam list-access-keys --user-name=-ci");
    }
}

package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.policy.PrincipalElement;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.policy.PrincipalElement.Listed;
import io.policyc.policy.PrincipalElement.NotPrincipal;
import io.policyc.policy.PrincipalElement.Principal;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import org.junit.jupiter.api.Test;

class PrincipalTextTest {
    private static final IamUser ALICE = IamUser.of("111122223333", "alice", Credentials.LONG_LIVED);
    private static final String ARN = "arn:aws:iam::111122223333:user/alice";

    @Test
    void saysWhichNameMatches() {
        PrincipalElement element = new Principal(aws("444455556666", "111122223333"));

        assertThat(words(element, Truth.TRUE)).isEqualTo("principal " + ARN + " matches 111122223333");
    }

    @Test
    void saysThatNoneDoes() {
        assertThat(words(new Principal(aws("444455556666")), Truth.FALSE))
                .isEqualTo("principal " + ARN + " does not match 444455556666");
        assertThat(words(new Principal(aws("1", "2", "3", "4")), Truth.FALSE))
                .isEqualTo("principal " + ARN + " matches none of 4: 1, 2, 3, … and 1 more");
    }

    @Test
    void saysWhyNotPrincipalSparesOrDoesNot() {
        String list = "principal " + ARN + " is not spared by NotPrincipal ";

        assertThat(words(new NotPrincipal(aws("444455556666")), Truth.TRUE)).isEqualTo(list + "444455556666");
        assertThat(words(new NotPrincipal(aws(ARN)), Truth.TRUE))
                .isEqualTo(list + ARN + ", which names it only in part");
        assertThat(words(new NotPrincipal(aws(ARN, "111122223333")), Truth.TRUE))
                .isEqualTo(list + ARN + ", 111122223333, which spares nobody who has a permissions boundary");
        assertThat(words(new NotPrincipal(aws(ARN, "111122223333")), Truth.FALSE))
                .isEqualTo("principal " + ARN + " is spared by NotPrincipal " + ARN + ", 111122223333");
    }

    private static String words(PrincipalElement element, Truth truth) {
        return new PrincipalText(element, ALICE).words(truth);
    }

    private static Listed aws(String... names) {
        return new Listed(ImmutableMap.of(Kind.AWS, ImmutableList.copyOf(names)));
    }
}

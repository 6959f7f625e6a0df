package io.policyc.trust;

import io.policyc.lint.PolicyCases;
import io.policyc.policy.PolicyType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trust policies under {@code cases/trust/RULE}, and the findings that they get. */
final class TrustCasesTest {
    private static final PolicyCases CASES = new PolicyCases(
            Path.of("src/test/resources/cases/trust"), ".trust.json", PolicyType.TRUST_POLICY, TrustLinter::lint);

    static Stream<Path> policies() throws IOException {
        return CASES.policies();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyGetsTheFindingsBesideIt(Path policy) throws IOException {
        CASES.check(policy);
    }

    @Test
    void everyRuleHasAPolicyThatItFindsAndOneThatItJustDoesNot() throws IOException {
        CASES.checkNearMisses(TrustFindings.class);
    }
}

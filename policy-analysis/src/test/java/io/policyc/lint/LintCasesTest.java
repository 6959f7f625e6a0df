package io.policyc.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies under {@code cases/lint/RULE}, and the findings that they get. */
final class LintCasesTest {
    private static final Path FOLDER = Path.of("src/test/resources/cases/lint");
    private static final PolicyCases CASES =
            new PolicyCases(FOLDER, ".scp.json", PolicyType.SERVICE_CONTROL_POLICY, Linter::lint);

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
        CASES.checkNearMisses(LintFindings.class);
    }

    @Test
    void aPolicyFromNoTextGetsFindingsThatNameItAndItsStatement() {
        LocatedPolicy read = CASES.read(FOLDER.resolve("full-deny/quarantine.scp.json"));
        LocatedPolicy policy = LocatedPolicy.withoutPlaces("quarantine", read.document());
        assertThat(Linter.lint(policy)).singleElement().satisfies(finding -> {
            assertThat(finding.span()).isEmpty();
            assertThat(finding.message()).startsWith("`quarantine` statement 1 (`Quarantine`): nobody");
        });
    }

    @Test
    void whatSeveralStatementsFromOneLineSayIsFoundOnce() {
        LocatedPolicy twice = CASES.read(FOLDER.resolve("caller-chosen-key/two-statements.scp.json"));
        LocatedPolicy sameLine = new LocatedPolicy(
                "compiled",
                twice.document(),
                ImmutableList.of(twice.places().get(0), twice.places().get(0)));
        assertThat(Linter.lint(twice)).hasSize(2);
        assertThat(Linter.lint(sameLine)).hasSize(1);
    }
}

package io.policyc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.policyc.benchmarks.PolicyProfile.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PolicyGeneratorTest {
    private static final Path FILE = Path.of("src/main/resources/io/policyc/benchmarks", Policies.GENERATED);

    @Test
    void theFileHoldsWhatTheGeneratorMakes() throws IOException {
        String generated = PolicyGenerator.policies(Policies.NUMBER_GENERATED);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, generated);
        }
        assertThat(Files.readString(FILE)).isEqualTo(generated);
    }

    /** The figures of published SCPs are in README.md. */
    @Test
    void generatedPoliciesAreAsLargeAsPublishedOnes() {
        PolicyProfile profile = PolicyProfile.of(Policies.generatedDocuments());
        assertThat(profile.mean(Figure.STATEMENTS)).isCloseTo(1.33, within(0.1));
        assertThat(profile.mean(Figure.ACTIONS)).isCloseTo(6.66, within(0.5));
        assertThat(profile.mean(Figure.CONDITIONS)).isCloseTo(1.38, within(0.1));
        assertThat(profile.mean(Figure.CHARACTERS)).isCloseTo(538, within(55.0));
        assertThat(profile.median(Figure.STATEMENTS)).isEqualTo(1);
        assertThat(profile.median(Figure.ACTIONS)).isEqualTo(2);
        assertThat(profile.median(Figure.CONDITIONS)).isEqualTo(1);
    }
}

package io.policyc.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PublishedPolicies;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** {@link PublishedPolicies}: each that can be read becomes an intent that gives it back. */
final class ImportCorpusTest {
    @Test
    void everyPublishedPolicyComesBack() throws IOException {
        SoftAssertions all = new SoftAssertions();
        int readable = 0;
        for (Map<String, String> row : PublishedPolicies.rows()) {
            Checked<LocatedPolicy> read = PublishedPolicies.read(row);
            if (read.hasErrors()) {
                continue;
            }
            readable++;
            LocatedPolicy policy = read.orThrow();
            all.assertThat(RoundTrip.check(policy)).as(row.get("file")).isTrue();
        }
        all.assertAll();
        assertThat(readable).isGreaterThan(50);
    }
}

package io.policyc.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Finding;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PublishedPolicies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@link PublishedPolicies}, looked over. */
final class LintCorpusTest {

    @Test
    void everyPublishedPolicyCanBeLookedOver() throws IOException {
        List<Finding> all = new ArrayList<>();
        int policies = 0;
        for (Map<String, String> row : PublishedPolicies.rows()) {
            Optional<LocatedPolicy> policy = PublishedPolicies.read(row).value();
            policies += policy.isPresent() ? 1 : 0;
            policy.map(Linter::lint).ifPresent(all::addAll);
        }
        assertThat(policies).isPositive();
        assertThat(all)
                .allMatch(
                        finding -> finding.span().isPresent() && finding.help().isPresent());
    }
}

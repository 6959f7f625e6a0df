package io.policyc.packing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.PublishedPolicies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link PublishedPolicies}, packed by every pass. */
final class PackedCorpusTest {
    /** Of the size of the published texts without white space. */
    private static final double LARGEST_SHARE = 0.94;

    private static final int SEEDS = 20;

    @Test
    void everyPassOnEveryPublishedPolicy() throws IOException {
        Map<PackingPass, Integer> after = new EnumMap<>(PackingPass.class);
        int minified = 0;
        int written = 0;
        int count = 0;
        for (Map<String, String> row : PublishedPolicies.rows("ok")) {
            LocatedPolicy policy = PublishedPolicies.read(row).value().orElseThrow();
            minified += Integer.parseInt(row.get("chars_minified"));
            written += size(PolicyWriter.minified(policy.document()));
            count++;
            List<PackingPass> passes = new ArrayList<>();
            for (PackingPass pass : PackingPass.values()) {
                passes.add(pass);
                Packed packed = Packer.packWith(policy, ImmutableList.copyOf(passes));
                after.merge(pass, size(packed.documents().get(0).text()), Integer::sum);
                for (int seed = 0; seed < SEEDS; seed++) {
                    PackingLawTest.assertEqualDecisions(
                            ImmutableList.of(policy), PackingLawTest.policies(packed), seed);
                }
            }
        }
        StringBuilder report = new StringBuilder();
        line(report, count + " published policies, minified", minified, minified);
        line(report, "as this project writes them", written, minified);
        int before = written;
        for (PackingPass pass : PackingPass.values()) {
            int size = after.getOrDefault(pass, 0);
            line(report, pass.id(), size, minified);
            assertThat(size).as(report.toString()).isLessThanOrEqualTo(before);
            before = size;
        }
        System.out.print(report);
        assertThat((double) before / minified).as(report.toString()).isLessThanOrEqualTo(LARGEST_SHARE);
    }

    private static void line(StringBuilder report, String what, int size, int whole) {
        report.append(String.format(Locale.ROOT, "%-36s %,9d  %5.2f %%%n", what, size, 100.0 * size / whole));
    }

    private static int size(String text) {
        return PolicySize.of(text).counted();
    }
}

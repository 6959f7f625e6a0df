package io.policyc.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FindingsTest {
    private static final FindingId DOUBTFUL = FindingId.warning("test.doubtful");
    private static final FindingId WRONG = FindingId.error("test.wrong");

    @Test
    void whatIsDroppedIsCounted() {
        Findings findings = new Findings();
        add(findings, DOUBTFUL, 1_003);
        assertThat(findings.toList()).hasSize(1_000);
        assertThat(findings.dropped()).isEqualTo(3);
    }

    @Test
    void theFirstErrorIsKeptHoweverManyWarningsCameBefore() {
        Findings findings = new Findings();
        add(findings, DOUBTFUL, 1_003);
        add(findings, WRONG, 2);
        assertThat(findings.toList()).hasSize(1_001).last().matches(Finding::isError);
        assertThat(findings.errorCount()).isEqualTo(2);
        assertThat(findings.dropped()).isEqualTo(4);
    }

    @Test
    void asManyAreKeptAsAreAskedFor() {
        Findings findings = Findings.keeping(5_000);
        add(findings, DOUBTFUL, 5_001);
        assertThat(findings.toList()).hasSize(5_000);
        assertThat(findings.dropped()).isEqualTo(1);
    }

    private static void add(Findings findings, FindingId id, int times) {
        for (int i = 0; i < times; i++) {
            findings.add(Finding.withoutPlace(id, "finding " + i));
        }
    }
}

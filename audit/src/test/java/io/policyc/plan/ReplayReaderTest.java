package io.policyc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.source.SourceText;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayReaderTest {
    private static final String CALL =
            "{\"principal\":\"arn:aws:iam::111122223333:role/ci\",\"action\":\"s3:GetObject\","
                    + "\"policy\":\"DenyA\",\"calls\":3,\"first\":\"2026-12-01T00:00:00Z\",\"last\":\"2026-12-02T00:00:00Z\"}";
    private static final String WHOLE =
            "{\"from\":\"2026-12-01T00:00:00Z\",\"to\":\"2026-12-15T00:00:00Z\",\"denied\":[" + CALL + "]}";

    @Test
    void readsWhatWasDenied() {
        Replay replay = ReplayReader.read(SourceText.of("replay.json", WHOLE)).orThrow();

        assertThat(replay.from()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(replay.denied()).hasSize(1);
        assertThat(replay.denied().get(0).calls()).isEqualTo(3);
        assertThat(replay.denied().get(0).policy()).contains("DenyA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"from\":\"2026-12-01T00:00:00Z\"         | \"from\":\"2026-12-01\"                | replay.invalid-value",
                "\"from\":\"2026-12-01T00:00:00Z\"         | \"from\":\"2026-12-16T00:00:00Z\"      | replay.invalid-value",
                "\"from\":\"2026-12-01T00:00:00Z\",        | ~~                                     | replay.missing-key",
                ",\"denied\":                              | ,\"allowed\":                          | replay.unknown-key",
                ",\"denied\":                              | ,\"allowed\":                          | replay.missing-key",
                "\"calls\":3                               | \"calls\":0                            | replay.invalid-value",
                "\"calls\":3                               | \"calls\":1.5                          | replay.invalid-value",
                "\"calls\":3,                              | ~~                                     | replay.missing-key",
                "arn:aws:iam::111122223333:role/ci         | arn:aws:sts::111122223333:assumed-role/ci/x | replay.invalid-value",
                "\"last\":\"2026-12-02                     | \"last\":\"2026-11-30                  | replay.invalid-value",
                "\"action\":\"s3:GetObject\"               | \"action\":null                        | replay.wrong-type",
                "\"calls\":3                               | \"calls\":3,\"account\":1              | replay.unknown-key",
            })
    void everyMistakeIsFound(String part, String other, String id) {
        String text = WHOLE.replace(part, other);
        assertThat(text).isNotEqualTo(WHOLE);
        assertThat(ReplayReader.read(SourceText.of("replay.json", text)).findings())
                .anySatisfy(finding -> assertThat(finding.id().name()).isEqualTo(id))
                .allSatisfy(finding -> assertThat(finding.span()).isPresent());
    }

    @Test
    void anObjectIsNeeded() {
        assertThat(ReplayReader.read(SourceText.of("replay.json", "[]")).hasErrors())
                .isTrue();
        assertThat(ReplayReader.read(SourceText.of("replay.json", WHOLE.replace(CALL, "1")))
                        .hasErrors())
                .isTrue();
    }
}

package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, dates and base64 as AWS was observed to read them, September 2026. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "+1, 1",
        "-1, -1",
        "0001, 1",
        "1., 1",
        "1.0, 1",
        ".5, 0.5",
        "1e0, 1",
        "1E2, 100",
        "1e-2, 0.01",
        "1e+2, 100",
        "1e0000002, 100",
        "-0, 0",
        "9007199254740993, 9007199254740993"
    })
    void numbers(String text, BigDecimal number) {
        assertThat(Numbers.parse(text))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "1 ",
                " 1",
                "NaN",
                "Infinity",
                "0x10",
                "1e",
                "e1",
                ".",
                "+",
                "--1",
                "1,0",
                "1_0",
                "١",
                "1e100000",
                "1f",
                "1d",
                "1\n"
            })
    void noNumbers(String text) {
        assertThat(Numbers.parse(text)).isEmpty();
    }

    @Test
    void hugeNumbersAreComparedExactly() {
        assertThat(Numbers.parse("1e9999").orElseThrow())
                .isGreaterThan(Numbers.parse("1e100").orElseThrow());
        assertThat(Numbers.parse("9007199254740993").orElseThrow())
                .isGreaterThan(Numbers.parse("9007199254740992").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z",
        "2026-09, 2026-09-01T00:00:00Z",
        "2026-09-11, 2026-09-11T00:00:00Z",
        "2026-09-11T10:20, 2026-09-11T10:20:00Z",
        "2026-09-11T10:20Z, 2026-09-11T10:20:00Z",
        "2026-09-11T10:20:30, 2026-09-11T10:20:30Z",
        "2026-09-11T10:20:30Z, 2026-09-11T10:20:30Z",
        "2026-09-11T10:20:30.5Z, 2026-09-11T10:20:30.5Z",
        "2026-09-11T10:20:30.1239Z, 2026-09-11T10:20:30.123Z",
        "2026-09-11T10:20:30.00019999999999999999999Z, 2026-09-11T10:20:30Z",
        "2026-09-11T10:20:30+02:00, 2026-09-11T08:20:30Z",
        "2026-09-11T10:20:30-02:30, 2026-09-11T12:50:30Z",
        "0, 1970-01-01T00:00:00Z",
        "+0, 1970-01-01T00:00:00Z",
        "1789084800, 2026-09-11T00:00:00Z"
    })
    void dates(String text, String instant) {
        assertThat(Dates.parseMillis(text)).hasValue(Instant.parse(instant).toEpochMilli());
    }

    @Test
    void datesBefore1970() {
        assertThat(Dates.parseMillis("1969-12-31T23:59:59.9Z")).hasValue(-100L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-1",
                "1.5",
                "1e9",
                "2026-13",
                "2026-02-30",
                "2026-9-1",
                "2026-09-11 10:20",
                "2026-09-11T24:00Z",
                "2026-09-11T10Z",
                "2026-09-11T10:20:60Z",
                "2026-09-11T10:20:30.Z",
                "2026-09-11T10:20:30+0200",
                "2026-09-11T10:20:30+19:00",
                "2026-09-11Z",
                "2026-09-11t10:20:30z",
                " 2026",
                "2026\n",
                "1234567890123"
            })
    void noDates(String text) {
        assertThat(Dates.parseMillis(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"QQ==, true", "'', true", "QUJD, true", "QQ, false", "QR==, false", "QQ= =, false", "QQ==x, false"})
    void base64(String text, boolean canonical) {
        assertThat(BinaryCondition.isCanonicalBase64(text)).isEqualTo(canonical);
    }
}

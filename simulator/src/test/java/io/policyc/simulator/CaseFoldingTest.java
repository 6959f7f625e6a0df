package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {

    /** Pairs that AWS was asked about in September 2026, and others that follow from the rule they led to. */
    @ParameterizedTest
    @CsvSource({
        "a, A, true",
        "aws-cli, AWS-CLI, true",
        "É, é, true",
        "K, k, true",
        "Å, å, true",
        "ß, ẞ, true",
        "ß, SS, false",
        "ß, ss, false",
        "İ, i̇, true",
        "İ, i, false",
        "I, ı, false",
        "ı, i, false",
        "s, ſ, false",
        "S, ſ, false",
        "Σ, σ, true",
        "Σ, ς, false",
        "ΟΣ, ος, true",
        "ΟΣ, οσ, false",
        "ﬁ, FI, false",
        "𐐀, 𐐨, false",
        "𐐀, 𐐀, true",
        // a supplementary letter before a sigma counts as a letter, though it keeps its case
        "𐐀Σ, 𐐀ς, true",
        "𐐀Σ, 𐐀σ, false",
        "İ𐐀A, i̇𐐀a, true",
        "\u00e9, e\u0301, false"
    })
    void foldsAsAws(String one, String other, boolean equal) {
        assertThat(CaseFolding.fold(one).equals(CaseFolding.fold(other))).isEqualTo(equal);
    }

    @ParameterizedTest
    @CsvSource({"\ud801, \ud801", "\udc00A\ud801, \udc00a\ud801", "A\ud801\udc00B\ud801, a\ud801\udc00b\ud801"})
    void unpairedSurrogatesStay(String text, String folded) {
        assertThat(CaseFolding.fold(text)).isEqualTo(folded);
    }

    @Test
    void longTextsThatAreEqualAreFoldedAlike() {
        String capitals = "\u0130".repeat(5_000);
        String letters = "i\u0307".repeat(5_000);
        assertThat(CaseFolding.fold(capitals)).isEqualTo(CaseFolding.fold(letters));
        assertThat(CaseFolding.fold("A\u03a3".repeat(100_000))).hasSize(200_000).startsWith("a\u03c3");
    }
}

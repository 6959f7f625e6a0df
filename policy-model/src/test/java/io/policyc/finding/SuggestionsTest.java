package io.policyc.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionsTest {
    private static final List<String> ELEMENTS = List.of("Action", "NotAction", "Resource", "Effect", "Id");

    @ParameterizedTest
    @CsvSource({
        "Acton, Action",
        "action, Action",
        "ACTION, Action",
        "NotActions, NotAction",
        "noaction, NotAction",
        "Resuorce, Resource",
        "Efect, Effect",
        "ID, Id",
        "i, Id",
        "Colour, ''",
        "xyz, ''",
        "Actixxxx, ''",
    })
    void theNearestWordIsSuggestedIfItIsNear(String word, String nearest) {
        assertThat(Suggestions.nearest(word, ELEMENTS).orElse("")).isEqualTo(nearest);
    }

    @Test
    void ofTwoEquallyNearTheFirstIsSuggested() {
        assertThat(Suggestions.nearest("bat", List.of("cat", "hat"))).contains("cat");
        assertThat(Suggestions.nearest("bath", List.of("cats", "baths"))).contains("baths");
    }

    @Test
    void averyLongWordIsNearNothing() {
        assertThat(Suggestions.nearest("a".repeat(65), List.of("a".repeat(65)))).isEmpty();
        assertThat(Suggestions.nearest("", List.of())).isEmpty();
    }

    @Test
    void helpNamesTheNearestOrLists() {
        assertThat(Suggestions.help("Acton", ELEMENTS)).isEqualTo("did you mean `Action`?");
        assertThat(Suggestions.help("x", List.of("Allow", "Deny"))).isEqualTo("known here: Allow, Deny");
    }
}

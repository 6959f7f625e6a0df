package io.policyc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.policyc.finding.Checked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PlanStateTest {
    private static final String EMPTY = "{\"version\":1,\"phases\":[\n],\"keys\":[\n]}\n";
    private static final String KEY =
            "{\"user\":\"u\",\"key\":1,\"made\":\"2026-01-01T00:00:00Z\",\"seen\":\"2026-02-01\"}";

    @Property(tries = 100)
    void whatIsWrittenIsRead(@ForAll("states") PlanState state) {
        assertThat(read(PlanStateText.of(state)).orThrow()).isEqualTo(state);
    }

    /** A line that is lost, doubled or moved is noticed, or the state is a whole one with an entry less. */
    @Property(tries = 100)
    void aStateThatIsReadIsWrittenAsItWas(@ForAll("states") PlanState state, @ForAll int from, @ForAll int to) {
        String[] lines = PlanStateText.of(state).split("\n", -1);
        String line = lines[Math.floorMod(from, lines.length)];
        lines[Math.floorMod(to, lines.length)] = line;
        String text = String.join("\n", lines);
        read(text)
                .value()
                .ifPresent(found ->
                        assertThat(PlanStateText.of(found).stripTrailing()).isEqualTo(text.stripTrailing()));
    }

    @Example
    void theStateOfNothing() {
        assertThat(PlanStateText.of(PlanState.EMPTY)).isEqualTo(EMPTY);
        assertThat(read(EMPTY.replace("\n", "\r\n")).orThrow()).isEqualTo(PlanState.EMPTY);
    }

    @Example
    void damageIsFoundInItsLine() {
        assertThat(places("")).containsExactly("plan.state.json:1:1");
        assertThat(places("{}")).containsExactly("plan.state.json:1:1");
        assertThat(places(EMPTY.replace("]}\n", ""))).containsExactly("plan.state.json:3:1");
        assertThat(places(EMPTY + "x")).containsExactly("plan.state.json:4:1");
        assertThat(places(withKeys(KEY))).isEmpty();
        assertThat(places(withKeys(KEY + ","))).containsExactly("plan.state.json:4:1");
        assertThat(places(withKeys(KEY + "\n" + KEY))).containsExactly("plan.state.json:4:1");
        assertThat(places(withKeys(KEY + ",\n" + KEY))).containsExactly("plan.state.json:4:1");
        assertThat(places(withKeys(" " + KEY))).containsExactly("plan.state.json:3:1");
        assertThat(places(withKeys(KEY.replace("02-01", "02-31")))).containsExactly("plan.state.json:3:1");
        assertThat(places(withKeys(KEY.replace("\"key\":1", "\"key\":3")))).containsExactly("plan.state.json:3:1");
        assertThat(places(withKeys(KEY.replace("\"seen\"", "\"note\":\"x\",\"seen\""))))
                .containsExactly("plan.state.json:3:1");
        assertThat(places(withKeys("<<<<<<< HEAD\n" + KEY)).get(0)).isEqualTo("plan.state.json:3:1");
        assertThat(read(withKeys("<<<<<<< HEAD\n" + KEY)).findings().get(0).message())
                .isEqualTo("a merge left a conflict here");
        assertThat(places(withKeys("x\n".repeat(100)))).hasSize(10);
    }

    private static String withKeys(String keys) {
        return EMPTY.replace("\n]}", "\n" + keys + "\n]}");
    }

    private static List<String> places(String text) {
        return read(text).findings().stream()
                .map(finding -> finding.span().orElseThrow().toString())
                .toList();
    }

    private static Checked<PlanState> read(String text) {
        try {
            Path file = Files.createTempFile("plan", ".json");
            try {
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                return PlanStateReader.read(file, PlanState.FILE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<PlanState> states() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("aZ0,\"\\{}:'é\u202E\u2028\n")
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay);
        Arbitrary<KeyId> ids = Combinators.combine(
                        texts, Arbitraries.of(1, 2), Arbitraries.longs().between(0, 4_000_000_000L))
                .as((user, slot, second) -> new KeyId(user, slot, Instant.ofEpochSecond(second)));
        Arbitrary<KeyRecord> records = Combinators.combine(
                        days, texts.list().ofMaxSize(2), days, days.optional(), days.optional(), days.optional())
                .as((seen, roles, dualRun, disabled, back, gone) -> new KeyRecord(
                        seen,
                        ImmutableList.copyOf(roles),
                        Optional.of(dualRun).filter(day -> !roles.isEmpty()),
                        disabled,
                        back,
                        gone));
        return Combinators.combine(
                        Arbitraries.maps(texts, days).ofMaxSize(3),
                        Arbitraries.maps(ids, records).ofMaxSize(5))
                .as((gates, keys) -> new PlanState(ImmutableSortedMap.copyOf(gates), ImmutableSortedMap.copyOf(keys)));
    }
}

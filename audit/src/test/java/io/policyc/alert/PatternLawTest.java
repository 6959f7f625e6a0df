package io.policyc.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.node.Node;
import io.policyc.simulator.Truth;
import io.policyc.source.SourceText;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** The matcher decides as the naive one does, but for what it says cannot be told. */
final class PatternLawTest {
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void matchesLikeTheNaiveOne(@ForAll Random random) {
        GeneratedJson generated = new GeneratedJson(random);
        String pattern = generated.pattern();
        String event = generated.event();
        Checked<EventPattern> read = EventPattern.read(SourceText.of("pattern.json", pattern));
        // Two values asked of one field in a combination; AWS would drop one.
        Assume.that(!read.hasErrors());
        Node tree = AlertEvents.json(event);
        Truth told = read.orThrow().matches(tree);
        boolean naive = NaivePattern.matches(AlertEvents.json(pattern), tree);
        Statistics.collect(told);
        Statistics.coverage(coverage -> {
            coverage.check(Truth.TRUE).percentage(percent -> percent > 5);
            coverage.check(Truth.UNKNOWN).percentage(percent -> percent > 0 && percent < 20);
        });
        if (told == Truth.UNKNOWN) {
            assertThat(pattern).contains("{\"exists\":false}");
            assertThat(event).contains("[");
        } else {
            assertThat(told == Truth.TRUE).as("%s on %s", pattern, event).isEqualTo(naive);
        }
    }

    /** Without lists everything can be told. */
    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void tellsWhatThePageTells(@ForAll Random random) {
        GeneratedJson generated = new GeneratedJson(random);
        String pattern = generated.pattern();
        String event = generated.flatEvent();
        Checked<EventPattern> read = EventPattern.read(SourceText.of("pattern.json", pattern));
        Assume.that(!read.hasErrors());
        assertThat(read.orThrow().matches(AlertEvents.json(event)))
                .as("%s on %s", pattern, event)
                .isEqualTo(Truth.of(NaivePattern.matches(AlertEvents.json(pattern), AlertEvents.json(event))));
    }
}

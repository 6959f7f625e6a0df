package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import io.policyc.request.Request;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What requests exercised of a policy. */
final class PolicyMeter {
    private static final Comparator<Gap> IN_ORDER_OF_TEXT = Comparator.<Gap, String>comparing(
                    gap -> gap.place().map(place -> place.source().name()).orElse(""))
            .thenComparingInt(gap -> number(gap.place(), SourceSpan::line))
            .thenComparingInt(gap -> number(gap.place(), SourceSpan::column));

    private final MeasuredPolicy policy;
    private final ImmutableList<StatementMeter> statements;
    private final List<StatementMeter> incomplete;
    private boolean met;

    PolicyMeter(MeasuredPolicy policy) {
        this.policy = policy;
        this.statements =
                policy.statements().stream().map(StatementMeter::new).collect(ImmutableList.toImmutableList());
        this.incomplete = new ArrayList<>(statements);
    }

    /** Counts a request that the policy binds. */
    void see(Request request) {
        met = true;
        incomplete.removeIf(statement -> {
            statement.see(request);
            return statement.isComplete();
        });
    }

    PolicyCoverage coverage() {
        return new PolicyCoverage(
                policy.name(),
                met,
                sum(StatementMeter::statements),
                sum(StatementMeter::conditions),
                sum(StatementMeter::exceptions),
                statements.stream()
                        .filter(statement -> met)
                        .flatMap(StatementMeter::gaps)
                        .sorted(IN_ORDER_OF_TEXT)
                        .collect(ImmutableList.toImmutableList()));
    }

    private Counts sum(Function<StatementMeter, Counts> part) {
        return statements.stream().map(part).reduce(Counts.NONE, Counts::plus);
    }

    private static int number(Optional<SourceSpan> place, ToIntFunction<SourceSpan> of) {
        return place.map(of::applyAsInt).orElse(0);
    }
}

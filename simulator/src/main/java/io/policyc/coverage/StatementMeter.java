package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import io.policyc.coverage.MeasuredStatement.MeasuredException;
import io.policyc.request.Request;
import io.policyc.simulator.StatementMatcher;
import io.policyc.simulator.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What requests exercised of a statement. */
final class StatementMeter {
    private final MeasuredStatement statement;
    private final StatementMatcher scope;
    private final ImmutableList<ConditionMeter> conditions;
    private final Sparing[] sparing;
    private boolean inScope;
    private boolean matched;

    /** What an exception did so far. */
    private enum Sparing {
        NEVER("never spared anybody"),
        BESIDE_ANOTHER("never spared anybody whom no other exception spares"),
        ALONE("");

        private final String missing;

        Sparing(String missing) {
            this.missing = missing;
        }
    }

    StatementMeter(MeasuredStatement statement) {
        this.statement = statement;
        this.scope = StatementMatcher.prepare(statement.scope(), statement.version());
        this.conditions = statement.conditions().stream()
                .map(condition -> new ConditionMeter(condition, statement))
                .collect(ImmutableList.toImmutableList());
        this.sparing = new Sparing[statement.exceptions().size()];
        Arrays.fill(sparing, Sparing.NEVER);
    }

    /** Counts a request that the policy of the statement binds. */
    void see(Request request) {
        if (scope.matches(request) != Truth.TRUE) {
            return;
        }
        inScope = true;
        Truth[] verdicts =
                conditions.stream().map(condition -> condition.see(request)).toArray(Truth[]::new);
        if (statement.when().given(number -> verdicts[number]) != Truth.TRUE) {
            return;
        }
        List<Truth> spared = statement.exceptions().stream()
                .map(exception -> exception.holds().given(number -> verdicts[number]))
                .toList();
        matched |= spared.stream().allMatch(truth -> truth == Truth.FALSE);
        for (int i = 0; i < sparing.length; i++) {
            if (spared.get(i) == Truth.TRUE) {
                long others =
                        spared.stream().filter(truth -> truth != Truth.FALSE).count() - 1;
                sparing[i] = max(sparing[i], others == 0 ? Sparing.ALONE : Sparing.BESIDE_ANOTHER);
            }
        }
    }

    private static Sparing max(Sparing one, Sparing other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Whether no further request can exercise more. */
    boolean isComplete() {
        return matched
                && conditions.stream().allMatch(ConditionMeter::isComplete)
                && Stream.of(sparing).allMatch(Sparing.ALONE::equals);
    }

    Counts statements() {
        return new Counts(matched ? 1 : 0, 1);
    }

    Counts conditions() {
        return conditions.stream().map(ConditionMeter::counts).reduce(Counts.NONE, Counts::plus);
    }

    Counts exceptions() {
        long alone = Stream.of(sparing).filter(one -> one == Sparing.ALONE).count();
        return new Counts((int) alone, sparing.length);
    }

    Stream<Gap> gaps() {
        if (!inScope) {
            return Stream.of(gap("never met: no request is about its actions and resources"));
        }
        return Stream.of(
                        matched ? Stream.<Gap>empty() : Stream.of(gap("never matched")),
                        conditions.stream().flatMap(condition -> condition.gap().stream()),
                        IntStream.range(0, sparing.length)
                                .filter(number -> sparing[number] != Sparing.ALONE)
                                .mapToObj(this::exceptionGap))
                .flatMap(gaps -> gaps);
    }

    private Gap gap(String missing) {
        return new Gap(Gap.Kind.STATEMENT, statement.label(), ImmutableList.of(missing), statement.place());
    }

    private Gap exceptionGap(int number) {
        MeasuredException exception = statement.exceptions().get(number);
        return new Gap(
                Gap.Kind.EXCEPTION, exception.who(), ImmutableList.of(sparing[number].missing), exception.place());
    }
}

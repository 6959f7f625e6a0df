package io.policyc.coverage;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.coverage.MeasuredStatement.MeasuredCondition;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.simulator.StatementMatcher;
import io.policyc.simulator.Truth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** In which ways requests met a condition. */
final class ConditionMeter {
    private static final ActionElement EVERY_ACTION =
            new ActionElement.Action(ImmutableList.of(new ActionPattern("*")));
    private static final ResourceElement EVERY_RESOURCE =
            new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*")));

    private static final int LONGEST_VALUE = 80;

    private final MeasuredCondition measured;
    private final StatementMatcher alone;
    private final ImmutableSet<Sighting> possible;
    private final Set<Sighting> missing;

    ConditionMeter(MeasuredCondition measured, MeasuredStatement in) {
        Condition condition = measured.condition();
        this.measured = measured;
        this.alone = StatementMatcher.prepare(
                Statement.of(in.scope().effect(), EVERY_ACTION, EVERY_RESOURCE, ImmutableList.of(condition)),
                in.version());
        this.possible = Sighting.possible(condition);
        this.missing = EnumSet.copyOf(possible);
    }

    /** The verdict on a request that the statement is about. */
    Truth see(Request request) {
        Truth truth = alone.matches(request);
        if (!isComplete()) {
            sighting(request, truth).ifPresent(missing::remove);
        }
        return truth;
    }

    private Optional<Sighting> sighting(Request request, Truth truth) {
        Condition condition = measured.condition();
        if (condition.operator().comparison() == Comparison.NULL) {
            return Sighting.of(truth);
        }
        ContextValue value = request.context().get(condition.key());
        boolean absent = !value.isUnknown() && value.values().isEmpty();
        return absent ? Optional.of(Sighting.ABSENT) : Sighting.of(truth);
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    Counts counts() {
        return new Counts(possible.size() - missing.size(), possible.size());
    }

    Optional<Gap> gap() {
        return isComplete()
                ? Optional.empty()
                : Optional.of(new Gap(
                        Gap.Kind.CONDITION,
                        words(measured.condition()),
                        missing.stream().map(Sighting::missing).collect(ImmutableList.toImmutableList()),
                        measured.place()));
    }

    private static String words(Condition condition) {
        String more = condition.values().size() > 1 ? ", …" : "";
        String first = Ascii.truncate(condition.values().get(0).text(), LONGEST_VALUE, "…");
        return condition.operator().word() + " " + condition.key().spelling() + " " + first + more;
    }
}

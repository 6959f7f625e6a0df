package io.policyc.benchmarks;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Level;
import io.policyc.policy.PolicyWriter;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.reference.ReferenceEvaluator;
import io.policyc.vocabulary.ContextKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reference evaluator of the simulator's tests, asked what the simulator is asked. */
final class Reference {
    private final List<List<String>> levels;

    /** A request in the reference evaluator's own words. */
    record Question(ReferenceEvaluator.Request request) {}

    Reference(ImmutableList<Level> levels) {
        this.levels = levels.stream()
                .map(level -> level.policies().stream()
                        .map(policy -> PolicyWriter.minified(policy.document()))
                        .toList())
                .toList();
    }

    static Question question(Request request) {
        Map<String, ReferenceEvaluator.Key> context = new LinkedHashMap<>();
        Map<String, Boolean> multivalued = new LinkedHashMap<>();
        request.context().mentioned().forEach((key, value) -> {
            if (value.state() != ContextValue.State.ABSENT) {
                context.put(key.spelling(), key(value));
            }
            ContextKeys.typeOf(key).ifPresent(type -> multivalued.put(key.spelling(), type.multivalued()));
        });
        return new Question(
                new ReferenceEvaluator.Request(request.action(), request.resources(), context, multivalued));
    }

    Outcome decide(Question question) {
        return Outcome.valueOf(ReferenceEvaluator.evaluate(levels, question.request())
                .combined()
                .outcome()
                .name());
    }

    private static ReferenceEvaluator.Key key(ContextValue value) {
        if (value.isUnknown()) {
            return new ReferenceEvaluator.Key.Unknown();
        }
        return value.list()
                ? new ReferenceEvaluator.Key.Many(value.values())
                : new ReferenceEvaluator.Key.One(value.values().get(0));
    }
}

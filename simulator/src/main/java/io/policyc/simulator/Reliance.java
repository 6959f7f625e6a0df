package io.policyc.simulator;

import com.google.common.collect.ImmutableSet;
import io.policyc.request.Request;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which doubtful rules decisions rest on: those that change a decision when they are left open. Leaving all of them open at
 * once finds every combination. Thread-safe.
 */
public final class Reliance {
    private final Function<Iterable<DoubtfulRule>, Simulator> prepare;
    private final ImmutableSet<DoubtfulRule> rules;
    private final Map<DoubtfulRule, Simulator> doubtingOne = new ConcurrentHashMap<>();
    private final Simulator relying;
    private final Simulator doubtingAll;

    /**
     * For one set of policies.
     *
     * @param prepare makes a simulator for them that doubts some rules
     * @param rules the rules to look for
     */
    public Reliance(Function<Iterable<DoubtfulRule>, Simulator> prepare, ImmutableSet<DoubtfulRule> rules) {
        this.prepare = prepare;
        this.rules = rules;
        this.relying = prepare.apply(ImmutableSet.of());
        this.doubtingAll = prepare.apply(rules);
    }

    /** The rules that the decision on a request rests on; all of them, if only several together change it. */
    public ImmutableSet<DoubtfulRule> of(Request request) {
        ImmutableSet<Outcome> possible = relying.evaluate(request).possible();
        if (doubtingAll.evaluate(request).possible().equals(possible)) {
            return ImmutableSet.of();
        }
        ImmutableSet<DoubtfulRule> alone = rules.stream()
                .filter(rule -> !doubting(rule).evaluate(request).possible().equals(possible))
                .collect(ImmutableSet.toImmutableSet());
        return alone.isEmpty() ? rules : alone;
    }

    private Simulator doubting(DoubtfulRule rule) {
        return doubtingOne.computeIfAbsent(rule, one -> prepare.apply(ImmutableSet.of(one)));
    }

    /** The rules in words; empty if there are none. */
    public static Optional<String> words(ImmutableSet<DoubtfulRule> rules) {
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of("the verdict rests on what AWS neither documents clearly nor was seen to do: "
                        + rules.stream()
                                .map(rule -> rule.choice() + " (" + rule.id() + ")")
                                .collect(Collectors.joining("; ")));
    }
}

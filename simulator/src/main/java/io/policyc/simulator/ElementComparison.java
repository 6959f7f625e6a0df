package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.GlobBuilder;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.ConditionExplanation.ValueExplanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One pattern of an action or resource element, compared on its own, and what there is to say about it. */
final class ElementComparison {
    private ElementComparison() {}

    /** @param action as the request spells it */
    static ValueExplanation action(ActionPattern pattern, Facts facts, String action) {
        ValueTemplate value = new ValueTemplate(pattern.text());
        boolean matches = new ActionMatcher(new ActionElement.Action(ImmutableList.of(pattern))).matches(facts);
        Optional<ValueMiss> miss = matches ? Optional.empty() : actionMiss(value, facts, action);
        return new ValueExplanation(value, Truth.of(matches), Optional.empty(), miss, miss.map(ValueMiss::words));
    }

    /** That an action is one of another service needs no more words. */
    private static Optional<ValueMiss> actionMiss(ValueTemplate pattern, Facts facts, String action) {
        String lower = pattern.text().toLowerCase(Locale.ROOT);
        if (lower.length() != pattern.text().length()) {
            return Optional.empty();
        }
        ShownPattern shown = ShownPattern.withWildcards(pattern.parts(PolicyVersion.V2008_10_17));
        return ValueMiss.ofFolded(new GlobBuilder().pattern(lower), shown, facts.action(), action)
                .filter(miss -> miss.miss().character() > facts.action().indexOf(':') + 1);
    }

    static ValueExplanation resource(ValueTemplate template, Facts facts, String resource, PolicyVersion version) {
        Truth truth = new ResourceMatcher(
                        new ResourceElement.Resource(ImmutableList.of(template)), version, Doubts.NONE)
                .matches(facts);
        ResolvedValue resolved = ResolvedValue.of(template, version, facts.context());
        List<String> notes = new ArrayList<>(resolved.remarks());
        if (!resolved.isResolved()) {
            return new ValueExplanation(template, truth, Optional.empty(), Optional.empty(), joined(notes));
        }
        ShownPattern shown = ShownPattern.withWildcards(resolved.parts());
        boolean changed = !shown.text().equals(template.text());
        Optional<ValueMiss> miss = Optional.empty();
        if (truth == Truth.FALSE && changed && Syntaxes.isShort(resolved.parts())) {
            notes.add("is no ARN, so it matches nothing");
        } else if (truth == Truth.FALSE) {
            miss = ValueMiss.of(Syntaxes.resource(resolved.parts()), shown, resource);
            miss.map(ValueMiss::words).ifPresent(notes::add);
        }
        return new ValueExplanation(
                template, truth, changed ? Optional.of(shown.text()) : Optional.empty(), miss, joined(notes));
    }

    private static Optional<String> joined(List<String> notes) {
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }
}

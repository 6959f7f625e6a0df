package io.policyc.compiler;

import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Condition;
import io.policyc.policy.ValueTemplate;
import io.policyc.source.SourceSpan;

/** A condition of a statement to be, and the place in the intent that it comes from. */
record LocatedCondition(Condition condition, SourceSpan place) {

    /** The same with other values, each once, in the order of first occurrence. */
    LocatedCondition withValues(Iterable<ValueTemplate> values) {
        return new LocatedCondition(
                new Condition(
                        condition.operator(),
                        condition.key(),
                        ImmutableSet.copyOf(values).asList()),
                place);
    }
}

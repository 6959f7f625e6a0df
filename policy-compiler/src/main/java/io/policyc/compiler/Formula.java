package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.source.SourceSpan;

/** An expression without negation: complements have been put in the place of each negated condition. */
sealed interface Formula {
    /** All parts hold. */
    record And(ImmutableList<Formula> parts, SourceSpan place) implements Formula {}

    /** Some part holds. */
    record Or(ImmutableList<Formula> parts, SourceSpan place) implements Formula {}

    /** A condition of a statement. */
    record Leaf(LocatedCondition condition) implements Formula {}
}

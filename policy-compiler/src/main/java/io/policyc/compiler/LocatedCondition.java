package io.policyc.compiler;

import io.policyc.policy.Condition;
import io.policyc.source.SourceSpan;

/** A condition of a statement to be, and the place in the intent that it comes from. */
record LocatedCondition(Condition condition, SourceSpan place) {}

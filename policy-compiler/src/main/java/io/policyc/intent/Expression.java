package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import io.policyc.source.SourceSpan;

/**
 * A condition of an intent. It is two-valued: a test is true or false of every request, and {@code not} is plain negation,
 * absent keys and malformed values included.
 */
public sealed interface Expression {

    <R> R accept(Visitor<R> visitor);

    /** One case each. */
    interface Visitor<R> {
        R all(All all);

        R any(Any any);

        R not(Not not);

        R test(Test test);
    }

    /** All parts hold; true if there are none. */
    record All(ImmutableList<Expression> parts, SourceSpan place) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.all(this);
        }
    }

    /** Some part holds; false if there are none. */
    record Any(ImmutableList<Expression> parts, SourceSpan place) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }
    }

    /** The part does not hold. */
    record Not(Expression part, SourceSpan place) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** A condition of IAM, with IAM's own meaning. */
    record Test(Condition condition, SourceSpan place) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.test(this);
        }
    }

    /** Where it is written. */
    SourceSpan place();
}

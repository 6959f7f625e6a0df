package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;

/** Which actions a statement is about: those listed, or all but those listed. */
public sealed interface ActionElement {

    /** The list, never empty. */
    ImmutableList<ActionPattern> patterns();

    <R> R fold(Function<? super Action, R> action, Function<? super NotAction, R> notAction);

    /** {@code Action}: one of the patterns matches. */
    record Action(ImmutableList<ActionPattern> patterns) implements ActionElement {
        public Action {
            requireSome(patterns);
        }

        @Override
        public <R> R fold(Function<? super Action, R> action, Function<? super NotAction, R> notAction) {
            return action.apply(this);
        }
    }

    /** {@code NotAction}: none of the patterns matches; in a Deny that reaches every other service, future ones too. */
    record NotAction(ImmutableList<ActionPattern> patterns) implements ActionElement {
        public NotAction {
            requireSome(patterns);
        }

        @Override
        public <R> R fold(Function<? super Action, R> action, Function<? super NotAction, R> notAction) {
            return notAction.apply(this);
        }
    }

    private static void requireSome(ImmutableList<ActionPattern> patterns) {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("a list of actions needs at least one");
        }
    }
}

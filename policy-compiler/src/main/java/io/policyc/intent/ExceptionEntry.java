package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.source.SourceSpan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One entry of {@code unless}: who or what a rule spares, who answers for it, and until when.
 *
 * @param condition spares the requests for which it holds
 * @param who the condition in one line, in the words of its author
 * @param expires the exception is over from the first moment of this day in UTC; empty if it lasts
 * @param byParameter it comes from a parameter of a guardrail; its owner stands beside the guardrail
 */
public record ExceptionEntry(
        Expression condition,
        String who,
        Optional<String> owner,
        Optional<String> reason,
        Optional<String> ticket,
        Optional<LocalDate> expires,
        boolean byParameter,
        SourceSpan place) {

    /** The same, from a parameter of a guardrail; somebody answers for all that its parameters spare, or nobody. */
    ExceptionEntry ofParameter(Optional<String> answers) {
        return new ExceptionEntry(condition, who, owner.or(() -> answers), reason, ticket, expires, true, place);
    }

    /** Whom the exception spares while it lasts: its own condition, and that it is not over. */
    public Expression inForce() {
        return expires.<Expression>map(day -> new Expression.All(
                        ImmutableList.of(condition, new Expression.Test(Days.before(day), place)), place))
                .orElse(condition);
    }
}

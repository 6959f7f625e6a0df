package io.policyc.register;

import io.policyc.intent.ExceptionEntry;
import io.policyc.intent.Intent;
import io.policyc.intent.IntentRule;
import io.policyc.policy.Sid;
import io.policyc.source.SourceSpan;
import java.time.LocalDate;
import java.util.Optional;

/** An exception, the rule that it is an exception from, and the policy of the rule. */
public record RegisteredException(Intent intent, IntentRule rule, ExceptionEntry entry) {

    /** The name of the policy. */
    public String policy() {
        return intent.name();
    }

    /** The rule by its Sid, or if it has none, by its line. */
    public String ruleName() {
        return rule.sid().map(Sid::text).orElseGet(() -> "line " + rule.place().line());
    }

    /** Whom or what it spares, in the words of its author. */
    public String who() {
        return entry.who();
    }

    /** Who answers for it; an owner whose name is blank is none. */
    public Optional<String> owner() {
        return written(entry.owner());
    }

    /** Why it is there. */
    public Optional<String> reason() {
        return written(entry.reason());
    }

    /** Where it was decided. */
    public Optional<String> ticket() {
        return written(entry.ticket());
    }

    /** The exception is over from the start of this day in UTC; empty if it is for ever. */
    public Optional<LocalDate> until() {
        return entry.expires();
    }

    /** The first line of the exception. */
    public SourceSpan place() {
        return entry.place();
    }

    private static Optional<String> written(Optional<String> text) {
        return text.filter(found -> !found.isBlank());
    }
}

package io.policyc.register;

import com.google.common.collect.ImmutableList;
import io.policyc.intent.ExceptionEntry;
import io.policyc.intent.Intent;
import io.policyc.intent.IntentRule;
import io.policyc.policy.Sid;
import io.policyc.source.SourceSpan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An exception as somebody wrote it, and the policy in which it stands.
 *
 * @param rules the rules that it is an exception from: one, or of a guardrail several
 */
public record RegisteredException(Intent intent, ImmutableList<IntentRule> rules, ExceptionEntry entry) {
    public RegisteredException {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("an exception from nothing");
        }
    }

    /** The name of the policy. */
    public String policy() {
        return intent.name();
    }

    /** The rules by their Sids, those without one by their lines. */
    public ImmutableList<String> ruleNames() {
        return rules.stream()
                .map(rule -> rule.sid()
                        .map(Sid::text)
                        .orElseGet(() -> "line " + rule.place().line()))
                .collect(ImmutableList.toImmutableList());
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

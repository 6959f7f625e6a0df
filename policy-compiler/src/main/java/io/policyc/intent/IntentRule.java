package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.policyc.policy.ActionElement;
import io.policyc.policy.Effect;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Sid;
import io.policyc.request.Request;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * A rule: deny, or allow, these actions on these resources when something holds, unless one of the exceptions does.
 *
 * @param place where the rule is written
 */
public record IntentRule(
        Optional<Sid> sid,
        Effect effect,
        ActionElement action,
        ResourceElement resource,
        Expression when,
        ImmutableList<ExceptionEntry> unless,
        SourceSpan place) {

    /** The rule of a guardrail, whose own exceptions come from parameters and have one owner, with more exceptions. */
    IntentRule ofGuardrail(Optional<String> owner, ImmutableList<ExceptionEntry> exceptions) {
        ImmutableList<ExceptionEntry> all = ImmutableList.<ExceptionEntry>builder()
                .addAll(Iterables.transform(unless, entry -> entry.ofParameter(owner)))
                .addAll(exceptions)
                .build();
        return new IntentRule(sid, effect, action, resource, when, all, place);
    }

    /**
     * The rule's own meaning, evaluated as it is written, without compiling it: whether it matches a request for one of its
     * resources. Keys that are unknown count as not matching; ask with a context in which the rule's keys are settled.
     */
    public boolean applies(Request request) {
        return Meaning.of(request).applies(this);
    }
}

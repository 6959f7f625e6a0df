package io.policyc.intent;

import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * One entry of {@code unless}: who or what a rule spares, and who answers for it.
 *
 * @param condition spares the requests for which it holds
 */
public record ExceptionEntry(
        Expression condition,
        Optional<String> owner,
        Optional<String> reason,
        Optional<String> ticket,
        SourceSpan place) {}

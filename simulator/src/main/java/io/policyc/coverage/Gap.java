package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * A part of a policy that no test exercises, or not in every way.
 *
 * @param what the statement's effect and name, the condition, or whom the exception spares
 * @param missing what no request did, such as {@code never false}
 * @param place where it is written
 */
public record Gap(Kind kind, String what, ImmutableList<String> missing, Optional<SourceSpan> place) {

    /** What parts a policy has. */
    public enum Kind {
        STATEMENT,
        CONDITION,
        EXCEPTION
    }

    /** What is missing, in words. */
    public String words() {
        return String.join(", ", missing);
    }
}

package io.policyc.guardrail;

import io.policyc.node.Node;
import java.util.Optional;

/**
 * What a user of a guardrail can, or has to, say.
 *
 * @param fallback the value if nothing is said; empty if something has to be
 */
public record Parameter(String name, String description, ParameterType type, Optional<Node> fallback) {
    public boolean isRequired() {
        return fallback.isEmpty();
    }

    /** The value if nothing is said, as somebody would write it. */
    public Optional<String> fallbackText() {
        return fallback.map(FlowText::of);
    }
}

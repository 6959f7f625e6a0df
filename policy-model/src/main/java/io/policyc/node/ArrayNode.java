package io.policyc.node;

import com.google.common.collect.ImmutableList;
import io.policyc.source.SourceSpan;

/** A list of values in the order of the text. */
public record ArrayNode(ImmutableList<Node> elements, SourceSpan span) implements Node {
    @Override
    public String kind() {
        return "a list";
    }
}

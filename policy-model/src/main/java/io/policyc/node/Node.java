package io.policyc.node;

import io.policyc.source.SourceSpan;

/** A value of a JSON or YAML text, with its place. */
public sealed interface Node permits ObjectNode, ArrayNode, ScalarNode {

    SourceSpan span();

    /** What it is, in words for a message: {@code an object}, {@code a list}, {@code a number}. */
    String kind();
}

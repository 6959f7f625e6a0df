package io.policyc.node;

import io.policyc.source.SourceSpan;

/**
 * A single value with its own text, just as it was written: an account id {@code 012345670123} stays that text, and so do
 * {@code no} and {@code 1e3}. The type is what the format says the text is; YAML guesses it for unquoted text.
 */
public record ScalarNode(Type type, String text, SourceSpan span) implements Node {

    /** The types of scalars that JSON knows. */
    public enum Type {
        STRING("a string"),
        NUMBER("a number"),
        BOOLEAN("a boolean"),
        NULL("null");

        private final String words;

        Type(String words) {
            this.words = words;
        }
    }

    public boolean isNull() {
        return type == Type.NULL;
    }

    @Override
    public String kind() {
        return type.words;
    }
}

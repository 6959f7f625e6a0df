package io.policyc.authorization;

import io.policyc.source.SourceSpan;

/**
 * A policy document, kept as text since there may be very many. Two are equal if their texts are.
 *
 * @param text JSON without white space
 * @param place where it was first seen
 */
record Document(String text, SourceSpan place) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Document document && document.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}

package io.policyc.imports;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A placeholder of a document, which becomes a value of the intent.
 *
 * @param written as it stands in the document, for example <code>${Account}</code>
 * @param name as the intent refers to it, between {@code ((} and {@code ))}
 * @param value what stands for it; empty if somebody has yet to fill it in
 * @param lines the lines of the document that hold it; empty if the document comes from no text
 */
public record ImportedValue(String written, String name, Optional<String> value, ImmutableList<Integer> lines) {

    String reference() {
        return "((" + name + "))";
    }
}

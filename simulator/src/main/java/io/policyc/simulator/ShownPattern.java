package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.policyc.policy.ValueTemplate.AnyRun;
import io.policyc.policy.ValueTemplate.AnyUnit;
import io.policyc.policy.ValueTemplate.Literal;
import io.policyc.policy.ValueTemplate.Part;

/**
 * A pattern as people read it: the policy's own text with values in the place of variables.
 *
 * @param offsets where each unit of the pattern stands in the text; the last one is the end
 */
record ShownPattern(String text, ImmutableIntArray offsets) {

    /** Wildcards mean something; where a value brought such a character in, it is written as IAM escapes it. */
    static ShownPattern withWildcards(ImmutableList<Part> parts) {
        StringBuilder text = new StringBuilder();
        ImmutableIntArray.Builder offsets = ImmutableIntArray.builder();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                literal.text().chars().forEach(c -> {
                    offsets.add(text.length());
                    text.append(c == '*' ? "${*}" : c == '?' ? "${?}" : Character.toString(c));
                });
            } else {
                if (part instanceof AnyUnit) {
                    offsets.add(text.length());
                }
                text.append(part instanceof AnyRun ? '*' : '?');
            }
        }
        return new ShownPattern(text.toString(), offsets.add(text.length()).build());
    }

    /** Wildcards are plain characters. */
    static ShownPattern plain(ImmutableList<Part> parts) {
        return plain(Syntaxes.text(parts));
    }

    static ShownPattern plain(String text) {
        ImmutableIntArray.Builder offsets = ImmutableIntArray.builder(text.length() + 1);
        for (int i = 0; i <= text.length(); i++) {
            offsets.add(i);
        }
        return new ShownPattern(text, offsets.build());
    }

    /** Where a unit stands, counted from 1 as it is. */
    int offset(int unit) {
        return offsets.get(unit - 1);
    }
}

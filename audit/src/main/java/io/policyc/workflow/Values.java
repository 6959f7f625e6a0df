package io.policyc.workflow;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Printable;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds keys among named values: inputs of an action, variables, secrets that are handed on. */
record Values(Environment environment) {
    /**
     * The values that are given keys.
     *
     * @param kind what they are, as a message says it
     * @param sink which names stand for a part of an access key
     * @param temporary whether a session token may stand beside them
     */
    ImmutableList<Evidence> evidence(Optional<Node> values, String kind, Predicate<String> sink, boolean temporary) {
        ImmutableList.Builder<Evidence> found = ImmutableList.builder();
        if (values.isPresent() && values.get() instanceof ObjectNode object) {
            for (ObjectNode.Member member : object.members()) {
                String what = kind + Printable.quoted(member.key());
                add(
                        member.keySpan(),
                        what,
                        Environment.text(member.value()),
                        sink.test(member.key()),
                        temporary,
                        found);
            }
        } else {
            values.ifPresent(node -> add(node.span(), kind.strip(), Environment.text(node), true, temporary, found));
        }
        return found.build();
    }

    private void add(
            SourceSpan place,
            String what,
            String text,
            boolean sink,
            boolean temporary,
            ImmutableList.Builder<Evidence> found) {
        Given given = sink ? environment.given(text) : Given.NOTHING;
        if (!(given instanceof Given.Nothing)) {
            found.add(new Evidence(place, what + " is", given, temporary));
        } else if (!sink) {
            named(text).ifPresent(key -> found.add(new Evidence(place, what + " has", key, temporary)));
        }
    }

    /** The secrets and variables in a text whose names say that they are a part of an access key. */
    static Optional<Given> named(String text) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        for (String expression : Expressions.in(text)) {
            for (ImmutableList<String> reference : Expressions.references(expression)) {
                String context = Ascii.toLowerCase(reference.get(0));
                String kind = context.equals("secrets") ? "secret" : context.equals("vars") ? "variable" : "";
                if (!kind.isEmpty() && reference.size() > 1 && Names.key(reference.get(1))) {
                    names.add("the " + kind + " " + Printable.quoted(reference.get(1)));
                }
            }
        }
        ImmutableSet<String> keys = names.build();
        return keys.isEmpty() ? Optional.empty() : Optional.of(new Given.Key(String.join(" and ", keys), false));
    }
}

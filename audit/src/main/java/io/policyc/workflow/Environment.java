package io.policyc.workflow;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Printable;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Variables as a step sees them: those of the step before those of the job before those of the workflow,
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-variables. The values of a level
 * refer to the levels around it.
 */
final class Environment {
    static final Environment EMPTY = new Environment(Optional.empty(), ImmutableMap.of());

    private final Optional<Environment> outer;
    private final ImmutableMap<String, String> values;
    private final Map<String, Given> known = new HashMap<>();
    private final boolean sessionToken;

    private Environment(Optional<Environment> outer, ImmutableMap<String, String> values) {
        this.outer = outer;
        this.values = values;
        this.sessionToken = outer.filter(Environment::hasSessionToken).isPresent()
                || values.entrySet().stream()
                        .anyMatch(entry -> Names.sessionToken(entry.getKey())
                                && !entry.getValue().isBlank());
    }

    /** With the variables of {@code env}, which hide those of the same name. */
    Environment with(Optional<Node> env) {
        if (env.isPresent() && env.get() instanceof ObjectNode object) {
            ImmutableMap.Builder<String, String> own = ImmutableMap.builder();
            object.members().forEach(member -> own.put(member.key(), text(member.value())));
            return new Environment(Optional.of(this), own.buildOrThrow());
        }
        return this;
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.text() : "";
    }

    /** Whether a session token may be there, which comes with temporary credentials. */
    boolean hasSessionToken() {
        return sessionToken;
    }

    /** What the value of a variable is, if it has one here. */
    Optional<Given> variable(String name) {
        if (!values.containsKey(name)) {
            return outer.flatMap(around -> around.variable(name));
        }
        return Optional.of(known.computeIfAbsent(name, key -> outer.orElse(this).given(values.getOrDefault(key, ""))));
    }

    /** What a value is. */
    Given given(String value) {
        ImmutableList<String> expressions = Expressions.in(value);
        if (expressions.isEmpty()) {
            return KeysInFile.isKey(value) ? new Given.Key("a key in this file", true) : Given.NOTHING;
        }
        Set<String> keys = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (String expression : expressions) {
            for (ImmutableList<String> reference : Expressions.references(expression)) {
                add(reference, keys, others);
            }
        }
        return Given.of(ImmutableSet.copyOf(keys), ImmutableSet.copyOf(others));
    }

    private void add(ImmutableList<String> reference, Set<String> keys, Set<String> others) {
        String context = Ascii.toLowerCase(reference.get(0));
        String name = reference.size() < 2 ? "" : reference.get(1);
        Optional<Given> variable = context.equals("env") ? variable(name) : Optional.empty();
        if (context.equals("secrets") || context.equals("vars")) {
            String kind = context.equals("vars") ? "variable" : "secret";
            keys.add(name.isEmpty() ? "a " + kind : "the " + kind + " " + Printable.quoted(name));
        } else if (variable.isEmpty()) {
            others.add(Printable.quoted(String.join(".", reference)));
        } else if (variable.get() instanceof Given.Key key) {
            keys.add(key.words());
        } else if (variable.get() instanceof Given.Unknown unknown) {
            others.add(unknown.words());
        }
    }
}

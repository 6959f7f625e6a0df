package io.policyc.guardrail;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The guardrails that come with the compiler: a folder of resources each, listed in {@code index.txt}. */
public final class Guardrails {
    private static final ImmutableSet<String> NAMES = Splitter.on('\n')
            .trimResults()
            .omitEmptyStrings()
            .splitToStream(text("index.txt"))
            .collect(ImmutableSet.toImmutableSet());

    private Guardrails() {}

    /** In the order in which they are explained. */
    public static ImmutableSet<String> names() {
        return NAMES;
    }

    public static Optional<Guardrail> named(String name) {
        return Optional.ofNullable(All.BY_NAME.get(name));
    }

    /** Read when the first one is asked for: most intents use none. */
    private static final class All {
        private static final ImmutableMap<String, Guardrail> BY_NAME =
                NAMES.stream().collect(ImmutableMap.toImmutableMap(name -> name, Guardrails::read));
    }

    private static Guardrail read(String name) {
        return new GuardrailReader(name)
                .read(source(name, "guardrail.yaml"), text(name + "/page.md"), source(name, "tests.yaml"));
    }

    private static SourceText source(String name, String file) {
        return SourceText.of("guardrail " + name + "/" + file, text(name + "/" + file));
    }

    private static String text(String resource) {
        try {
            return Resources.toString(Resources.getResource(Guardrails.class, resource), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + resource, e);
        }
    }
}

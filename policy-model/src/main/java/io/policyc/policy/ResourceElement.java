package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;

/** Which resources a statement is about: those listed, or all but those listed. */
public sealed interface ResourceElement {

    /** The list, never empty: {@code *} or ARNs with wildcards and variables. */
    ImmutableList<ValueTemplate> patterns();

    <R> R fold(Function<? super Resource, R> resource, Function<? super NotResource, R> notResource);

    /** {@code Resource}: one of the patterns matches. */
    record Resource(ImmutableList<ValueTemplate> patterns) implements ResourceElement {
        public Resource {
            requireSome(patterns);
        }

        @Override
        public <R> R fold(Function<? super Resource, R> resource, Function<? super NotResource, R> notResource) {
            return resource.apply(this);
        }
    }

    /** {@code NotResource}: none of the patterns matches. */
    record NotResource(ImmutableList<ValueTemplate> patterns) implements ResourceElement {
        public NotResource {
            requireSome(patterns);
        }

        @Override
        public <R> R fold(Function<? super Resource, R> resource, Function<? super NotResource, R> notResource) {
            return notResource.apply(this);
        }
    }

    private static void requireSome(ImmutableList<ValueTemplate> patterns) {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("a list of resources needs at least one");
        }
    }
}

package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whom a resource or trust policy is about. SCPs have no principal element; their principals are told by conditions.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public sealed interface PrincipalElement {

    PrincipalSet principals();

    <R> R fold(Function<? super Principal, R> principal, Function<? super NotPrincipal, R> notPrincipal);

    /** {@code Principal}: one of those listed. */
    record Principal(PrincipalSet principals) implements PrincipalElement {
        @Override
        public <R> R fold(Function<? super Principal, R> principal, Function<? super NotPrincipal, R> notPrincipal) {
            return principal.apply(this);
        }
    }

    /** {@code NotPrincipal}: everybody but those listed. */
    record NotPrincipal(PrincipalSet principals) implements PrincipalElement {
        @Override
        public <R> R fold(Function<? super Principal, R> principal, Function<? super NotPrincipal, R> notPrincipal) {
            return notPrincipal.apply(this);
        }
    }

    /** Everybody, or lists by kind. */
    sealed interface PrincipalSet {
        <R> R fold(Function<? super Everyone, R> everyone, Function<? super Listed, R> listed);
    }

    /** The principal {@code "*"}, anonymous callers among them. */
    record Everyone() implements PrincipalSet {
        @Override
        public <R> R fold(Function<? super Everyone, R> everyone, Function<? super Listed, R> listed) {
            return everyone.apply(this);
        }
    }

    /** Principals by kind, kinds in the order of the text. */
    record Listed(ImmutableMap<Kind, ImmutableList<String>> byKind) implements PrincipalSet {
        public Listed {
            if (byKind.isEmpty() || byKind.values().stream().anyMatch(ImmutableList::isEmpty)) {
                throw new IllegalArgumentException("a list of principals needs at least one");
            }
        }

        @Override
        public <R> R fold(Function<? super Everyone, R> everyone, Function<? super Listed, R> listed) {
            return listed.apply(this);
        }
    }

    /** The kinds of principals that a policy can list. */
    enum Kind {
        AWS("AWS"),
        SERVICE("Service"),
        FEDERATED("Federated"),
        CANONICAL_USER("CanonicalUser");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Kind> parse(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }
}

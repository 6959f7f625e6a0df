package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.PrincipalElement;

/** The names in a principal element as text. */
final class PrincipalNamesText {
    private PrincipalNamesText() {}

    static ImmutableList<String> of(PrincipalElement element) {
        return element.principals()
                .fold(
                        everyone -> ImmutableList.of("*"),
                        list -> list.byKind().values().stream()
                                .flatMap(ImmutableList::stream)
                                .collect(ImmutableList.toImmutableList()));
    }
}

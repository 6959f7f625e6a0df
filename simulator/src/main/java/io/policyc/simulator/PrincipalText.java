package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.policy.PrincipalElement;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.policy.PrincipalElement.Listed;
import io.policyc.request.Principal;
import io.policyc.request.RequestPrinter;

/** Says in words how the caller fares against the principal element of a statement. */
final class PrincipalText {
    private final PrincipalElement element;
    private final Principal caller;

    PrincipalText(PrincipalElement element, Principal caller) {
        this.element = element;
        this.caller = caller;
    }

    /** @param truth whether the statement is about the caller */
    String words(Truth truth) {
        String who = "principal " + Excerpt.of(RequestPrinter.principal(caller)) + " ";
        return who + element.<String>fold(principal -> named(truth), notPrincipal -> spared(truth));
    }

    /** Whom the element lists, as it is written. */
    static ImmutableList<String> names(PrincipalElement element) {
        return element.principals()
                .fold(
                        everyone -> ImmutableList.of("*"),
                        listed -> listed.byKind().values().stream()
                                .flatMap(ImmutableList::stream)
                                .collect(ImmutableList.toImmutableList()));
    }

    private String named(Truth truth) {
        ImmutableList<String> names = names(element);
        return switch (truth) {
            case TRUE -> "matches " + first(truth);
            case UNKNOWN -> "perhaps matches " + first(truth);
            case FALSE ->
                names.size() == 1
                        ? "does not match " + Excerpt.of(names.get(0))
                        : "matches none of " + names.size() + ": " + Excerpt.few(names);
        };
    }

    private String spared(Truth truth) {
        String list = " by NotPrincipal " + Excerpt.few(names(element));
        return switch (truth) {
            case TRUE -> "is not spared" + list + whyNotSpared();
            case UNKNOWN -> "is perhaps spared" + list;
            case FALSE -> "is spared" + list;
        };
    }

    /** A caller is spared only with its account, and with its role; and not at all if it has a boundary. */
    private String whyNotSpared() {
        if (new PrincipalMatcher(element, Doubts.NONE).names(caller).any() == Truth.FALSE) {
            return ", which spares nobody who has a permissions boundary";
        }
        return names(element).stream().anyMatch(this::isNamedBy) ? ", which names it only in part" : "";
    }

    private boolean isNamedBy(String name) {
        return alone(Kind.AWS, name) != Truth.FALSE;
    }

    /** The first name that alone has the verdict of the whole list. */
    private String first(Truth truth) {
        return element.principals()
                .fold(
                        everyone -> "*",
                        listed -> listed.byKind().entrySet().stream()
                                .flatMap(kind ->
                                        kind.getValue().stream().filter(name -> alone(kind.getKey(), name) == truth))
                                .findFirst()
                                .map(Excerpt::of)
                                .orElseGet(() -> Excerpt.few(names(element))));
    }

    private Truth alone(Kind kind, String name) {
        Listed one = new Listed(ImmutableMap.of(kind, ImmutableList.of(name)));
        return new PrincipalMatcher(new PrincipalElement.Principal(one), Doubts.NONE)
                .names(caller)
                .any();
    }
}

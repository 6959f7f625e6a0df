package io.policyc.trust;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.glob.Glob;
import io.policyc.lint.LocatedCondition;
import io.policyc.lint.LocatedStatement;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PrincipalElement;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.vocabulary.Claims;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An Allow statement of a trust policy: whom it names, for which calls, and under which conditions. */
final class TrustStatement {
    private static final String PROVIDER = ":oidc-provider/";

    private final LocatedStatement located;
    private final ImmutableList<String> issuers;

    TrustStatement(LocatedStatement located) {
        this.located = located;
        this.issuers = listed(Kind.FEDERATED).stream()
                .flatMap(name -> issuer(name).stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** The OpenID Connect providers that are trusted, without {@code https://}; providers of SAML are none. */
    ImmutableList<String> issuers() {
        return issuers;
    }

    private static Optional<String> issuer(String provider) {
        int at = provider.indexOf(PROVIDER);
        if (at >= 0) {
            return Optional.of(provider.substring(at + PROVIDER.length()));
        }
        return provider.startsWith("arn:") ? Optional.empty() : Optional.of(provider);
    }

    /** The principals of a kind; none for everybody, and none of those that NotPrincipal spares. */
    ImmutableList<String> listed(Kind kind) {
        return principal()
                .filter(element -> !negated(element))
                .map(element -> element.principals()
                        .<ImmutableMap<Kind, ImmutableList<String>>>fold(
                                everyone -> ImmutableMap.of(), list -> list.byKind()))
                .map(byKind -> byKind.getOrDefault(kind, ImmutableList.of()))
                .orElse(ImmutableList.of());
    }

    /** Whether everybody is named, or everybody but a few. */
    boolean namesEverybody() {
        return principal()
                        .filter(element ->
                                negated(element) || element.principals().<Boolean>fold(everyone -> true, list -> false))
                        .isPresent()
                || listed(Kind.AWS).contains("*");
    }

    private Optional<PrincipalElement> principal() {
        return located.statement().principal();
    }

    private static boolean negated(PrincipalElement element) {
        return element.<Boolean>fold(principal -> false, notPrincipal -> true);
    }

    boolean allows(String action) {
        ActionElement element = located.statement().action();
        String folded = action.toLowerCase(Locale.ROOT);
        boolean named = element.patterns().stream()
                .anyMatch(pattern -> pattern.isEverything()
                        || Glob.of(pattern.text().toLowerCase(Locale.ROOT)).matches(folded));
        return named != element.<Boolean>fold(listed -> false, notListed -> true);
    }

    ImmutableList<LocatedCondition> conditions() {
        return located.conditions();
    }

    /** The conditions on claims of an issuer. */
    Stream<LocatedCondition> ofIssuer(String issuer) {
        String folded = issuer.toLowerCase(Locale.ROOT);
        return conditions().stream()
                .filter(condition -> Claims.isClaim(condition.key())
                        && Claims.issuer(condition.key()).equals(folded));
    }

    /** The conditions on one claim of an issuer. */
    Stream<LocatedCondition> ofClaim(String issuer, String claim) {
        ConditionKey key = ConditionKey.placeholder(issuer + ":" + claim);
        return conditions().stream().filter(condition -> condition.key().equals(key));
    }

    /** Whether some condition that narrows is on a key with such a name in lower case. */
    boolean isNarrowedBy(Predicate<String> key) {
        return conditions().stream()
                .anyMatch(condition ->
                        Narrowing.narrows(condition) && key.test(condition.key().folded()));
    }

    Finding finding(FindingId id, String message, String help) {
        return located.finding(id, message, help);
    }
}

package io.policyc.vocabulary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.policyc.glob.Glob;
import io.policyc.policy.ConditionKey;
import java.util.Comparator;
import java.util.Locale;

/**
 * The claims of tokens that AWS makes condition keys of: for every identity provider a few, for some more. The key is the
 * issuer without {@code https://}, a colon and the claim; a claim that is not listed is no key, and whatever the token says
 * the key is absent.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">Available keys
 *     for AWS OIDC federation</a>
 */
public final class Claims {
    /** The claims that tell runs of one repository of GitHub apart; {@code workflow} is a name that any branch can take. */
    public static final ImmutableSet<String> TELL_RUN = ImmutableSet.of("ref", "environment", "job_workflow_ref");

    /** The claims of the tab Default, in the words of the keys. */
    private static final ImmutableList<String> OF_EVERYBODY = ImmutableList.of("amr", "aud", "email", "oaud", "sub");

    private static final ImmutableList<Listed> LISTED = ContextKeys.names().stream()
            .map(ConditionKey::placeholder)
            .filter(Claims::isClaim)
            .map(key -> new Listed(Glob.of(issuer(key)), claim(key)))
            .collect(ImmutableList.toImmutableList());

    /** A row of the catalogue; in the name of an issuer {@code *} stands for a part that the customer has. */
    private record Listed(Glob issuer, String claim) {}

    private Claims() {}

    /** The claims that are keys for an issuer, sorted. */
    public static ImmutableSortedSet<String> of(String issuer) {
        return ImmutableSortedSet.<String>naturalOrder()
                .addAll(OF_EVERYBODY)
                .addAll(ofIssuer(issuer))
                .build();
    }

    /** Whether AWS lists claims of this issuer beside those of every provider. */
    public static boolean areListed(String issuer) {
        return !ofIssuer(issuer).isEmpty();
    }

    /** The claims that are keys for this issuer and not for every one, sorted; none if AWS lists none. */
    public static ImmutableList<String> listed(String issuer) {
        return ofIssuer(issuer).stream()
                .filter(claim -> !OF_EVERYBODY.contains(claim))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<String> ofIssuer(String issuer) {
        String folded = issuer.toLowerCase(Locale.ROOT);
        return LISTED.stream()
                .filter(listed -> listed.issuer.matches(folded))
                .map(Listed::claim)
                .sorted(Comparator.naturalOrder())
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether a key is a claim of some provider's token: these are named by a host, services of AWS by a word. */
    public static boolean isClaim(ConditionKey key) {
        int colon = key.folded().indexOf(':');
        int dot = key.folded().indexOf('.');
        return dot >= 0 && dot < colon;
    }

    /** The issuer that a key of a claim names, in lower case. */
    public static String issuer(ConditionKey key) {
        return key.folded().substring(0, key.folded().indexOf(':'));
    }

    /** The claim that a key names, in lower case. */
    public static String claim(ConditionKey key) {
        return key.folded().substring(key.folded().indexOf(':') + 1);
    }
}

package io.policyc.vocabulary;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.policyc.policy.ConditionKey;
import java.util.List;
import java.util.Optional;

/**
 * An identity provider that issues tokens to many customers under one address, as of {@link #DATE}. AWS refuses a trust
 * policy that does not ask for the claim that tells them apart.
 *
 * @param required the keys of which a trust policy has to ask for one
 * @param subject the form of its subjects, if the provider documents one
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">
 *     Identity-provider controls</a>
 */
public record SharedIssuer(String issuer, ImmutableList<ConditionKey> required, Optional<SubjectForm> subject) {
    /** The day of the list. */
    public static final String DATE = "2026-09-11";

    /** The provider of GitHub Actions. */
    public static final String GITHUB = "token.actions.githubusercontent.com";

    private static final ImmutableMap<String, SharedIssuer> LIST = Maps.uniqueIndex(
            Table.rows("shared-issuers.tsv").stream().map(SharedIssuer::of).toList(), SharedIssuer::issuer);

    /**
     * How a subject starts.
     *
     * @param prefix what stands before the customer's name
     * @param end what ends the name
     * @param customer what a customer is called
     */
    public record SubjectForm(String prefix, String end, String customer) {}

    /** The provider of an issuer, if it is one of these. */
    public static Optional<SharedIssuer> named(String issuer) {
        return Optional.ofNullable(LIST.get(issuer));
    }

    private static SharedIssuer of(List<String> row) {
        String issuer = row.get(0);
        ImmutableList<ConditionKey> required = Splitter.on(' ')
                .splitToStream(row.get(1))
                .map(key -> ConditionKey.of(key.indexOf(':') < 0 ? issuer + ":" + key : key))
                .collect(ImmutableList.toImmutableList());
        Optional<SubjectForm> subject = row.get(2).isEmpty()
                ? Optional.empty()
                : Optional.of(new SubjectForm(row.get(2), row.get(3), row.get(4)));
        return new SharedIssuer(issuer, required, subject);
    }
}

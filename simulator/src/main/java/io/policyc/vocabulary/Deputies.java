package io.policyc.vocabulary;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * Services of AWS that act for resources of many customers, and whose guides advise to name account or resource in the trust
 * policy of a role for them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>
 */
public final class Deputies {
    private static final ImmutableMap<String, String> PAGES = Table.rows("deputies.tsv").stream()
            .collect(ImmutableMap.toImmutableMap(row -> row.get(0), row -> row.get(1)));

    private Deputies() {}

    /** The page that gives the advice for a service principal. */
    public static Optional<String> page(String service) {
        return Optional.ofNullable(PAGES.get(service));
    }
}

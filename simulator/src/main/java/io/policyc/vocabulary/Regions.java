package io.policyc.vocabulary;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;

/** The Regions of AWS as of {@link #DATE}, and the services that live in one of them whatever Region the caller names. */
public final class Regions {
    /** The day of the list; a Region launched later is missing. */
    public static final String DATE = "2026-11-22";

    private static final ImmutableSet<String> NAMES =
            Table.rows("regions.tsv").stream().map(row -> row.get(0)).collect(ImmutableSet.toImmutableSet());

    private static final ImmutableMap<String, String> ONLY_REGION = Table.rows("global-services.tsv").stream()
            .collect(ImmutableMap.toImmutableMap(row -> row.get(0), row -> row.get(1)));

    private Regions() {}

    public static ImmutableSet<String> names() {
        return NAMES;
    }

    /** The value of aws:RequestedRegion for an action of a service with one endpoint; empty for regional services. */
    public static Optional<String> onlyRegionOf(String action) {
        int colon = action.indexOf(':');
        String service = colon < 0 ? action : action.substring(0, colon);
        return Optional.ofNullable(ONLY_REGION.get(service.toLowerCase(Locale.ROOT)));
    }
}

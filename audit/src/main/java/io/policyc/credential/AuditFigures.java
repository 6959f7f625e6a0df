package io.policyc.credential;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.FindingId;
import java.util.Optional;

/**
 * What an audit counted.
 *
 * @param figures all of {@link Figure}
 * @param findings all of {@link CredentialFindings#ALL}, by how many credentials they were found at
 */
public record AuditFigures(ImmutableMap<Figure, Count> figures, ImmutableMap<FindingId, Count> findings) {
    public Count of(Figure figure) {
        return Optional.ofNullable(figures.get(figure)).orElse(Count.NONE);
    }

    public Count of(FindingId id) {
        return Optional.ofNullable(findings.get(id)).orElse(Count.NONE);
    }

    /** Of the active access keys, if all is known of them. */
    public Optional<String> percentOfOldKeys() {
        return of(Figure.OLD_KEYS).percentOf(of(Figure.ACTIVE_KEYS));
    }
}

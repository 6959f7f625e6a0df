package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * A policy document beside the places that it comes from: lines of a JSON file, or of the intent that it was compiled
 * from. The document itself holds no places.
 *
 * @param name how users know it: an intent's name, a file's path
 * @param places one entry a statement, in the document's order; empty if the document comes from no text
 */
public record LocatedPolicy(String name, PolicyDocument document, ImmutableList<StatementPlace> places) {
    /** What AWS attaches everywhere: everything is allowed. */
    public static final LocatedPolicy FULL_AWS_ACCESS = withoutPlaces(
            "FullAWSAccess",
            PolicyDocument.of(ImmutableList.of(Statement.of(
                    Effect.ALLOW,
                    new ActionElement.Action(ImmutableList.of(new ActionPattern("*"))),
                    new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))),
                    ImmutableList.of()))));

    /**
     * Where a statement and each of its conditions come from.
     *
     * @param conditions one place a condition, in the statement's order
     */
    public record StatementPlace(SourceSpan statement, ImmutableList<SourceSpan> conditions) {}

    public LocatedPolicy {
        if (!places.isEmpty() && places.size() != document.statements().size()) {
            throw new IllegalArgumentException("a place for each statement of " + name + ", or none");
        }
    }

    public static LocatedPolicy withoutPlaces(String name, PolicyDocument document) {
        return new LocatedPolicy(name, document, ImmutableList.of());
    }

    public Optional<SourceSpan> statementPlace(int statement) {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(places.get(statement).statement());
    }

    public Optional<SourceSpan> conditionPlace(int statement, int condition) {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(places.get(statement).conditions().get(condition));
    }
}

package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @param origin what the statement was called before it was packed; empty if it was not
     * @param others further statements that it stands for; their places of conditions are in the same order
     */
    public record StatementPlace(
            SourceSpan statement,
            ImmutableList<SourceSpan> conditions,
            Optional<Origin> origin,
            ImmutableList<StatementPlace> others) {

        /** The place of a statement that stands as it was written. */
        public StatementPlace(SourceSpan statement, ImmutableList<SourceSpan> conditions) {
            this(statement, conditions, Optional.empty(), ImmutableList.of());
        }

        /** This place and the others. */
        public Stream<StatementPlace> all() {
            return Stream.concat(Stream.of(this), others.stream().flatMap(StatementPlace::all));
        }
    }

    /** The policy that a statement belonged to before it was packed, and its own name there. */
    public record Origin(String policy, Optional<Sid> sid) {}

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

    /** The Sids of a statement: its own, and if it was packed those of the statements that it stands for. */
    public ImmutableSet<String> sids(int statement) {
        ImmutableSet.Builder<String> sids = ImmutableSet.builder();
        document.statements().get(statement).sid().ifPresent(sid -> sids.add(sid.text()));
        origins(statement).forEach(origin -> origin.sid().ifPresent(sid -> sids.add(sid.text())));
        return sids.build();
    }

    /** The policies that a statement belongs to: this one, and if it was packed those that it came from. */
    public ImmutableSet<String> policies(int statement) {
        ImmutableSet.Builder<String> policies = ImmutableSet.builder();
        policies.add(name);
        origins(statement).forEach(origin -> policies.add(origin.policy()));
        return policies.build();
    }

    private Stream<Origin> origins(int statement) {
        return places.isEmpty()
                ? Stream.empty()
                : places.get(statement).all().flatMap(place -> place.origin().stream());
    }
}

package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionSlot;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.PatternExtent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Drops statements that match only where another one of the same effect does: fewer actions and resources, under more
 * conditions. Told from the texts alone, part by part.
 */
final class CoveredStatements {
    /** More statements than any set of documents on one node holds; not compared one by one. */
    private static final int MOST_STATEMENTS = 2_000;

    private final Coverage coverage;
    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(
            Statement statement,
            ImmutableList<PatternExtent> actions,
            ImmutableList<PatternExtent> resources,
            Map<ConditionSlot, Condition> conditions) {}

    private CoveredStatements(ImmutableList<Traced> statements, PolicyVersion version) {
        this.coverage = new Coverage(version);
        for (Traced traced : statements) {
            Statement statement = traced.statement();
            Map<ConditionSlot, Condition> conditions = new HashMap<>();
            statement.conditions().forEach(condition -> conditions.put(ConditionSlot.of(condition), condition));
            candidates.add(new Candidate(
                    statement,
                    Coverage.extents(statement.action()),
                    statement.resource().map(coverage::extents).orElse(ImmutableList.of()),
                    conditions));
        }
    }

    static ImmutableList<Traced> drop(ImmutableList<Traced> statements, PolicyVersion version) {
        if (statements.size() > MOST_STATEMENTS) {
            return statements;
        }
        CoveredStatements pass = new CoveredStatements(statements, version);
        List<Optional<Traced>> kept = new ArrayList<>();
        statements.forEach(traced -> kept.add(Optional.of(traced)));
        for (int narrow = statements.size() - 1; narrow >= 0; narrow--) {
            for (int wide = 0; wide < statements.size() && kept.get(narrow).isPresent(); wide++) {
                if (wide != narrow && kept.get(wide).isPresent() && pass.covers(wide, narrow)) {
                    Traced covering = kept.get(wide).get();
                    kept.set(
                            wide,
                            Optional.of(covering.joinedWith(kept.get(narrow).get(), covering.statement())));
                    kept.set(narrow, Optional.empty());
                }
            }
        }
        return kept.stream().flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
    }

    private boolean covers(int wideIndex, int narrowIndex) {
        Candidate wide = candidates.get(wideIndex);
        Candidate narrow = candidates.get(narrowIndex);
        return wide.statement().effect() == narrow.statement().effect()
                && wide.statement().principal().equals(narrow.statement().principal())
                && wide.conditions().size() <= narrow.conditions().size()
                && isNegated(wide.statement().action())
                        == isNegated(narrow.statement().action())
                && isNegated(wide.statement().resource())
                        == isNegated(narrow.statement().resource())
                && listCovers(isNegated(wide.statement().action()), wide.actions(), narrow.actions())
                && listCovers(isNegated(wide.statement().resource()), wide.resources(), narrow.resources())
                && wide.conditions().values().stream().allMatch(condition -> isImplied(condition, narrow));
    }

    /** A list of what is left out covers another one if it leaves out less. */
    private boolean listCovers(
            boolean negated, ImmutableList<PatternExtent> wide, ImmutableList<PatternExtent> narrow) {
        return negated ? coverage.coversAll(narrow, wide) : coverage.coversAll(wide, narrow);
    }

    private static boolean isNegated(ActionElement element) {
        return element.fold(action -> false, not -> true);
    }

    private static boolean isNegated(Optional<ResourceElement> element) {
        return element.map(resource -> resource.<Boolean>fold(one -> false, not -> true))
                .orElse(false);
    }

    /** Whether a condition holds wherever that of the same operator and key of the other statement does. */
    private static boolean isImplied(Condition condition, Candidate narrow) {
        Condition other = narrow.conditions().get(ConditionSlot.of(condition));
        if (other == null) {
            return false;
        }
        if (other.values().equals(condition.values())) {
            return true;
        }
        if (!Coverage.isPlainList(condition) || !Coverage.isPlainList(other)) {
            return false;
        }
        Set<ValueTemplate> mine = new HashSet<>(condition.values());
        Set<ValueTemplate> others = new HashSet<>(other.values());
        return condition.operator().comparison().negated() ? others.containsAll(mine) : mine.containsAll(others);
    }
}

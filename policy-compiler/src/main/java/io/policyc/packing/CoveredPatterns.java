package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.Condition;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.simulator.PatternExtent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops from each list what another pattern of the list matches anyway; no list ever matches more or less. */
final class CoveredPatterns {
    private final Coverage coverage;

    CoveredPatterns(PolicyVersion version) {
        this.coverage = new Coverage(version);
    }

    Statement dropFrom(Statement statement) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principal(),
                statement
                        .action()
                        .fold(
                                action -> new ActionElement.Action(kept(action.patterns(), Coverage.extents(action))),
                                not -> new ActionElement.NotAction(kept(not.patterns(), Coverage.extents(not)))),
                statement
                        .resource()
                        .map(resource -> resource.fold(
                                one -> new ResourceElement.Resource(kept(one.patterns(), coverage.extents(one))),
                                not -> new ResourceElement.NotResource(kept(not.patterns(), coverage.extents(not))))),
                statement.conditions().stream().map(this::dropFrom).collect(ImmutableList.toImmutableList()));
    }

    private Condition dropFrom(Condition condition) {
        return Coverage.isPlainList(condition)
                ? new Condition(
                        condition.operator(), condition.key(), kept(condition.values(), coverage.extents(condition)))
                : condition;
    }

    /** In their order. Of patterns that cover each other the first is kept. */
    private <T> ImmutableList<T> kept(ImmutableList<T> patterns, ImmutableList<PatternExtent> extents) {
        Set<String> seen = new HashSet<>();
        boolean[] dropped = new boolean[patterns.size()];
        List<Integer> wildcards = new ArrayList<>();
        for (int i = 0; i < dropped.length; i++) {
            dropped[i] = !seen.add(extents.get(i).text());
            if (!dropped[i] && extents.get(i).hasWildcard()) {
                wildcards.add(i);
            }
        }
        for (int i = dropped.length - 1; i >= 0 && !coverage.isSpent(); i--) {
            for (int wide : wildcards) {
                if (dropped[i]) {
                    break;
                }
                dropped[i] = wide != i && !dropped[wide] && coverage.covers(extents.get(wide), extents.get(i));
            }
        }
        ImmutableList.Builder<T> kept = ImmutableList.builder();
        for (int i = 0; i < dropped.length; i++) {
            if (!dropped[i]) {
                kept.add(patterns.get(i));
            }
        }
        return kept.build();
    }
}

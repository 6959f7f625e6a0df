package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.policyc.organization.Level;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.request.RequestContext;
import io.policyc.request.RoleSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How verdicts on statements become a decision, apart from matching: all combinations of policies that are stubs. */
class CombinationTest {
    private static final Request REQUEST = new Request(
            RoleSession.of(RequestArbitraries.ACCOUNT, "admin", RoleSession.Kind.ASSUMED),
            "s3:GetObject",
            ImmutableList.of("arn:aws:s3:::logs/a"),
            RequestContext.nothingKnown());

    private enum Stub {
        ALLOW_MATCHES,
        ALLOW_MISSES,
        ALLOW_UNKNOWN,
        DENY_MATCHES,
        DENY_MISSES,
        DENY_UNKNOWN
    }

    private static final ImmutableMap<Stub, Statement> STATEMENTS =
            Maps.toMap(Arrays.asList(Stub.values()), CombinationTest::statement);

    private static final ImmutableMap<Stub, LocatedPolicy> POLICIES = Maps.toMap(
            Arrays.asList(Stub.values()),
            stub -> LocatedPolicy.withoutPlaces(stub.name(), PolicyDocument.of(ImmutableList.of(statement(stub)))));

    private static Statement statement(Stub stub) {
        Condition unknown = Condition.of(Comparison.BOOL, "example:Unknown", "true");
        String action = stub.name().endsWith("MISSES") ? "s3:PutObject" : "*";
        return Statement.of(
                stub.name().startsWith("ALLOW") ? Effect.ALLOW : Effect.DENY,
                new ActionElement.Action(ImmutableList.of(new ActionPattern(action))),
                new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))),
                stub.name().endsWith("UNKNOWN") ? List.of(unknown) : List.of());
    }

    /** A Deny that matches decides; else each level needs an Allow, and what is unknown may go either way. */
    private static Set<Outcome> oracle(List<? extends Collection<Stub>> levels) {
        if (levels.stream().anyMatch(level -> level.contains(Stub.DENY_MATCHES))) {
            return EnumSet.of(Outcome.EXPLICIT_DENY);
        }
        boolean surely = levels.stream().allMatch(level -> level.contains(Stub.ALLOW_MATCHES));
        boolean perhaps = levels.stream()
                .allMatch(level -> level.contains(Stub.ALLOW_MATCHES) || level.contains(Stub.ALLOW_UNKNOWN));
        boolean denied = levels.stream().anyMatch(level -> level.contains(Stub.DENY_UNKNOWN));
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        possible.addAll(perhaps ? Set.of(Outcome.ALLOWED) : Set.of());
        possible.addAll(surely ? Set.of() : Set.of(Outcome.IMPLICIT_DENY));
        possible.addAll(denied ? Set.of(Outcome.EXPLICIT_DENY) : Set.of());
        return possible;
    }

    @Test
    void noLevelsForbidNothing() {
        check(List.of());
    }

    @Test
    void everyListOfStubsAtOneLevel() {
        for (List<Stub> stubs : lists()) {
            check(List.of(stubs));
        }
    }

    @Test
    void everyListOfStubsAsStatementsOfOnePolicy() {
        for (List<Stub> stubs : lists()) {
            if (!stubs.isEmpty()) {
                PolicyDocument document = PolicyDocument.of(Lists.transform(stubs, STATEMENTS::get));
                Level level = new Level("one", ImmutableList.of(LocatedPolicy.withoutPlaces("all", document)));
                assertThat(Simulator.prepare(List.of(level)).evaluate(REQUEST).possible())
                        .as("%s", stubs)
                        .isEqualTo(oracle(List.of(stubs)));
            }
        }
    }

    @Test
    void everyTwoListsOfStubsAtTwoLevels() {
        Lists.cartesianProduct(lists(), lists()).forEach(CombinationTest::check);
    }

    /** At three levels sets instead of lists: order and repetition were tried above. */
    @Test
    void everyThreeSetsOfStubsAtThreeLevels() {
        List<Set<Stub>> sets = new ArrayList<>();
        for (int size = 0; size <= 3; size++) {
            sets.addAll(Sets.combinations(EnumSet.allOf(Stub.class), size));
        }
        Lists.cartesianProduct(sets, sets, sets).forEach(CombinationTest::check);
    }

    private static void check(List<? extends Collection<Stub>> stubs) {
        List<Level> levels = new ArrayList<>();
        for (Collection<Stub> level : stubs) {
            levels.add(new Level(
                    "level" + levels.size(),
                    level.stream().map(POLICIES::get).collect(ImmutableList.toImmutableList())));
        }
        Set<Outcome> possible = Simulator.prepare(levels).evaluate(REQUEST).possible();
        Set<Outcome> expected = oracle(stubs);
        if (!possible.equals(expected)) {
            assertThat(possible).as("%s", stubs).isEqualTo(expected);
        }
    }

    private static List<List<Stub>> lists() {
        List<Stub> stubs = Arrays.asList(Stub.values());
        List<List<Stub>> lists = new ArrayList<>(List.of(List.of()));
        stubs.forEach(one -> lists.add(List.of(one)));
        lists.addAll(Lists.cartesianProduct(stubs, stubs));
        lists.addAll(Lists.cartesianProduct(stubs, stubs, stubs));
        return lists;
    }
}

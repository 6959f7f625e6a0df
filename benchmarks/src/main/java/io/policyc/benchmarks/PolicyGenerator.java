package io.policyc.benchmarks;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes service control policies that are as large as published ones: as many statements, actions and conditions, with
 * the same operators, as often. README.md has the figures of both. Every run makes the same policies.
 */
final class PolicyGenerator {
    /** Numbers, and of how many in a hundred or so published ones they are true. */
    private static final int[][] STATEMENTS = {{1, 82}, {2, 8}, {3, 2}, {6, 2}, {10, 1}};

    private static final int[][] ACTIONS = {
        {1, 47}, {2, 22}, {3, 6}, {4, 7}, {5, 4}, {6, 5}, {8, 6}, {12, 6}, {14, 7}, {18, 5}, {21, 5}, {30, 3}
    };
    private static final int[][] NOT_ACTIONS = {{3, 1}, {14, 6}, {34, 2}};
    private static final int[][] RESOURCES = {{1, 4}, {2, 2}, {4, 1}};
    private static final int[][] CONDITIONS = {{0, 20}, {1, 67}, {2, 26}, {3, 6}, {4, 2}, {5, 2}, {6, 2}, {7, 1}};

    /** Of the first 150 seeds the one whose figures are nearest to the published ones. */
    private static final long SEED = 94;

    private static final ImmutableList<String> NAMES = ImmutableList.of("prod-", "audit", "landing-zone-", "core-*");

    private static final ImmutableList<ValueTemplate> EVERYTHING = ImmutableList.of(new ValueTemplate("*"));

    private final Draw draw = new Draw(SEED);
    private final ConditionGenerator conditions = new ConditionGenerator(draw);

    /** That many policies, one a line. */
    static String policies(int number) {
        PolicyGenerator generator = new PolicyGenerator();
        return IntStream.range(0, number)
                .mapToObj(i -> PolicyWriter.minified(generator.policy(i)) + "\n")
                .collect(Collectors.joining());
    }

    private PolicyDocument policy(int index) {
        int statements = draw.number(STATEMENTS);
        return PolicyDocument.of(IntStream.range(0, statements)
                .mapToObj(i -> statement().withSid(new Sid("Scp" + index + "Rule" + i)))
                .collect(ImmutableList.toImmutableList()));
    }

    private Statement statement() {
        int kind = draw.below(126);
        if (kind < 9) {
            ActionElement others = new ActionElement.NotAction(otherServices());
            return deny(others, EVERYTHING, conditions.with(draw.below(2), conditions.elsewhere()));
        }
        if (kind < 21) {
            ActionElement everything = new ActionElement.Action(ImmutableList.of(new ActionPattern("*")));
            return deny(everything, EVERYTHING, conditions.with(draw.number(CONDITIONS), conditions.outside()));
        }
        String service = draw.from(Services.ACTIONS.keySet().asList());
        ImmutableList<ValueTemplate> resources = draw.oneIn(4) ? resources(service) : EVERYTHING;
        return deny(new ActionElement.Action(actions(service)), resources, conditions.with(draw.number(CONDITIONS)));
    }

    private static Statement deny(
            ActionElement action, ImmutableList<ValueTemplate> resources, ImmutableList<Condition> where) {
        return Statement.of(Effect.DENY, action, new ResourceElement.Resource(resources), where);
    }

    private ImmutableList<ValueTemplate> resources(String service) {
        return NAMES.stream()
                .limit(draw.number(RESOURCES))
                .map(name -> new ValueTemplate(Services.resource(service, name)))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<ActionPattern> otherServices() {
        return Services.WITHOUT_REGIONS.stream()
                .limit(draw.number(NOT_ACTIONS))
                .map(service -> new ActionPattern(service + ":*"))
                .collect(ImmutableList.toImmutableList());
    }

    /** Actions of a service, one after the other, and of the services after it if it has too few. */
    private ImmutableList<ActionPattern> actions(String service) {
        ImmutableList<String> services = Services.ACTIONS.keySet().asList();
        int number = draw.number(ACTIONS);
        ImmutableList.Builder<ActionPattern> patterns = ImmutableList.builder();
        if (draw.oneIn(15)) {
            return patterns.add(new ActionPattern(service + ":*")).build();
        }
        int count = 0;
        for (int at = services.indexOf(service); count < number; at = (at + 1) % services.size()) {
            ImmutableList<String> names = Services.ACTIONS.get(services.get(at));
            int skipped = count == 0 ? draw.below(names.size()) : 0;
            for (int i = skipped; i < names.size() && count < number; i++) {
                patterns.add(new ActionPattern(services.get(at) + ":" + shortened(names.get(i))));
                count++;
            }
        }
        return patterns.build();
    }

    /** Now and then with a star in the place of the last letters. */
    private String shortened(String action) {
        return draw.oneIn(40) ? action.substring(0, action.length() / 2) + "*" : action;
    }
}

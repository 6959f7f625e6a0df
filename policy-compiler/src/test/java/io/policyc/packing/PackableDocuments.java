package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import io.policyc.policy.PolicyArbitraries;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.SampleValues;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Documents in which there is something to pack: statements that differ from another one in one part, or in nothing. */
final class PackableDocuments {
    private PackableDocuments() {}

    static Arbitrary<PolicyDocument> documents() {
        return Combinators.combine(
                        PolicyArbitraries.serviceControlPolicies(),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, 4))
                .as(PackableDocuments::withVariants)
                .withoutEdgeCases();
    }

    private static PolicyDocument withVariants(PolicyDocument document, long seed, int variants) {
        Random random = new Random(seed);
        List<Statement> statements = new ArrayList<>(document.statements());
        for (int i = 0; i < variants; i++) {
            Statement variant = variant(of(statements, random), of(statements, random), random);
            statements.add(random.nextInt(statements.size() + 1), variant);
        }
        return new PolicyDocument(document.version(), document.id(), ImmutableList.copyOf(statements));
    }

    /** The statement with a part of another one, without one of its conditions, or with other values in it. */
    private static Statement variant(Statement one, Statement other, Random random) {
        List<Condition> conditions = new ArrayList<>(one.conditions());
        int what = random.nextInt(conditions.isEmpty() ? 3 : 7);
        if (what > 2) {
            int at = random.nextInt(conditions.size());
            Condition old = conditions.remove(at);
            if (what > 3) {
                conditions.add(at, new Condition(old.operator(), old.key(), values(old, random)));
            }
        }
        return new Statement(
                Optional.empty(),
                one.effect(),
                one.principal(),
                what == 1 ? other.action() : one.action(),
                what == 2 ? other.resource() : one.resource(),
                ImmutableList.copyOf(conditions));
    }

    private static ImmutableList<ValueTemplate> values(Condition condition, Random random) {
        List<String> pool = SampleValues.policyValues(
                condition.operator().comparison(), condition.key().spelling());
        List<ValueTemplate> values = new ArrayList<>();
        if (random.nextBoolean()) {
            values.addAll(condition.values());
        }
        values.add(new ValueTemplate(of(pool, random)));
        return ImmutableList.copyOf(values);
    }

    private static <T> T of(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}

package io.policyc.imports;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.imports.YamlTree.Entries;
import io.policyc.imports.YamlTree.Items;
import io.policyc.imports.YamlTree.Text;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ConditionOperator.SetQualifier;
import io.policyc.policy.Effect;
import io.policyc.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways to say one condition: under {@code when}, and if it is a negated one, as exceptions under {@code unless}. */
final class ConditionForms {
    private static final String PRINCIPAL_ARN = "aws:principalarn";

    private final RuleTrial trial;

    ConditionForms(RuleTrial trial) {
        this.trial = trial;
    }

    /** In IAM's own words. */
    static Entries raw(Condition condition) {
        return Entries.of(
                condition.key().spelling(),
                Entries.of(condition.operator().word(), YamlTree.oneOrMany(FacetForms.texts(condition))));
    }

    /** As a facet where one compiles to the very same condition. */
    Entries when(Condition condition) {
        return FacetForms.of(condition)
                .filter(facet -> gives(Entries.of("when", facet), condition))
                .orElseGet(() -> raw(condition));
    }

    /** As exceptions whose complement is the very same condition; empty if it is not to be said so. */
    Optional<ImmutableList<YamlTree>> unless(Condition condition) {
        if (!saysUnless(condition.operator(), condition)) {
            return Optional.empty();
        }
        return complement(condition)
                .flatMap(spared -> forms(spared).stream()
                        .filter(entries -> gives(Entries.of("unless", new Items(entries)), condition))
                        .findFirst());
    }

    /** Conditions that hold of everything but something. */
    private static boolean saysUnless(ConditionOperator operator, Condition condition) {
        boolean notTrue = operator.comparison() == Comparison.BOOL
                && operator.ifExists()
                && condition.values().get(0).text().equals("false");
        return notTrue || (operator.comparison().negated() && operator.qualifier() != SetQualifier.FOR_ANY_VALUE);
    }

    /** What the compiler makes of the condition under {@code not}, if that is one condition. */
    private Optional<Condition> complement(Condition condition) {
        Entries rule = rule(Entries.of("when", Entries.of("not", raw(condition))));
        Checked<ImmutableList<Statement>> compiled = trial.compile(ImmutableList.of(rule));
        return compiled.value()
                .filter(statements -> !compiled.hasErrors() && statements.size() == 1)
                .map(statements -> statements.get(0).conditions())
                .filter(conditions -> conditions.size() == 1)
                .map(conditions -> conditions.get(0))
                // The trial has filled in the values.
                .map(spared -> condition.operator().comparison() == Comparison.BOOL
                        ? spared
                        : new Condition(spared.operator(), condition.key(), condition.values()));
    }

    /** Each principal as an exception of its own, which can have an owner and an end; other values together. */
    private List<ImmutableList<YamlTree>> forms(Condition spared) {
        List<ImmutableList<YamlTree>> forms = new ArrayList<>();
        if (spared.key().folded().equals(PRINCIPAL_ARN) && spared.values().size() > 1) {
            forms.add(principals(spared));
        }
        FacetForms.of(spared).ifPresent(facet -> forms.add(ImmutableList.of(facet)));
        forms.add(ImmutableList.of(raw(spared)));
        return forms;
    }

    private ImmutableList<YamlTree> principals(Condition spared) {
        return PrincipalWords.parted(spared.values()).stream()
                .map(values -> new Condition(spared.operator(), spared.key(), values))
                .map(this::when)
                .collect(ImmutableList.toImmutableList());
    }

    private boolean gives(Entries form, Condition condition) {
        return trial.gives(rule(form), statement(condition));
    }

    /** Why a condition cannot be said even in IAM's own words; empty if it can. */
    Optional<String> refusal(Condition condition) {
        return trial.refusal(rule(Entries.of("when", raw(condition))));
    }

    private static Entries rule(Entries form) {
        return Entries.of("deny", new Text("*")).merged(form).orElseThrow();
    }

    private static Statement statement(Condition condition) {
        return RuleForms.everything(Effect.DENY, ImmutableList.of(condition));
    }
}

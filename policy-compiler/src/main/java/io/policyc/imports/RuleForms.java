package io.policyc.imports;

import com.google.common.collect.ImmutableList;
import io.policyc.imports.YamlTree.Entries;
import io.policyc.imports.YamlTree.Items;
import io.policyc.imports.YamlTree.Text;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement as a rule: the most readable one of those that compile to it. */
final class RuleForms {
    private static final ActionElement EVERY_ACTION =
            new ActionElement.Action(ImmutableList.of(new ActionPattern("*")));
    private static final ResourceElement EVERY_RESOURCE =
            new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*")));

    private final RuleTrial trial;
    private final ConditionForms conditions;

    RuleForms(RuleTrial trial) {
        this.trial = trial;
        this.conditions = new ConditionForms(trial);
    }

    static Statement everything(Effect effect, ImmutableList<Condition> conditions) {
        return Statement.of(effect, EVERY_ACTION, EVERY_RESOURCE, conditions);
    }

    /** The rule; empty if none compiles to the statement. */
    Optional<Entries> of(Statement statement) {
        return readable(statement)
                .filter(rule -> trial.gives(rule, statement))
                .or(() -> inOneMap(statement).filter(rule -> trial.gives(rule, statement)))
                .or(() -> Optional.of(listed(statement)).filter(rule -> trial.gives(rule, statement)));
    }

    /** The first reason why the statement cannot be said in IAM's own words either. */
    Optional<String> refusal(Statement statement) {
        return trial.refusal(listed(statement));
    }

    /** Facets, and of a Deny the negated conditions at the end as exceptions: exceptions compile after the rest. */
    private Optional<Entries> readable(Statement statement) {
        List<Condition> rest = new ArrayList<>(statement.conditions());
        List<ImmutableList<YamlTree>> exceptions = new ArrayList<>();
        while (statement.effect() == Effect.DENY && !rest.isEmpty()) {
            Optional<ImmutableList<YamlTree>> last = conditions.unless(rest.get(rest.size() - 1));
            if (last.isEmpty()) {
                break;
            }
            exceptions.add(0, last.get());
            rest.remove(rest.size() - 1);
        }
        Entries when = Entries.NONE;
        for (Condition condition : rest) {
            Entries before = when;
            Optional<Entries> with =
                    before.merged(conditions.when(condition)).or(() -> before.merged(ConditionForms.raw(condition)));
            if (with.isEmpty()) {
                return Optional.empty();
            }
            when = with.get();
        }
        Entries rule = head(statement);
        rule = when.entries().isEmpty() ? rule : rule.with("when", when);
        ImmutableList<YamlTree> unless =
                exceptions.stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
        return Optional.of(unless.isEmpty() ? rule : rule.with("unless", new Items(unless)));
    }

    /** IAM's own words in one map; empty if two conditions have one key and operator in it. */
    private static Optional<Entries> inOneMap(Statement statement) {
        Optional<Entries> when = Optional.of(Entries.NONE);
        for (Condition condition : statement.conditions()) {
            when = when.flatMap(map -> map.merged(ConditionForms.raw(condition)));
        }
        return when.map(map -> head(statement).with("when", map));
    }

    /** IAM's own words, a condition at a time in the statement's order. */
    private static Entries listed(Statement statement) {
        ImmutableList<YamlTree> raw =
                statement.conditions().stream().map(ConditionForms::raw).collect(ImmutableList.toImmutableList());
        return raw.isEmpty() ? head(statement) : head(statement).with("when", Entries.of("all", new Items(raw)));
    }

    private static Entries head(Statement statement) {
        Entries head = statement
                .sid()
                .map(sid -> Entries.of("sid", new Text(sid.text())))
                .orElse(Entries.NONE);
        ImmutableList<String> actions = statement.action().patterns().stream()
                .map(ActionPattern::text)
                .collect(ImmutableList.toImmutableList());
        head = head.with(
                statement.effect() == Effect.DENY ? "deny" : "allow",
                statement.action().fold(some -> YamlTree.oneOrMany(actions), others -> not(actions)));
        ResourceElement resource = statement.resource().orElseThrow();
        if (resource.equals(EVERY_RESOURCE)) {
            return head;
        }
        ImmutableList<String> patterns =
                resource.patterns().stream().map(ValueTemplate::text).collect(ImmutableList.toImmutableList());
        return head.with("resources", resource.fold(some -> YamlTree.oneOrMany(patterns), others -> not(patterns)));
    }

    private static YamlTree not(ImmutableList<String> texts) {
        return Entries.of("not", YamlTree.oneOrMany(texts));
    }
}

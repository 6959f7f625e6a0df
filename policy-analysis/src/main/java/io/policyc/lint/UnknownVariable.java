package io.policyc.lint;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Variable;
import io.policyc.vocabulary.ContextKeys;
import java.util.Optional;

/**
 * A policy variable whose name is no known condition key, most often a placeholder that nobody filled in. It never has a
 * value.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
 */
final class UnknownVariable implements LintRule {

    @Override
    public void check(LocatedStatement statement, Findings findings) {
        ImmutableList<ValueTemplate> resources =
                statement.statement().resource().map(ResourceElement::patterns).orElse(ImmutableList.of());
        resources.forEach(resource -> first(resource.parts(statement.version()))
                .ifPresent(variable -> findings.add(statement.finding(
                        LintFindings.UNKNOWN_VARIABLE,
                        message(variable, "so " + Printable.quoted(resource.text()) + " matches no resource"),
                        help(variable, findings)))));
        statement.conditions().forEach(condition -> check(condition, findings));
    }

    private static void check(LocatedCondition condition, Findings findings) {
        String effect = condition.comparison().negated() ? "spares nobody" : "matches nobody";
        for (ValueTemplate value : condition.values()) {
            first(condition.parts(value))
                    .ifPresent(variable -> findings.add(condition.finding(
                            LintFindings.UNKNOWN_VARIABLE,
                            message(variable, "so " + Printable.quoted(value.text()) + " " + effect),
                            help(variable, findings))));
        }
    }

    /** The first variable that has neither a known name nor a default. */
    private static Optional<Variable> first(ImmutableList<ValueTemplate.Part> parts) {
        return parts.stream()
                .filter(Variable.class::isInstance)
                .map(Variable.class::cast)
                .filter(variable -> variable.defaultText().isEmpty())
                .filter(variable -> ContextKeys.typeOf(variable.key()).isEmpty())
                .findFirst();
    }

    private static String message(Variable variable, String consequence) {
        return "`${" + Printable.line(variable.key().spelling()) + "}` is no condition key known on " + ContextKeys.DATE
                + ", " + consequence;
    }

    private static String help(Variable variable, Findings findings) {
        return Suggestions.nearest(variable.key().spelling(), ContextKeys.names(), findings)
                .map(name -> "did you mean `${" + name + "}`?")
                .orElse("put the value in its place; AWS fills in condition keys only, for example ${aws:username}");
    }
}

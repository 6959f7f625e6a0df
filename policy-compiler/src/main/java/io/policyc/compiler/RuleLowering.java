package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.intent.ExceptionEntry;
import io.policyc.intent.Expression;
import io.policyc.intent.IntentFindings;
import io.policyc.intent.IntentRule;
import java.util.Optional;

/** A rule to the terms of its statements: when, and not the first exception, and not the second, … in normal form. */
final class RuleLowering {
    /** More statements than this are no longer a policy that somebody reviews. */
    static final int MOST_STATEMENTS = 64;

    private RuleLowering() {}

    static Checked<ImmutableList<Term>> lower(IntentRule rule) {
        Findings findings = new Findings();
        ImmutableList.Builder<Expression> parts =
                ImmutableList.<Expression>builder().add(rule.when());
        for (ExceptionEntry entry : rule.unless()) {
            parts.add(new Expression.Not(entry.inForce(), entry.place()));
        }
        Expression whole = new Expression.All(parts.build(), rule.place());
        Optional<Formula> formula = NegationNormalForm.of(whole, findings);
        if (formula.isEmpty() || findings.hasErrors()) {
            return findings.withoutValue();
        }
        Optional<ImmutableList<Term>> terms = new DisjunctiveForm(findings).of(formula.get());
        if (terms.isEmpty()) {
            return findings.withoutValue();
        }
        if (terms.get().isEmpty()) {
            findings.add(
                    IntentFindings.NEVER_APPLIES,
                    rule.place(),
                    "the rule never applies: its conditions contradict each other, or its exceptions spare everybody");
            return findings.withoutValue();
        }
        return findings.with(terms.get());
    }
}

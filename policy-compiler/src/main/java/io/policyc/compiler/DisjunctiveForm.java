package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.intent.IntentFindings;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Multiplies a formula out to terms, one a statement, in the order of the text. Terms that another one covers are dropped,
 * and terms that differ in one list only are joined. The cost is bounded by {@link RuleLowering#MOST_STATEMENTS} terms at
 * each step, squared.
 */
final class DisjunctiveForm {
    private final Findings findings;

    DisjunctiveForm(Findings findings) {
        this.findings = findings;
    }

    /** The terms; none if the formula is never true; empty after a finding. */
    Optional<ImmutableList<Term>> of(Formula formula) {
        if (formula instanceof Formula.Leaf leaf) {
            return Optional.of(ImmutableList.of(Term.of(ImmutableList.of(leaf.condition()))));
        }
        return formula instanceof Formula.And and ? and(and) : or((Formula.Or) formula);
    }

    private Optional<ImmutableList<Term>> or(Formula.Or or) {
        List<Term> terms = new ArrayList<>();
        for (Formula part : or.parts()) {
            Optional<ImmutableList<Term>> more = of(part);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            terms = Disjunction.simplify(terms, more.get());
        }
        return limited(terms, or.place(), terms.size());
    }

    private Optional<ImmutableList<Term>> and(Formula.And and) {
        List<Term> product = List.of(Term.TRUE);
        int largestFactor = 0;
        SourceSpan largest = and.place();
        for (Formula part : and.parts()) {
            Optional<ImmutableList<Term>> factor = of(part);
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            List<Term> next = new ArrayList<>();
            for (Term left : product) {
                for (Term right : factor.get()) {
                    Conjunction conjunction = Conjunction.of(left, right);
                    if (conjunction.cannotBeSaid()) {
                        report(conjunction);
                        return Optional.empty();
                    }
                    conjunction.term().ifPresent(next::add);
                }
            }
            product = Disjunction.simplify(List.of(), next);
            if (factor.get().size() > largestFactor) {
                largestFactor = factor.get().size();
                largest = place(part);
            }
            Optional<ImmutableList<Term>> limited = limited(product, largest, largestFactor);
            if (limited.isEmpty()) {
                return limited;
            }
        }
        return Optional.of(ImmutableList.copyOf(product));
    }

    private Optional<ImmutableList<Term>> limited(List<Term> terms, SourceSpan place, int factor) {
        if (terms.size() <= RuleLowering.MOST_STATEMENTS) {
            return Optional.of(ImmutableList.copyOf(terms));
        }
        findings.add(
                IntentFindings.TOO_MANY_STATEMENTS,
                place,
                "the rule grows beyond " + RuleLowering.MOST_STATEMENTS
                        + " statements; this expression multiplies them by " + factor,
                "split the rule, or give exceptions one key each");
        return Optional.empty();
    }

    private void report(Conjunction conjunction) {
        LocatedCondition culprit = conjunction.culprit();
        findings.add(
                IntentFindings.CANNOT_COMBINE,
                culprit.place(),
                "a statement has no room for another "
                        + culprit.condition().operator().word() + " on "
                        + culprit.condition().key().spelling(),
                "one statement holds each operator once a key; say it with one list, or with another operator");
    }

    private static SourceSpan place(Formula formula) {
        if (formula instanceof Formula.Leaf leaf) {
            return leaf.condition().place();
        }
        return formula instanceof Formula.And and ? and.place() : ((Formula.Or) formula).place();
    }
}

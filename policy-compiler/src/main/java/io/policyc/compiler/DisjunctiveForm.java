package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.policyc.finding.Findings;
import io.policyc.intent.IntentFindings;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Multiplies a formula out to terms, one a statement, in the order of the text. Terms that another one covers are dropped,
 * and terms that differ in one list only are joined. No step keeps more than {@link RuleLowering#MOST_STATEMENTS} terms,
 * and none looks at more than {@link #MOST_AT_ONCE}, which bounds the cost of one product by 64 x 64 x 256 comparisons.
 */
final class DisjunctiveForm {
    /** While a step adds terms, later ones may still cover earlier ones. */
    private static final int MOST_AT_ONCE = 4 * RuleLowering.MOST_STATEMENTS;

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
        Disjunction sum = new Disjunction();
        for (Formula part : Disjunction.joined(or.parts())) {
            Optional<ImmutableList<Term>> terms = of(part);
            if (terms.isEmpty()) {
                return Optional.empty();
            }
            terms.get().forEach(sum::add);
            if (sum.size() > MOST_AT_ONCE) {
                break;
            }
        }
        return limited(sum, or.place(), sum.size());
    }

    private Optional<ImmutableList<Term>> and(Formula.And and) {
        ImmutableList<Term> product = ImmutableList.of(Term.TRUE);
        List<Term> single = new ArrayList<>();
        int largestFactor = 0;
        SourceSpan largest = and.place();
        for (Formula part : and.parts()) {
            Optional<ImmutableList<Term>> factor = of(part);
            if (factor.isEmpty()) {
                return factor;
            }
            if (factor.get().size() == 1) {
                single.addAll(factor.get());
                continue;
            }
            if (factor.get().size() > largestFactor) {
                largestFactor = factor.get().size();
                largest = place(part);
            }
            Optional<Disjunction> next = multiply(product, single, factor.get());
            single.clear();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Optional<ImmutableList<Term>> limited = limited(next.get(), largest, largestFactor);
            if (limited.isEmpty()) {
                return limited;
            }
            product = limited.get();
        }
        return multiply(product, single, ImmutableList.of(Term.TRUE)).map(Disjunction::terms);
    }

    /**
     * Each term of a product with each of a factor. The single terms between the two come in great numbers, as exceptions
     * of one key, and multiply nothing: they are added in one go. Empty after a finding.
     */
    private Optional<Disjunction> multiply(ImmutableList<Term> product, List<Term> single, ImmutableList<Term> factor) {
        Disjunction next = new Disjunction();
        for (Term left : product) {
            for (Term right : factor) {
                Conjunction conjunction = Conjunction.of(left, Iterables.concat(single, ImmutableList.of(right)));
                if (conjunction.cannotBeSaid()) {
                    report(conjunction);
                    return Optional.empty();
                }
                conjunction.term().ifPresent(next::add);
            }
            if (next.size() > MOST_AT_ONCE) {
                break;
            }
        }
        return Optional.of(next);
    }

    private Optional<ImmutableList<Term>> limited(Disjunction terms, SourceSpan place, int factor) {
        if (terms.size() <= RuleLowering.MOST_STATEMENTS) {
            return Optional.of(terms.terms());
        }
        String growth = factor > RuleLowering.MOST_STATEMENTS
                ? "this expression alone makes more"
                : "this expression multiplies them by " + factor;
        reportTooMany(findings, place, growth);
        return Optional.empty();
    }

    static void reportTooMany(Findings findings, SourceSpan place, String growth) {
        findings.add(
                IntentFindings.TOO_MANY_STATEMENTS,
                place,
                "the rule grows beyond " + RuleLowering.MOST_STATEMENTS + " statements; " + growth,
                "split the rule, or give exceptions one key each");
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

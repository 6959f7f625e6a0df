package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.intent.ExceptionEntry;
import io.policyc.intent.IntentFindings;
import io.policyc.intent.IntentRule;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/** A rule to the terms of its statements: when, and not the first exception, and not the second, … in normal form. */
final class RuleLowering {
    /** More statements than this are no longer a policy that somebody reviews. */
    static final int MOST_STATEMENTS = 64;

    private final IntentRule rule;
    private final Style style;
    private final Findings findings = new Findings();

    private RuleLowering(IntentRule rule, Style style) {
        this.rule = rule;
        this.style = style;
    }

    static Checked<ImmutableList<Term>> lower(IntentRule rule) {
        return lower(rule, Style.ANY);
    }

    static Checked<ImmutableList<Term>> lower(IntentRule rule, Style style) {
        RuleLowering lowering = new RuleLowering(rule, style);
        Optional<ImmutableList<Term>> terms = lowering.lower();
        return terms.isPresent() ? lowering.findings.with(terms.get()) : lowering.findings.withoutValue();
    }

    private Optional<ImmutableList<Term>> lower() {
        Optional<Formula> when = NegationNormalForm.of(rule.when(), findings);
        ImmutableList<Spared> spared = spared();
        if (when.isEmpty() || findings.hasErrors()) {
            return Optional.empty();
        }
        Optional<ImmutableList<Term>> whenTerms = new DisjunctiveForm(findings).of(when.get());
        Optional<ImmutableList<Term>> terms = whenTerms.flatMap(some -> lower(some, spared));
        if (terms.isPresent() && terms.get().isEmpty()) {
            findings.add(
                    IntentFindings.NEVER_APPLIES,
                    rule.place(),
                    "the rule never applies: its conditions contradict each other, or its exceptions spare everybody");
            return Optional.empty();
        }
        return terms;
    }

    /** Every exception is looked at, so that each one without a complement is reported. */
    private ImmutableList<Spared> spared() {
        ImmutableList.Builder<Spared> sound = ImmutableList.builder();
        for (ExceptionEntry entry : rule.unless()) {
            for (Spared spared : Spared.by(entry)) {
                if (spared.fails(findings).isPresent() && !spared.isNobody()) {
                    sound.add(spared);
                }
            }
        }
        return sound.build();
    }

    private Optional<ImmutableList<Term>> lower(ImmutableList<Term> whenTerms, ImmutableList<Spared> spared) {
        TermLowering lowering = new TermLowering(new Exceptions(spared), style, rule.place());
        int mostDays = 0;
        Disjunction sum = new Disjunction();
        for (Term when : whenTerms) {
            mostDays = Math.max(mostDays, lowering.days(when).size());
            Optional<ImmutableList<Term>> terms =
                    mostDays < MOST_STATEMENTS ? lowering.lower(when, findings) : Optional.of(ImmutableList.of());
            if (terms.isEmpty()) {
                return terms;
            }
            terms.get().forEach(sum::add);
            if (sum.size() > MOST_STATEMENTS || mostDays >= MOST_STATEMENTS) {
                return tooMany(whenTerms.size(), mostDays, spared);
            }
        }
        return Optional.of(sum.terms());
    }

    /** Names what multiplies the statements most: {@code when}, the days on which exceptions end, or an exception. */
    private Optional<ImmutableList<Term>> tooMany(int whenTerms, int days, ImmutableList<Spared> spared) {
        Optional<Spared> largest = spared.stream()
                .reduce((one, other) -> other.parts().size() > one.parts().size() ? other : one);
        int parts = largest.map(one -> one.parts().size()).orElse(0);
        if (whenTerms > days && whenTerms >= parts) {
            return tooMany(rule.when().place(), "this expression multiplies them by " + whenTerms);
        }
        if (days >= parts) {
            SourceSpan place = spared.stream()
                    .filter(one -> !one.isPermanent())
                    .map(Spared::place)
                    .findFirst()
                    .orElse(rule.place());
            return tooMany(place, "its exceptions end on " + days + " days, and each takes a statement");
        }
        return tooMany(largest.map(Spared::place).orElse(rule.place()), "this expression multiplies them by " + parts);
    }

    private Optional<ImmutableList<Term>> tooMany(SourceSpan place, String growth) {
        DisjunctiveForm.reportTooMany(findings, place, growth);
        return Optional.empty();
    }
}

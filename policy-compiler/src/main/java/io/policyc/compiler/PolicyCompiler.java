package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.intent.Intent;
import io.policyc.intent.IntentContext;
import io.policyc.intent.IntentFindings;
import io.policyc.intent.IntentReader;
import io.policyc.intent.IntentRule;
import io.policyc.lint.Linter;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.LocatedPolicy.StatementPlace;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles intents. The document decides every request as the intent itself means it: see {@link Intent#denies}. Same
 * intent, same characters, on every machine.
 */
public final class PolicyCompiler {
    private final PolicyLimits limits;
    private final IntentContext context;

    private PolicyCompiler(PolicyLimits limits, IntentContext context) {
        this.limits = limits;
        this.context = context;
    }

    public static PolicyCompiler withLimits(PolicyLimits limits) {
        return new PolicyCompiler(limits, IntentContext.NONE);
    }

    /** A compiler for the limits of today. */
    public static PolicyCompiler create() {
        return withLimits(PolicyLimits.AWS);
    }

    /** A compiler for intents of a repository with such values, groups and partition. */
    public PolicyCompiler with(IntentContext repository) {
        return new PolicyCompiler(limits, repository);
    }

    /** Reads and compiles the text of an intent file. */
    public Checked<Compilation> compile(SourceText yaml) {
        return IntentReader.read(yaml, context).then(this::compile);
    }

    /**
     * Compiles an intent. A document over the size limit is packed, into several if need be; where that is not enough it is
     * there beside the finding that says so. What lint has to say of the document is among the findings, at the lines of the
     * intent.
     */
    public Checked<Compilation> compile(Intent intent) {
        Findings findings = new Findings();
        Optional<LocatedPolicy> lowered = findings.take(lower(intent.name(), intent.place(), intent.rules()));
        if (lowered.isEmpty()) {
            return findings.withoutValue();
        }
        LocatedPolicy policy = lowered.get();
        Compilation compilation = findings.take(SizeFitting.fit(intent, policy, limits))
                .orElseGet(() -> Compilation.of(intent, CompiledDocument.of(policy)));
        findings.addAll(Linter.lint(policy));
        return findings.with(compilation);
    }

    /**
     * The statements of rules, whatever kind of policy they become: no limits, no lint.
     *
     * @param place what the rules belong to
     */
    public static Checked<LocatedPolicy> lower(String name, SourceSpan place, ImmutableList<IntentRule> rules) {
        Findings findings = new Findings();
        List<Statement> statements = new ArrayList<>();
        List<StatementPlace> places = new ArrayList<>();
        for (IntentRule rule : rules) {
            findings.take(RuleLowering.lower(rule)).ifPresent(terms -> {
                for (int i = 0; i < terms.size(); i++) {
                    Optional<Sid> sid = sid(rule, i, terms.size());
                    statements.add(statement(rule, sid, terms.get(i)));
                    places.add(new StatementPlace(rule.place(), terms.get(i).places()));
                }
            });
        }
        if (rules.isEmpty()) {
            findings.add(IntentFindings.EMPTY_LIST, place, "the intent has no rules; a policy needs at least one");
        }
        checkSids(place, statements, findings);
        if (findings.hasErrors() || statements.isEmpty()) {
            return findings.withoutValue();
        }
        return findings.with(new LocatedPolicy(name, PolicyDocument.of(statements), ImmutableList.copyOf(places)));
    }

    private static Statement statement(IntentRule rule, Optional<Sid> sid, Term term) {
        return new Statement(
                sid,
                rule.effect(),
                Optional.empty(),
                rule.action(),
                Optional.of(rule.resource()),
                term.conditions().asList());
    }

    /** The rule's own name, or where it becomes several statements, the name and a number from 1. */
    private static Optional<Sid> sid(IntentRule rule, int index, int count) {
        return rule.sid().map(sid -> count == 1 ? sid : new Sid(sid.text() + (index + 1)));
    }

    private static void checkSids(SourceSpan place, List<Statement> statements, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Statement statement : statements) {
            statement
                    .sid()
                    .filter(sid -> !seen.add(sid.text()))
                    .ifPresent(sid -> findings.add(
                            IntentFindings.DUPLICATE_SID,
                            place,
                            "two statements would be named `" + sid.text() + "`",
                            "a rule that becomes several statements numbers them; rename the other rule"));
        }
    }
}

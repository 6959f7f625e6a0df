package io.policyc.imports;

import com.google.common.collect.ImmutableList;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.imports.YamlTree.Entries;
import io.policyc.imports.YamlTree.Items;
import io.policyc.imports.YamlTree.Text;
import io.policyc.intent.IntentContext;
import io.policyc.intent.Partition;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.Statement;
import io.policyc.source.SourceText;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Compiles rules to see what becomes of them.
 *
 * @param compiler for the partition of the repository that the intent is for
 * @param filled puts values in the place of their names
 */
record RuleTrial(PolicyCompiler compiler, UnaryOperator<String> filled) {
    /** Nothing is packed: what is compared is what the rules say. */
    private static final PolicyLimits ROOMY = new PolicyLimits("import", Integer.MAX_VALUE, Integer.MAX_VALUE);

    static RuleTrial in(Partition partition, UnaryOperator<String> filled) {
        return new RuleTrial(PolicyCompiler.withLimits(ROOMY).with(IntentContext.of(partition)), filled);
    }

    /** The statements of an intent with these rules; empty with the reasons if it does not compile. */
    Checked<ImmutableList<Statement>> compile(ImmutableList<YamlTree> rules) {
        Entries intent = Entries.of("policy", new Text("trial")).with("rules", new Items(rules));
        String yaml = YamlPrinter.print(intent.withTexts(filled));
        return compiler.compile(SourceText.of("trial", yaml)).map(RuleTrial::statements);
    }

    /** Whether a rule becomes exactly this statement, character for character. */
    boolean gives(Entries rule, Statement statement) {
        Checked<ImmutableList<Statement>> compiled = compile(ImmutableList.of(rule));
        return !compiled.hasErrors()
                && same(compiled.value().orElseThrow(), ImmutableList.of(DocumentTexts.changed(statement, filled)));
    }

    /** The first reason why a rule does not compile. */
    Optional<String> refusal(Entries rule) {
        return compile(ImmutableList.of(rule)).errors().stream()
                .map(Finding::message)
                .findFirst();
    }

    /** Equal in spelling too: {@link io.policyc.policy.ConditionKey} ignores case. */
    static boolean same(ImmutableList<Statement> some, ImmutableList<Statement> others) {
        return !some.isEmpty()
                && !others.isEmpty()
                && PolicyWriter.minified(PolicyDocument.of(some))
                        .equals(PolicyWriter.minified(PolicyDocument.of(others)));
    }

    private static ImmutableList<Statement> statements(Compilation compilation) {
        return compilation.policies().stream()
                .flatMap(policy -> policy.document().statements().stream())
                .collect(ImmutableList.toImmutableList());
    }
}

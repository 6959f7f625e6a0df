package io.policyc.workspace;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.coverage.CoverageMeter;
import io.policyc.coverage.CoverageReport;
import io.policyc.expectation.CaseResult;
import io.policyc.expectation.ExpectationContext;
import io.policyc.expectation.ExpectationReport;
import io.policyc.expectation.ExpectationRunner;
import io.policyc.expectation.TestFile;
import io.policyc.expectation.TestFileReader;
import io.policyc.guardrail.Guardrail;
import io.policyc.guardrail.Parameter;
import io.policyc.intent.IntentContext;
import io.policyc.intent.IntentReader;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.node.YamlNodes;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The tests that come with a guardrail, as they are run and as they are copied into a repository. */
public final class GuardrailTests {
    private static final String WITH = "with";

    private final Guardrail guardrail;
    private final ObjectNode file;

    private GuardrailTests(Guardrail guardrail, ObjectNode file) {
        this.guardrail = guardrail;
        this.file = file;
    }

    public static GuardrailTests of(Guardrail guardrail) {
        Node node = YamlNodes.read(guardrail.tests()).orThrow();
        if (node instanceof ObjectNode object) {
            return new GuardrailTests(guardrail, object);
        }
        throw new IllegalStateException("the tests of " + guardrail.name() + " are " + node.kind());
    }

    /** Runs the tests against the guardrail with the parameters that they assume. */
    public ExpectationReport run() {
        return run(compilation(parameter -> true));
    }

    /** What the tests exercise of the guardrail with the parameters that they assume. */
    public CoverageReport coverage() {
        Compilation compilation = compilation(parameter -> true);
        return CoverageMeter.measure(
                new RepositoryCoverage(ImmutableList.of(compilation), ImmutableList.of(), ImmutableList.of()),
                run(compilation));
    }

    /**
     * The text of a test file for a policy that uses the guardrail with no more than the parameters it needs. Tests of what
     * other parameters do are left out.
     */
    public String starter() {
        ImmutableSet<String> required =
                guardrail.required().stream().map(Parameter::name).collect(ImmutableSet.toImmutableSet());
        Set<Integer> leftOut = new TreeSet<>();
        for (CaseResult.Failed failed : run(compilation(required::contains)).failures()) {
            leftOut.add(failed.test().place().line());
        }
        return text(leftOut, !required.isEmpty());
    }

    private Compilation compilation(Predicate<String> isGiven) {
        return IntentReader.read(intent(isGiven), IntentContext.NONE)
                .then(PolicyCompiler.create()::compile)
                .orThrow();
    }

    private ExpectationReport run(Compilation compilation) {
        WorkspaceFiles nowhere = new WorkspaceFiles(Path.of(""), Path.of(""));
        ExpectationContext context = new ExpectationContext(
                new CompiledPolicies(nowhere, CompiledIntents.of(compilation)), Optional.empty());
        TestFile tests =
                TestFileReader.read(guardrail.tests().name(), tests(), context).orThrow();
        return ExpectationRunner.create().run(ImmutableList.of(tests));
    }

    /** The intent that uses the guardrail with some of the parameters that the tests assume. */
    private ObjectNode intent(Predicate<String> isGiven) {
        ImmutableList<ObjectNode.Member> given = file
                .get(WITH)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .map(ObjectNode::members)
                .orElse(ImmutableList.of())
                .stream()
                .filter(member -> isGiven.test(member.key()))
                .collect(ImmutableList.toImmutableList());
        return new ObjectNode(
                ImmutableList.of(
                        member("policy", text(guardrail.policyName())),
                        member("guardrail", text(guardrail.name())),
                        member(WITH, new ObjectNode(given, file.span()))),
                file.span());
    }

    /** The test file as the command reads it. */
    private ObjectNode tests() {
        ImmutableList.Builder<ObjectNode.Member> members = ImmutableList.builder();
        members.add(member("policies", new ArrayNode(ImmutableList.of(text(guardrail.policyName())), file.span())));
        file.members().stream().filter(member -> !member.key().equals(WITH)).forEach(members::add);
        return new ObjectNode(members.build(), file.span());
    }

    private ScalarNode text(String text) {
        return new ScalarNode(ScalarNode.Type.STRING, text, file.span());
    }

    private ObjectNode.Member member(String key, Node value) {
        return new ObjectNode.Member(key, file.span(), value);
    }

    /** The lines of the file without some tests, and with the name of the policy in the place of the parameters. */
    private String text(Set<Integer> failed, boolean assumes) {
        List<String> lines = guardrail.tests().text().lines().toList();
        StringBuilder text = new StringBuilder("policies: [" + guardrail.policyName() + "]\n");
        ImmutableSet<Integer> parameters = file.member(WITH)
                .map(with ->
                        lines(with.keySpan().line(), memberAfter(with.keySpan().line())))
                .orElse(ImmutableSet.of());
        if (assumes) {
            text.append("# The tests assume these parameters of the guardrail; change both together:\n");
            parameters.forEach(
                    line -> text.append("# ").append(lines.get(line - 1)).append('\n'));
        }
        Set<Integer> without = new HashSet<>(parameters);
        failed.forEach(line -> without.addAll(linesOfTest(line)));
        for (int line = 1; line <= lines.size(); line++) {
            if (!without.contains(line)) {
                text.append(lines.get(line - 1)).append('\n');
            }
        }
        return text.toString();
    }

    /** The lines of the test that has a certain line. */
    private ImmutableSet<Integer> linesOfTest(int line) {
        int first = line;
        int next = memberAfter(line);
        ImmutableList<Node> tests =
                file.get("tests").orElse(file) instanceof ArrayNode array ? array.elements() : ImmutableList.of();
        for (Node test : Lists.reverse(tests)) {
            first = test.span().line();
            if (first <= line) {
                break;
            }
            next = first;
        }
        return lines(first, next);
    }

    /** The line of the first key of the file after a line. */
    private int memberAfter(int line) {
        return file.members().stream()
                .mapToInt(member -> member.keySpan().line())
                .filter(start -> start > line)
                .min()
                .orElse(guardrail.tests().lineCount() + 1);
    }

    /** Lines up to, not including, the next; comments and blank lines before that belong to what follows. */
    private ImmutableSet<Integer> lines(int first, int next) {
        int end = next;
        while (end > first + 1 && isComment(guardrail.tests().line(end - 1))) {
            end--;
        }
        return ImmutableSet.copyOf(ContiguousSet.closedOpen(first, end));
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }
}

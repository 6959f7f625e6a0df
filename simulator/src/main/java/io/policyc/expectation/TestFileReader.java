package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.Nodes;
import io.policyc.node.ObjectNode;
import io.policyc.source.SourceText;
import java.util.Optional;

/** Reads a test file. A value is there only if there is no error. */
public final class TestFileReader {
    /** Keys of later versions: refused by name, since ignoring them would change what is tested. */
    static final ImmutableSet<String> NOT_YET = ImmutableSet.of("for-all");

    private final ExpectationContext context;
    private final Findings findings = new Findings();

    private TestFileReader(ExpectationContext context) {
        this.context = context;
    }

    public static Checked<TestFile> read(SourceText source, ExpectationContext context) {
        return Nodes.read(source).then(node -> read(source.name(), node, context));
    }

    /** Reads a tree that comes from a file of that name. */
    public static Checked<TestFile> read(String name, Node node, ExpectationContext context) {
        TestFileReader reader = new TestFileReader(context);
        Optional<TestFile> file = reader.file(name, node);
        Findings findings = reader.findings;
        return findings.hasErrors() || file.isEmpty() ? findings.withoutValue() : findings.with(file.get());
    }

    private Optional<TestFile> file(String name, Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(
                    TestFindings.WRONG_TYPE,
                    node.span(),
                    "a test file is an object, not " + node.kind(),
                    "it has `tests:`, and may have `policies:` and `defaults:`");
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, TestFindings.WRONG_TYPE);
        refuse(object, fields, findings);
        TestedPolicies below = context.organization().map(TestedPolicies::of).orElse(TestedPolicies.NONE);
        TestedPoliciesReader policies = new TestedPoliciesReader(context, findings);
        TestedPolicies ofFile = policies.read(fields, below);
        ObjectNode defaults =
                fields.object("defaults").orElseGet(() -> new ObjectNode(ImmutableList.of(), object.span()));
        TestedRequestReader requests = new TestedRequestReader(defaults, context.files(), findings);
        TestReader tests = new TestReader(policies, ofFile, requests, findings);
        ImmutableList.Builder<ExpectationCase> cases = ImmutableList.builder();
        Optional<ArrayNode> list = fields.array("tests");
        list.ifPresent(array -> array.elements().forEach(test -> cases.addAll(tests.read(test))));
        if (fields.node("tests").isEmpty()
                || list.filter(array -> array.elements().isEmpty()).isPresent()) {
            findings.add(
                    TestFindings.NO_TESTS,
                    fields.keySpan("tests").orElse(fields.span()),
                    "a test file needs `tests`, at least one",
                    "tests: [{name: …, request: {principal: …, action: …}, expect: deny}]");
        }
        fields.reportUnknown(TestFindings.UNKNOWN_KEY, "key of a test file");
        return Optional.of(new TestFile(name, cases.build()));
    }

    static void refuse(ObjectNode object, Fields fields, Findings findings) {
        for (ObjectNode.Member member : object.members()) {
            if (NOT_YET.contains(member.key())) {
                fields.node(member.key());
                findings.add(
                        TestFindings.NOT_YET,
                        member.keySpan(),
                        "`" + member.key() + "` is not supported by this version");
            }
        }
    }
}

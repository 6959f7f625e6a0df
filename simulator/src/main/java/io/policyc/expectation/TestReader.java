package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.evidence.Evidence;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ConditionKey;
import io.policyc.request.Request;
import io.policyc.request.RequestFindings;
import io.policyc.request.RequestReader;
import io.policyc.request.RequestVariant;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.source.SourceSpan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the tests of one file, each to its cases. */
final class TestReader {
    private final TestedPoliciesReader policies;
    private final TestedPolicies ofFile;
    private final TestedRequestReader requests;
    private final Findings findings;
    private final Map<String, SourceSpan> names = new HashMap<>();
    private final IdentityHashMap<TestedPolicies, ImmutableSet<String>> ruleNames = new IdentityHashMap<>();
    private final Set<Finding> reported = new HashSet<>();
    private boolean saidThatNothingIsTested;
    private int unknownReasons;

    /** @param ofFile the policies for tests that name none */
    TestReader(TestedPoliciesReader policies, TestedPolicies ofFile, TestedRequestReader requests, Findings findings) {
        this.policies = policies;
        this.ofFile = ofFile;
        this.requests = requests;
        this.findings = findings;
    }

    ImmutableList<ExpectationCase> read(Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(TestFindings.WRONG_TYPE, node.span(), "a test is an object, not " + node.kind());
            return ImmutableList.of();
        }
        Fields fields = new Fields(object, findings, TestFindings.WRONG_TYPE);
        Optional<ScalarNode> name = required(fields, "name", Optional.empty()).flatMap(found -> fields.scalar("name"));
        name.ifPresent(this::checkName);
        Optional<TestedRequest> request = requests.read(fields);
        Optional<Expected> expected = required(
                        fields, "expect", request.flatMap(TestedRequest::event).flatMap(TestReader::answer))
                .flatMap(found -> fields.scalar("expect"))
                .flatMap(this::expected);
        Optional<String> because = fields.scalar("because").map(ScalarNode::text);
        if (because.isPresent() && expected.isPresent() && !expected.get().hasReason()) {
            findings.add(
                    TestFindings.BECAUSE_WITHOUT_RULE,
                    fields.keySpan("because").orElse(fields.span()),
                    "no rule decides where `" + expected.get().word() + "` is expected",
                    "leave `because` out");
        }
        ImmutableSet<ConditionKey> dependsOn = dependsOn(fields, expected);
        Optional<String> source = fields.scalar("source").map(ScalarNode::text);
        Optional<DoubtfulRule> doubtful = fields.scalar("doubtful").flatMap(this::doubtful);
        Optional<String> skip = fields.scalar("skip").flatMap(this::skip);
        TestedPolicies tested = policies.read(fields, ofFile);
        checkPolicies(tested, fields);
        policies.checkLimits(fields, tested);
        fields.scalar("because").ifPresent(rule -> checkRule(rule, tested));
        Optional<Matrix> matrix = fields.node("matrix").isEmpty()
                ? Optional.of(Matrix.none(object))
                : fields.object("matrix")
                        .flatMap(found -> request.flatMap(to -> Matrix.read(found, to.written(), findings)));
        TestFileReader.refuse(object, fields, findings);
        fields.reportUnknown(TestFindings.UNKNOWN_KEY, "key of a test");
        if (request.isEmpty() || matrix.isEmpty()) {
            return ImmutableList.of();
        }
        SourceSpan place = name.map(ScalarNode::span).orElse(object.span());
        String label = name.map(ScalarNode::text).orElse("");
        ImmutableList.Builder<ExpectationCase> cases = ImmutableList.builder();
        for (Matrix.Row row : matrix.get().rows()) {
            Optional<ObjectNode> placed = requests.placed(row, request.get());
            if (placed.isEmpty()) {
                continue;
            }
            ImmutableSet<ConditionKey> unknown = requests.declaredUnknown(request.get(), placed.get());
            for (RequestVariant variant : variants(request.get(), placed.get(), tested)) {
                expected.ifPresent(outcome -> cases.add(new ExpectationCase(
                        name(label, row, variant),
                        tested,
                        variant.request(),
                        outcome,
                        because,
                        dependsOn,
                        unknown,
                        request.get().event(),
                        source,
                        doubtful,
                        skip,
                        place)));
            }
        }
        return cases.build();
    }

    /** The requests of a row. What is wrong with defaults or the request itself is wrong in every row and said once. */
    private ImmutableList<RequestVariant> variants(TestedRequest request, ObjectNode row, TestedPolicies tested) {
        Checked<ImmutableList<RequestVariant>> read =
                requests.variants(request, row, RequestReader.of(policies.accounts(tested)));
        read.findings().stream().filter(reported::add).forEach(findings::add);
        return read.value().orElse(ImmutableList.of());
    }

    /** A test needs something to be evaluated against; said once for all tests that have nothing. */
    private void checkPolicies(TestedPolicies tested, Fields fields) {
        if (tested.isEmpty() && !saidThatNothingIsTested) {
            saidThatNothingIsTested = true;
            findings.add(
                    TestFindings.NO_ORGANIZATION,
                    fields.span(),
                    "the test names no `policies`, and there is no organization to test",
                    "add `policies: [NAME]`, or describe the organization in organization.yaml");
        }
    }

    /** A rule that no policy has can never decide. After an error it may be missing for that alone. */
    private void checkRule(ScalarNode rule, TestedPolicies tested) {
        if (findings.errorCount() > unknownReasons) {
            return;
        }
        ImmutableSet<String> names = ruleNames.computeIfAbsent(tested, Because::names);
        if (!Because.isNamed(rule.text(), names)) {
            unknownReasons++;
            findings.add(
                    TestFindings.UNKNOWN_REASON,
                    rule.span(),
                    Printable.quoted(rule.text()) + " is neither a rule nor a policy that the test meets",
                    Suggestions.nearest(rule.text(), names, findings)
                            .map(name -> "did you mean `" + name + "`?")
                            .orElse("a rule goes by its Sid, or by the name of its policy"));
        }
    }

    private ImmutableSet<ConditionKey> dependsOn(Fields fields, Optional<Expected> expected) {
        Optional<SourceSpan> place = fields.keySpan("depends-on");
        if (place.isPresent() && expected.isPresent() && expected.get() != Expected.UNDETERMINED) {
            findings.add(
                    TestFindings.DEPENDS_ON_NOTHING,
                    place.get(),
                    "`depends-on` says what keeps a request open, yet `"
                            + expected.get().word() + "` is expected",
                    "expect `undetermined`, or leave `depends-on` out");
        }
        ImmutableSet.Builder<ConditionKey> keys = ImmutableSet.builder();
        fields.scalars("depends-on").forEach(node -> openKey(node).ifPresent(keys::add));
        return keys.build();
    }

    private Optional<ConditionKey> openKey(ScalarNode node) {
        Optional<ConditionKey> placeholder = Request.PLACEHOLDERS.stream()
                .filter(key -> key.spelling().equals(node.text()))
                .findFirst();
        if (placeholder.isEmpty() && !ConditionKey.isValid(node.text())) {
            findings.add(
                    RequestFindings.INVALID_CONTEXT_KEY,
                    node.span(),
                    Printable.quoted(node.text()) + " is not a condition key",
                    "a key is service:Name; what is no key goes by "
                            + Request.PLACEHOLDERS.stream()
                                    .map(key -> Printable.quoted(key.spelling()))
                                    .collect(Collectors.joining(", ")));
            return Optional.empty();
        }
        return placeholder.or(() -> Optional.of(ConditionKey.of(node.text())));
    }

    private Optional<DoubtfulRule> doubtful(ScalarNode node) {
        Optional<DoubtfulRule> rule = DoubtfulRule.parse(node.text());
        if (rule.isEmpty()) {
            findings.add(
                    TestFindings.UNKNOWN_RULE,
                    node.span(),
                    Printable.quoted(node.text()) + " is no doubtful rule",
                    Suggestions.help(node.text(), DoubtfulRule.ids()));
        }
        return rule;
    }

    private static String name(String label, Matrix.Row row, RequestVariant variant) {
        StringBuilder name = new StringBuilder(label);
        if (!row.label().isEmpty()) {
            name.append(" [").append(row.label()).append(']');
        }
        if (!variant.label().isEmpty()) {
            name.append(" [").append(variant.label()).append(']');
        }
        return name.toString();
    }

    private Optional<Node> required(Fields fields, String key, Optional<String> help) {
        Optional<Node> node = fields.node(key);
        if (node.isEmpty()) {
            Finding finding = Finding.of(TestFindings.MISSING_KEY, fields.span(), "a test needs `" + key + "`");
            findings.add(help.map(finding::withHelp).orElse(finding));
        }
        return node;
    }

    /** What AWS answered is for the author to expect, or not. */
    private static Optional<String> answer(Evidence event) {
        return event.answer().map(answer -> "of this event AWS " + answer.words());
    }

    private void checkName(ScalarNode name) {
        SourceSpan first = names.putIfAbsent(name.text(), name.span());
        if (first != null) {
            findings.add(
                    TestFindings.DUPLICATE_NAME,
                    name.span(),
                    "a second test is named " + Printable.quoted(name.text()) + "; the first is in line "
                            + first.line());
        }
    }

    private Optional<Expected> expected(ScalarNode node) {
        Optional<Expected> expected = Expected.parse(node.text());
        if (expected.isEmpty()) {
            findings.add(
                    TestFindings.UNKNOWN_EXPECTATION,
                    node.span(),
                    Printable.quoted(node.text()) + " is nothing to expect",
                    Suggestions.help(node.text(), Expected.words()));
        }
        return expected;
    }

    private Optional<String> skip(ScalarNode node) {
        if (node.type() == ScalarNode.Type.BOOLEAN || node.text().isBlank()) {
            findings.add(
                    TestFindings.SKIP_WITHOUT_REASON,
                    node.span(),
                    "`skip` takes the reason as text",
                    "remove the key to run the test");
            return Optional.empty();
        }
        return Optional.of(node.text());
    }
}

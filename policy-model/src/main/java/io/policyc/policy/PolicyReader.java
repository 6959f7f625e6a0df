package io.policyc.policy;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.JsonNodes;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.LocatedPolicy.StatementPlace;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads policy documents strictly: whatever the grammar of the type does not have is a finding with its place, and one
 * run reports all of them.
 *
 * <p>What is normalised: one value and a list of one are the same; a single statement and a list of one are the same;
 * numbers and booleans as condition values become their text.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar</a>
 */
public final class PolicyReader {
    /** Errors beside which the document still has one meaning; beside every other there is no value. */
    private static final ImmutableSet<FindingId> KEPT =
            ImmutableSet.of(PolicyFindings.INVALID_RESOURCE, PolicyFindings.DUPLICATE_SID);

    private static final CharMatcher IAM_CHARACTERS =
            CharMatcher.anyOf("\t\n\r").or(CharMatcher.inRange(' ', '\u00FF'));

    private final PolicyType type;
    private final Findings findings = new Findings();
    private final Map<String, SourceSpan> sids = new HashMap<>();

    private PolicyReader(PolicyType type) {
        this.type = type;
    }

    /** Reads a JSON text under the name that it has for users. */
    public static Checked<LocatedPolicy> read(String name, SourceText json, PolicyType type) {
        return JsonNodes.read(json).then(node -> read(name, node, type));
    }

    /** Reads a document that is part of another text, such as a policy inside a YAML file. */
    public static Checked<LocatedPolicy> read(String name, Node node, PolicyType type) {
        PolicyReader reader = new PolicyReader(type);
        Optional<LocatedPolicy> policy = reader.document(name, node);
        return new Checked<>(policy, reader.findings.toList());
    }

    private Optional<LocatedPolicy> document(String name, Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(
                    PolicyFindings.WRONG_TYPE,
                    node.span(),
                    "a policy document is an object, not " + node.kind(),
                    node instanceof ArrayNode
                            ? "wrap the statements: {\"Version\": \"2012-10-17\", \"Statement\": [...]}"
                            : "a policy starts with {\"Version\": \"2012-10-17\", \"Statement\": ...}");
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, PolicyFindings.WRONG_TYPE);
        Optional<PolicyVersion> version = version(fields);
        Optional<String> id = id(fields);
        List<StatementPlace> places = new ArrayList<>();
        List<Statement> statements = statements(fields, places);
        fields.reportUnknown(PolicyFindings.UNKNOWN_ELEMENT, "element");
        checkCharacters(object);
        if (!KEPT.containsAll(findings.errorIds())) {
            return Optional.empty();
        }
        PolicyDocument document = new PolicyDocument(version, id, ImmutableList.copyOf(statements));
        return Optional.of(new LocatedPolicy(name, document, ImmutableList.copyOf(places)));
    }

    private Optional<PolicyVersion> version(Fields fields) {
        Optional<ScalarNode> node = fields.scalar("Version");
        if (node.isEmpty()) {
            if (fields.node("Version").isEmpty()) {
                findings.add(
                        PolicyFindings.MISSING_VERSION,
                        fields.span(),
                        "no Version: AWS reads the document as 2008-10-17, where `${…}` is no variable",
                        "add \"Version\": \"2012-10-17\"");
            }
            return Optional.empty();
        }
        Optional<PolicyVersion> version = PolicyVersion.parse(node.get().text());
        if (version.isEmpty() || node.get().type() != ScalarNode.Type.STRING) {
            findings.add(
                    PolicyFindings.INVALID_VERSION,
                    node.get().span(),
                    "Version " + Printable.quoted(node.get().text()) + " is not known",
                    "it is \"2012-10-17\" (or the older \"2008-10-17\"), not the date of your change");
        }
        return version;
    }

    private Optional<String> id(Fields fields) {
        Optional<ScalarNode> id = StatementReader.string(fields, "Id", findings);
        boolean organizationPolicy =
                type == PolicyType.SERVICE_CONTROL_POLICY || type == PolicyType.RESOURCE_CONTROL_POLICY;
        if (id.isPresent() && organizationPolicy) {
            findings.add(
                    PolicyFindings.ID_ELEMENT,
                    fields.keySpan("Id").orElse(fields.span()),
                    "the syntax of " + type.words() + " has no Id; whether AWS refuses it is not documented",
                    "remove it");
        }
        return id.map(ScalarNode::text);
    }

    private List<Statement> statements(Fields fields, List<StatementPlace> places) {
        Optional<Node> node = fields.node("Statement");
        if (node.isEmpty()) {
            findings.add(PolicyFindings.MISSING_ELEMENT, fields.span(), "a policy needs a Statement");
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        List<Node> nodes = elements(node.get());
        if (nodes.isEmpty()) {
            findings.add(PolicyFindings.EMPTY_LIST, node.get().span(), "Statement is an empty list");
        }
        for (Node element : nodes) {
            StatementReader reader = new StatementReader(type, findings, sids);
            reader.read(element).ifPresent(read -> {
                statements.add(read.statement());
                places.add(read.place());
            });
        }
        return statements;
    }

    private static List<Node> elements(Node node) {
        return node instanceof ArrayNode array ? array.elements() : List.of(node);
    }

    /**
     * The characters that IAM takes: tab, line feed, carriage return, U+0020 to U+00FF, written as they are or as an
     * escape. Reported once a document.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
     */
    private void checkCharacters(ObjectNode document) {
        outsideIam(document)
                .ifPresent(place -> findings.add(
                        PolicyFindings.CHARACTER,
                        place,
                        "a character outside U+0020 to U+00FF, which IAM policies do not take",
                        "AWS documents the set for IAM policies; whether Organizations takes more is not documented"));
    }

    /** The first key or value with such a character. */
    private static Optional<SourceSpan> outsideIam(Node node) {
        if (node instanceof ScalarNode scalar) {
            return IAM_CHARACTERS.matchesAllOf(scalar.text()) ? Optional.empty() : Optional.of(scalar.span());
        }
        if (node instanceof ArrayNode array) {
            return array.elements().stream()
                    .flatMap(element -> outsideIam(element).stream())
                    .findFirst();
        }
        return ((ObjectNode) node)
                .members().stream()
                        .flatMap(member -> IAM_CHARACTERS.matchesAllOf(member.key())
                                ? outsideIam(member.value()).stream()
                                : Stream.of(member.keySpan()))
                        .findFirst();
    }
}

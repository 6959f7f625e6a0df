package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.cloudtrail.CloudTrailReader;
import io.policyc.evidence.ContextEntries;
import io.policyc.evidence.Evidence;
import io.policyc.evidence.ReferredJson;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ReferredFiles;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ConditionKey;
import io.policyc.request.RequestReader;
import io.policyc.request.RequestVariant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the requests of the tests of one file: an event, a description, the file's defaults below and the matrix above. */
final class TestedRequestReader {
    private final ReferredFiles files;
    private final Findings findings;
    private final ObjectNode defaults;
    private final Set<Finding> reported = new LinkedHashSet<>();

    TestedRequestReader(ObjectNode defaults, ReferredFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.defaults = ContextEntries.expand(defaults, files, findings);
    }

    /** Reads {@code event} and {@code request}, of which a test has at least one. */
    Optional<TestedRequest> read(Fields fields) {
        Optional<Node> event = fields.node("event");
        if (fields.node("request").isEmpty() && event.isEmpty()) {
            findings.add(TestFindings.MISSING_KEY, fields.span(), "a test needs `request` or `event`");
            return Optional.empty();
        }
        Optional<ObjectNode> written = fields.node("request").isEmpty()
                ? Optional.of(new ObjectNode(ImmutableList.of(), fields.span()))
                : fields.object("request").flatMap(this::expanded);
        Optional<Evidence> evidence = event.flatMap(this::event);
        return event.isPresent() && evidence.isEmpty()
                ? Optional.empty()
                : written.map(request -> new TestedRequest(evidence, request));
    }

    /** What its file tells of an event is told once, however many tests name it. */
    private Optional<Evidence> event(Node node) {
        return once(ReferredJson.of(node, files).then(json -> CloudTrailReader.read(json.node(), json.name())));
    }

    private <T> Optional<T> once(Checked<T> checked) {
        checked.findings().stream().filter(reported::add).forEach(findings::add);
        return checked.value();
    }

    /** Empty if an entry is wrong: what then seems to be missing may have been in it. */
    private Optional<ObjectNode> expanded(ObjectNode request) {
        Findings own = new Findings();
        ObjectNode expanded = ContextEntries.expand(request, files, own);
        return once(own.hasErrors() ? own.withoutValue() : own.with(expanded));
    }

    /** The values of a row, laid where the request stands. */
    Optional<ObjectNode> placed(Matrix.Row row, TestedRequest request) {
        return expanded(new ObjectNode(row.values().members(), request.written().span()));
    }

    Checked<ImmutableList<RequestVariant>> variants(TestedRequest request, ObjectNode row, RequestReader reader) {
        ImmutableList<ObjectNode> over = ImmutableList.of(request.written(), row);
        return request.event()
                .map(event -> event.requests(reader, ImmutableList.of(defaults), over))
                .orElseGet(() -> reader.read(ImmutableList.<ObjectNode>builder()
                        .add(defaults)
                        .addAll(over)
                        .build()));
    }

    /** The keys that the test, not an event, says to be unknown. */
    ImmutableSet<ConditionKey> declaredUnknown(TestedRequest request, ObjectNode row) {
        return Stream.of(defaults, request.written(), row)
                .flatMap(layer -> layer.get("unknown").stream())
                .flatMap(node -> node instanceof ArrayNode list ? list.elements().stream() : Stream.of(node))
                .filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).text())
                .filter(ConditionKey::isValid)
                .map(ConditionKey::of)
                .collect(ImmutableSet.toImmutableSet());
    }
}

package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationAnswer.ResourceResult;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationCall.ContextEntry;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ScalarNode;
import io.policyc.simulator.Outcome;
import io.policyc.vocabulary.EntryType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the calls of a recording and the answers to them. */
final class CallReader {
    private final Map<String, String> policies;
    private final RecordedFields fields;
    private final Findings findings;

    /** @param policies the documents of the recording by name */
    CallReader(Map<String, String> policies, RecordedFields fields, Findings findings) {
        this.policies = policies;
        this.fields = fields;
        this.findings = findings;
    }

    Optional<SimulationCall> call(Fields call) {
        if (call.node("actions").isEmpty()) {
            fields.missing(call, "actions");
        }
        ImmutableList.Builder<ImmutableList<String>> levels = ImmutableList.builder();
        for (Node level : fields.list(call, "organizationPolicies")) {
            levels.add(documents(call.scalars(level, "`organizationPolicies`")));
        }
        ImmutableList.Builder<ContextEntry> context = ImmutableList.builder();
        for (Node entry : fields.list(call, "context")) {
            fields.of(entry, "an entry of `context`").flatMap(this::entry).ifPresent(context::add);
        }
        SimulationCall read = new SimulationCall(
                fields.texts(call, "actions"),
                fields.texts(call, "resources"),
                documents(call.scalars("identityPolicies")),
                levels.build(),
                call.scalar("boundary").flatMap(this::document),
                call.scalar("resourcePolicy").flatMap(this::document),
                call.scalar("resourceOwner").map(ScalarNode::text),
                call.scalar("caller").map(ScalarNode::text),
                context.build());
        fields.end(call, "key of a call");
        return Optional.of(read);
    }

    private ImmutableList<String> documents(List<ScalarNode> names) {
        return names.stream().map(this::document).flatMap(Optional::stream).collect(ImmutableList.toImmutableList());
    }

    private Optional<String> document(ScalarNode name) {
        Optional<String> document = Optional.ofNullable(policies.get(name.text()));
        if (document.isEmpty()) {
            findings.add(
                    RecordingFindings.INVALID_VALUE,
                    name.span(),
                    "no policy of the recording is named " + Printable.quoted(name.text()),
                    "the names are the keys of `policies`");
        }
        return document;
    }

    private Optional<ContextEntry> entry(Fields entry) {
        Optional<String> key = fields.required(entry, "key").map(ScalarNode::text);
        Optional<EntryType> type = fields.required(entry, "type").flatMap(this::type);
        ImmutableList<String> values = fields.texts(entry, "values");
        fields.end(entry, "key of a context entry");
        return key.flatMap(name -> type.map(found -> new ContextEntry(name, found, values)));
    }

    private Optional<EntryType> type(ScalarNode node) {
        Optional<EntryType> type = EntryType.of(node.text());
        if (type.isEmpty()) {
            findings.add(
                    RecordingFindings.INVALID_VALUE,
                    node.span(),
                    Printable.quoted(node.text()) + " is no type of context keys",
                    Suggestions.help(node.text(), EntryType.words()));
        }
        return type;
    }

    SimulationAnswer answer(ArrayNode results) {
        ImmutableList.Builder<ActionResult> read = ImmutableList.builder();
        for (Node result : results.elements()) {
            fields.of(result, "an entry of `answer`").flatMap(this::result).ifPresent(read::add);
        }
        return new SimulationAnswer(read.build());
    }

    private Optional<ActionResult> result(Fields result) {
        Optional<String> action = fields.required(result, "action").map(ScalarNode::text);
        Optional<Outcome> decision = fields.required(result, "decision").flatMap(this::decision);
        Optional<String> resource = result.scalar("resource").map(ScalarNode::text);
        Optional<Boolean> organizations =
                result.scalar("allowedByOrganizations").flatMap(fields::truth);
        Optional<Boolean> boundary = result.scalar("allowedByBoundary").flatMap(fields::truth);
        ImmutableList.Builder<ResourceResult> resources = ImmutableList.builder();
        for (Node one : fields.list(result, "resources")) {
            fields.of(one, "an entry of `resources`").flatMap(this::resource).ifPresent(resources::add);
        }
        ImmutableList<String> missing = fields.texts(result, "missingContextValues");
        ImmutableList<String> matched = fields.texts(result, "matchedStatements");
        fields.end(result, "key of a result");
        return action.flatMap(name -> decision.map(outcome -> new ActionResult(
                name, outcome, resource, organizations, boundary, resources.build(), missing, matched)));
    }

    private Optional<ResourceResult> resource(Fields one) {
        Optional<String> resource = fields.required(one, "resource").map(ScalarNode::text);
        Optional<Outcome> decision = fields.required(one, "decision").flatMap(this::decision);
        fields.end(one, "key of a result");
        return resource.flatMap(name -> decision.map(outcome -> new ResourceResult(name, outcome)));
    }

    private Optional<Outcome> decision(ScalarNode node) {
        Optional<Outcome> outcome = Decisions.parse(node.text());
        if (outcome.isEmpty()) {
            findings.add(
                    RecordingFindings.INVALID_VALUE,
                    node.span(),
                    Printable.quoted(node.text()) + " is no decision",
                    Suggestions.help(node.text(), Decisions.words()));
        }
        return outcome;
    }
}

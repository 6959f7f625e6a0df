package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationAnswer.ResourceResult;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationCall.ContextEntry;
import java.util.function.UnaryOperator;

/** Calls and answers with each text in them replaced by another; always in the same order. */
final class Texts {
    private Texts() {}

    /** The call with its texts replaced, but for actions. */
    static SimulationCall replaced(SimulationCall call, UnaryOperator<String> text) {
        return new SimulationCall(
                call.actions(),
                list(call.resources(), text),
                list(call.identityPolicies(), text),
                call.organizationPolicies().stream()
                        .map(level -> list(level, text))
                        .collect(ImmutableList.toImmutableList()),
                call.boundary().map(text),
                call.resourcePolicy().map(text),
                call.resourceOwner().map(text),
                call.caller().map(text),
                call.context().stream()
                        .map(entry ->
                                new ContextEntry(text.apply(entry.key()), entry.type(), list(entry.values(), text)))
                        .collect(ImmutableList.toImmutableList()));
    }

    static SimulationAnswer replaced(SimulationAnswer answer, UnaryOperator<String> text) {
        return new SimulationAnswer(answer.results().stream()
                .map(result -> replaced(result, text))
                .collect(ImmutableList.toImmutableList()));
    }

    private static ActionResult replaced(ActionResult result, UnaryOperator<String> text) {
        return new ActionResult(
                result.action(),
                result.decision(),
                result.resource().map(text),
                result.allowedByOrganizations(),
                result.allowedByBoundary(),
                result.resources().stream()
                        .map(one -> new ResourceResult(text.apply(one.resource()), one.decision()))
                        .collect(ImmutableList.toImmutableList()),
                list(result.missingContextValues(), text),
                list(result.matchedStatements(), text));
    }

    static ActionResult withResources(ActionResult result, ImmutableList<ResourceResult> resources) {
        return new ActionResult(
                result.action(),
                result.decision(),
                result.resource(),
                result.allowedByOrganizations(),
                result.allowedByBoundary(),
                resources,
                result.missingContextValues(),
                result.matchedStatements());
    }

    private static ImmutableList<String> list(ImmutableList<String> texts, UnaryOperator<String> text) {
        return texts.stream().map(text).collect(ImmutableList.toImmutableList());
    }
}

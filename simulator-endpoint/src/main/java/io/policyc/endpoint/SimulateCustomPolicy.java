package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import io.policyc.simulator.Outcome;

/**
 * Answers what policies that come with a call say of actions: one result an action, page by page.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">EvaluationResult</a>
 */
final class SimulateCustomPolicy {
    static final String NAME = "SimulateCustomPolicy";

    /** A page that is longer ends, and the next one goes on, as the API allows. */
    private static final int LONG_PAGE = 4 * 1024 * 1024;

    private final SimulationRequest call;
    private final Simulation simulation;
    private final XmlText xml = new XmlText();

    private SimulateCustomPolicy(SimulationRequest call) {
        this.call = call;
        this.simulation = new Simulation(call);
    }

    static Reply answer(Parameters parameters) {
        return new SimulateCustomPolicy(SimulationRequestReader.read(parameters)).answer();
    }

    private Reply answer() {
        int actionsAtOnce = actionsAtOnce();
        int[] next = {call.start()};
        xml.element("EvaluationResults", () -> {
            int end = Math.min(call.actions().size(), call.start() + Math.min(call.maxItems(), actionsAtOnce));
            while (next[0] < end && xml.length() < LONG_PAGE) {
                write(call.actions().get(next[0]++));
            }
        });
        boolean more = next[0] < call.actions().size();
        xml.text("IsTruncated", more);
        if (more) {
            xml.text("Marker", next[0]);
        }
        int count = next[0] - call.start();
        return Reply.result(NAME, count + (count == 1 ? " action" : " actions"), xml);
    }

    /** As many as are decided in reasonable time. */
    private int actionsAtOnce() {
        long effort = Effort.ofOneResource(call, simulation.context())
                * Math.max(1, call.resources().size());
        if (effort > Effort.MOST) {
            throw ApiError.invalidInput(
                    "deciding one of the actions would take too long; send fewer resources, or shorter policies and values");
        }
        return (int) Math.min(Integer.MAX_VALUE / 2, Effort.MOST / Math.max(1, effort));
    }

    private void write(String action) {
        ImmutableList<Evaluation> evaluations = simulation.evaluate(action);
        Evaluation summary = Evaluation.summary(evaluations);
        boolean perResource = !call.resources().isEmpty();
        xml.element("member", () -> {
            xml.text("EvalActionName", action)
                    .text("EvalResourceName", summary.resource())
                    .text("EvalDecision", word(summary.outcome()));
            common(summary);
            summary.byOrganizations()
                    .ifPresent(allowed -> xml.element(
                            "OrganizationsDecisionDetail", () -> xml.text("AllowedByOrganizations", allowed)));
            if (perResource) {
                details(summary, evaluations.size() > 1);
                xml.element(
                        "ResourceSpecificResults",
                        () -> evaluations.forEach(one -> xml.element("member", () -> write(one))));
            }
        });
    }

    private void write(Evaluation resource) {
        xml.text("EvalResourceName", resource.resource()).text("EvalResourceDecision", word(resource.outcome()));
        common(resource);
        details(resource, false);
    }

    /** What results for an action and for a resource of it have in common. */
    private void common(Evaluation evaluation) {
        MatchedStatements.write(evaluation.matched(), xml);
        xml.members("MissingContextValues", evaluation.missing());
        evaluation
                .byBoundary()
                .ifPresent(allowed -> xml.element(
                        "PermissionsBoundaryDecisionDetail", () -> xml.text("AllowedByPermissionsBoundary", allowed)));
    }

    /** Empty within an account; not there for {@code *} alone. */
    private void details(Evaluation evaluation, boolean several) {
        if (several
                || !evaluation.resource().equals("*")
                || !evaluation.details().isEmpty()) {
            xml.element(
                    "EvalDecisionDetails",
                    () -> evaluation
                            .details()
                            .forEach((type, outcome) -> xml.element(
                                    "entry", () -> xml.text("key", type).text("value", word(outcome)))));
        }
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> "allowed";
            case EXPLICIT_DENY -> "explicitDeny";
            case IMPLICIT_DENY -> "implicitDeny";
            case UNDETERMINED -> throw new IllegalStateException("an undetermined decision is never answered");
        };
    }
}

package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationAnswer.ResourceResult;
import io.policyc.finding.Printable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An answer that is about what was asked: a result for each action, and for each resource if there are any. */
final class TrustedAnswer {
    private TrustedAnswer() {}

    /**
     * The results by action, in the order of the call.
     *
     * @throws ServiceFailure if the answer is about something else
     */
    static ImmutableMap<String, ActionResult> of(SimulationCall call, SimulationAnswer answer) {
        Map<String, ActionResult> found = new LinkedHashMap<>();
        answer.results().forEach(result -> found.put(folded(result.action()), result));
        int asked = call.actions().size();
        if (answer.results().size() != asked || found.size() != asked) {
            throw failure("the service answered for " + answer.results().size() + " of " + asked + " actions");
        }
        ImmutableMap.Builder<String, ActionResult> results = ImmutableMap.builder();
        for (String action : call.actions()) {
            ActionResult result = found.get(folded(action));
            if (result == null) {
                throw failure("the service did not answer for " + Printable.quoted(action));
            }
            checkResources(call, result);
            results.put(action, result);
        }
        return results.buildOrThrow();
    }

    private static void checkResources(SimulationCall call, ActionResult result) {
        ImmutableList<String> answered =
                result.resources().stream().map(ResourceResult::resource).collect(ImmutableList.toImmutableList());
        if (!call.resources().isEmpty() && !answered.isEmpty() && !answered.equals(call.resources())) {
            throw failure(
                    "the service answered for other resources than asked, of " + Printable.quoted(result.action()));
        }
    }

    private static String folded(String action) {
        return action.toLowerCase(Locale.ROOT);
    }

    private static ServiceFailure failure(String message) {
        return new ServiceFailure(ServiceFailure.Kind.SERVICE, message, "look at what answers at the endpoint");
    }
}

package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import io.policyc.comparison.ServiceFailure;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationAnswer.ResourceResult;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationService;
import io.policyc.recording.Recording.Entry;
import io.policyc.recording.Recording.Reply;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Answers calls from a recording, action by action: which actions were asked for together makes no difference. */
public final class Replay implements SimulationService {
    private static final String HELP =
            "record again with --record, or compare with the policies and tests that were recorded";

    private static final String TWICE =
            "calls may differ in account ids that were replaced; record again without --redact-accounts";

    private final Recording recording;
    private final Map<CallContent, Map<String, Recorded>> results = new HashMap<>();
    private final Map<CallContent, Map<ImmutableMultiset<String>, String>> refusals = new HashMap<>();
    private final NearestCall nearest;

    /**
     * What was answered for an action.
     *
     * @param alike whether it was the same each time. With other ids in the place of account ids, calls that differ in them
     *     alone become one; a pattern such as {@code 1111*} tells them apart
     */
    private record Recorded(ActionResult result, boolean alike) {
        Recorded and(Recorded other) {
            return new Recorded(result, alike && decided(result).equals(decided(other.result)));
        }

        private static ImmutableList<Object> decided(ActionResult result) {
            return ImmutableList.of(
                    result.decision(),
                    result.allowedByOrganizations(),
                    result.allowedByBoundary(),
                    ImmutableSet.copyOf(result.resources()));
        }
    }

    public Replay(Recording recording) {
        this.recording = recording;
        this.nearest = new NearestCall(recording);
        for (Entry entry : recording.entries()) {
            CallContent content = CallContent.of(entry.call());
            if (entry.reply() instanceof Reply.Answered answered) {
                Map<String, Recorded> byAction = results.computeIfAbsent(content, none -> new HashMap<>());
                answered.answer()
                        .results()
                        .forEach(result ->
                                byAction.merge(folded(result.action()), new Recorded(result, true), Recorded::and));
            } else if (entry.reply() instanceof Reply.Refused refused) {
                refusals.computeIfAbsent(content, none -> new HashMap<>())
                        .putIfAbsent(ImmutableMultiset.copyOf(entry.call().actions()), refused.message());
            }
        }
    }

    @Override
    public SimulationAnswer simulate(SimulationCall call) {
        if (!recording.accountsReplaced()) {
            return answer(call);
        }
        AccountIds ids = AccountIds.of(call);
        try {
            return Texts.replaced(answer(Texts.replaced(call, ids::replace)), ids::restore);
        } catch (ServiceFailure failure) {
            throw new ServiceFailure(
                    failure.kind(),
                    ids.restore(String.valueOf(failure.getMessage())),
                    failure.help().orElse(""));
        }
    }

    private SimulationAnswer answer(SimulationCall call) {
        CallContent content = CallContent.of(call);
        Optional<String> refusal = Optional.ofNullable(refusals.get(content))
                .flatMap(byActions -> Optional.ofNullable(byActions.get(ImmutableMultiset.copyOf(call.actions()))));
        if (refusal.isPresent()) {
            throw new ServiceFailure(ServiceFailure.Kind.INVALID_CALL, refusal.get(), "the recording has this refusal");
        }
        Map<String, Recorded> byAction = results.getOrDefault(content, ImmutableMap.of());
        ImmutableList.Builder<ActionResult> found = ImmutableList.builder();
        for (String action : call.actions()) {
            Recorded recorded = byAction.get(folded(action));
            if (recorded == null) {
                throw new ServiceFailure(
                        ServiceFailure.Kind.NOT_RECORDED, "not recorded" + nearest.difference(call, action), HELP);
            }
            if (!recorded.alike()) {
                throw new ServiceFailure(
                        ServiceFailure.Kind.NOT_RECORDED, "recorded more than once, with different answers", TWICE);
            }
            found.add(inOrder(recorded.result(), call.resources()));
        }
        return new SimulationAnswer(found.build());
    }

    /** Names of actions are compared ignoring case. */
    private static String folded(String action) {
        return action.toLowerCase(Locale.ROOT);
    }

    /** The result with its resources in the order of the call, which may name one twice. */
    private static ActionResult inOrder(ActionResult result, ImmutableList<String> resources) {
        Map<String, ResourceResult> answered = new HashMap<>();
        result.resources().forEach(one -> answered.put(one.resource(), one));
        return answered.keySet().equals(ImmutableSet.copyOf(resources))
                ? Texts.withResources(
                        result,
                        resources.stream()
                                .map(resource -> Objects.requireNonNull(answered.get(resource)))
                                .collect(ImmutableList.toImmutableList()))
                : result;
    }
}

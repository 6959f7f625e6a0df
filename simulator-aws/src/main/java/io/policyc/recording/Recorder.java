package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.policyc.comparison.ServiceFailure;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationService;
import io.policyc.recording.Recording.Entry;
import io.policyc.recording.Recording.Origin;
import io.policyc.recording.Recording.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Passes calls on to a service and keeps them with what became of them. Only answers and refusals of a call are kept: that
 * there was no connection, or no permission, says nothing about policies.
 */
public final class Recorder implements SimulationService {
    private final SimulationService service;
    private final Origin origin;
    private final boolean replaceAccounts;
    private final Map<Asked, Entry> entries = new LinkedHashMap<>();

    /** A call as what it asks, whatever its order. */
    private record Asked(ImmutableMultiset<String> actions, CallContent content) {}

    /** @param replaceAccounts whether other ids shall stand where account ids stand */
    public Recorder(SimulationService service, Origin origin, boolean replaceAccounts) {
        this.service = service;
        this.origin = origin;
        this.replaceAccounts = replaceAccounts;
    }

    @Override
    public SimulationAnswer simulate(SimulationCall call) {
        try {
            SimulationAnswer answer = service.simulate(call);
            keep(call, new Reply.Answered(answer));
            return answer;
        } catch (ServiceFailure failure) {
            if (failure.kind() == ServiceFailure.Kind.INVALID_CALL) {
                keep(call, new Reply.Refused(String.valueOf(failure.getMessage())));
            }
            throw failure;
        }
    }

    private synchronized void keep(SimulationCall call, Reply reply) {
        Asked asked = new Asked(ImmutableMultiset.copyOf(call.actions()), CallContent.of(call));
        entries.putIfAbsent(asked, replaceAccounts ? replaced(call, reply) : new Entry(call, reply, Optional.empty()));
    }

    private static Entry replaced(SimulationCall call, Reply reply) {
        AccountIds ids = AccountIds.of(call);
        Reply kept = reply instanceof Reply.Answered answered
                ? new Reply.Answered(Texts.replaced(answered.answer(), ids::replace))
                : new Reply.Refused(ids.replace(((Reply.Refused) reply).message()));
        return new Entry(Texts.replaced(call, ids::replace), kept, Optional.empty());
    }

    /** What was asked so far, each call once, in the order in which it was answered. */
    public synchronized Recording recording() {
        return new Recording(origin, replaceAccounts, ImmutableList.copyOf(entries.values()));
    }
}

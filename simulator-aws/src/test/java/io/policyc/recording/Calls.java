package io.policyc.recording;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationAnswer.ResourceResult;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationCall.ContextEntry;
import io.policyc.recording.Recording.Entry;
import io.policyc.recording.Recording.Origin;
import io.policyc.recording.Recording.Reply;
import io.policyc.simulator.Outcome;
import io.policyc.vocabulary.EntryType;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Calls and answers of every shape; few different texts, so that they repeat. */
final class Calls {
    private static final List<Outcome> DECISIONS =
            List.of(Outcome.ALLOWED, Outcome.EXPLICIT_DENY, Outcome.IMPLICIT_DENY);

    private Calls() {}

    static Arbitrary<String> texts() {
        return Arbitraries.of(
                "*",
                "",
                "arn:aws:iam::111122223333:user/é\n\"",
                "arn:aws:s3:::b/444455556666",
                "{\"a\":\"444455556666:777788889999\"}",
                "1234567890123",
                "𐐀\\");
    }

    private static Arbitrary<ImmutableList<String>> lists(Arbitrary<String> texts) {
        return texts.list().ofMaxSize(3).map(ImmutableList::copyOf);
    }

    static Arbitrary<SimulationCall> calls() {
        Arbitrary<ImmutableList<String>> actions = Arbitraries.of("s3:GetObject", "ec2:RunInstances", "iam:PassRole")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .map(ImmutableList::copyOf);
        Arbitrary<ImmutableList<ImmutableList<String>>> levels =
                lists(texts()).list().ofMaxSize(3).map(ImmutableList::copyOf);
        Arbitrary<ImmutableList<ContextEntry>> context = Combinators.combine(
                        Arbitraries.of("aws:username", "aws:SourceIp", "s3:prefix"),
                        Arbitraries.of(EntryType.class),
                        lists(texts()))
                .as(ContextEntry::new)
                .list()
                .uniqueElements(ContextEntry::key)
                .map(ImmutableList::copyOf);
        return Combinators.combine(
                        actions,
                        lists(texts()),
                        lists(texts()),
                        levels,
                        texts().optional(),
                        texts().optional(),
                        texts().optional(),
                        context)
                .as((names, resources, identity, scps, boundary, policy, caller, entries) -> new SimulationCall(
                        names, resources, identity, scps, boundary, policy, caller, caller, entries));
    }

    /** A call, and an answer for each of its actions and resources or a refusal. */
    static Arbitrary<Entry> entries() {
        return calls().flatMap(call -> Arbitraries.oneOf(
                answers(call).map(answer -> new Entry(call, new Reply.Answered(answer), Optional.empty())),
                texts().map(text -> new Entry(call, new Reply.Refused(text), Optional.of("https://e")))));
    }

    /** What answers name beside the resources of the call: no account that the call does not have. */
    private static Arbitrary<String> names() {
        return Arbitraries.of("*", "PolicyInputList.1", "aws:username");
    }

    static Arbitrary<SimulationAnswer> answers(SimulationCall call) {
        return Combinators.combine(
                        Arbitraries.of(DECISIONS),
                        names().optional(),
                        Arbitraries.of(true, false).optional(),
                        lists(names()))
                .as((decision, resource, allowed, texts) -> new SimulationAnswer(call.actions().stream()
                        .map(action -> new ActionResult(
                                action,
                                decision,
                                resource,
                                allowed,
                                allowed,
                                call.resources().stream()
                                        .map(one -> new ResourceResult(one, decision))
                                        .collect(ImmutableList.toImmutableList()),
                                texts,
                                texts))
                        .collect(ImmutableList.toImmutableList())));
    }

    static Arbitrary<Recording> recordings() {
        return Combinators.combine(
                        Arbitraries.of(Origin.class),
                        Arbitraries.of(true, false),
                        entries().list().ofMaxSize(4).map(ImmutableList::copyOf))
                .as(Recording::new);
    }
}

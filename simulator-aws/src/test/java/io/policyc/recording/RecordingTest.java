package io.policyc.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.ServiceFailure;
import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationCall.ContextEntry;
import io.policyc.comparison.SimulationService;
import io.policyc.finding.Checked;
import io.policyc.recording.Recording.Entry;
import io.policyc.recording.Recording.Origin;
import io.policyc.recording.Recording.Reply;
import io.policyc.simulator.Outcome;
import io.policyc.source.SourceText;
import io.policyc.vocabulary.EntryType;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is written is read again, what was recorded is replayed, and what is broken is refused with its place. */
final class RecordingTest {
    @Provide
    Arbitrary<Recording> recordings() {
        return Calls.recordings();
    }

    @Provide
    Arbitrary<Entry> entries() {
        return Calls.entries();
    }

    private static Checked<Recording> read(String text) {
        return RecordingReader.read(SourceText.of("r.json", text));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("recordings") Recording recording) {
        assertThat(read(RecordingWriter.write(recording)).orThrow()).isEqualTo(recording);
    }

    /** With other ids in the file as without; in another order; and each action alone. */
    @Property
    void whatWasRecordedIsReplayed(@ForAll("entries") Entry entry, @ForAll boolean replaced) {
        Recorder recorder = new Recorder(service(entry.reply()), Origin.AWS, replaced);
        Optional<SimulationAnswer> first = ask(recorder, entry.call());
        Replay replay =
                new Replay(read(RecordingWriter.write(recorder.recording())).orThrow());
        assertThat(ask(replay, entry.call())).isEqualTo(first);
        assertThat(ask(replay, reversed(entry.call())).isPresent()).isEqualTo(first.isPresent());
        first.ifPresent(answer -> {
            for (int i = 0; i < entry.call().actions().size(); i++) {
                SimulationCall one = entry.call()
                        .withActions(ImmutableList.of(entry.call().actions().get(i)));
                assertThat(replay.simulate(one).results())
                        .containsExactly(answer.results().get(i));
            }
        });
    }

    @Property
    void noIdOfAnAccountIsWrittenIfNobodyWantsThat(@ForAll("entries") Entry entry) {
        Recorder recorder = new Recorder(service(entry.reply()), Origin.AWS, true);
        ask(recorder, entry.call());
        assertThat(RecordingWriter.write(recorder.recording()))
                .doesNotContain("111122223333")
                .doesNotContain("444455556666")
                .doesNotContain("777788889999");
    }

    /** The name of a tag is the user's own. */
    @Example
    void namesOfKeysMayHoldIdsToo() {
        SimulationCall call = callBy("arn:aws:iam::111122223333:user/alice", "aws:PrincipalTag/of-111122223333");
        Recorder recorder = new Recorder(service(decided(Outcome.ALLOWED)), Origin.AWS, true);
        Optional<SimulationAnswer> first = ask(recorder, call);
        assertThat(RecordingWriter.write(recorder.recording())).doesNotContain("111122223333");
        assertThat(ask(new Replay(recorder.recording()), call)).isPresent().isEqualTo(first);
    }

    /** A policy with {@code 1111*} decides otherwise for another account, and without the ids both calls are one. */
    @Example
    void differentAnswersToWhatIsOneCallWithoutIdsAreNoAnswer() {
        SimulationCall one = callBy("arn:aws:iam::111122223333:user/alice", "aws:PrincipalTag/a");
        SimulationCall other = callBy("arn:aws:iam::444455556666:user/alice", "aws:PrincipalTag/a");
        SimulationService service =
                call -> ((Reply.Answered) decided(call.equals(one) ? Outcome.EXPLICIT_DENY : Outcome.ALLOWED)).answer();
        for (boolean replaced : new boolean[] {false, true}) {
            Recorder recorder = new Recorder(service, Origin.AWS, replaced);
            recorder.simulate(one);
            recorder.simulate(other);
            Replay replay = new Replay(recorder.recording());
            assertThat(ask(replay, one).isPresent()).isNotEqualTo(replaced);
            assertThat(ask(replay, other).isPresent()).isNotEqualTo(replaced);
        }
    }

    private static SimulationCall callBy(String caller, String key) {
        return new SimulationCall(
                ImmutableList.of("s3:GetObject"),
                ImmutableList.of(),
                ImmutableList.of("{}"),
                ImmutableList.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(caller),
                ImmutableList.of(new ContextEntry(key, EntryType.STRING, ImmutableList.of("x"))));
    }

    private static Reply decided(Outcome outcome) {
        return new Reply.Answered(new SimulationAnswer(ImmutableList.of(new ActionResult(
                "s3:GetObject",
                outcome,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of()))));
    }

    /** One value changed is another call. */
    @Property
    void anotherCallIsNotRecorded(@ForAll("entries") Entry entry, @ForAll boolean replaced) {
        Assume.that(entry.reply() instanceof Reply.Answered);
        Recorder recorder = new Recorder(service(entry.reply()), Origin.AWS, replaced);
        ask(recorder, entry.call());
        Replay replay = new Replay(recorder.recording());
        ContextEntry more = new ContextEntry("aws:MultiFactorAuthAge", EntryType.NUMERIC, ImmutableList.of("7"));
        SimulationCall other = withContext(
                entry.call(),
                ImmutableList.<ContextEntry>builder()
                        .addAll(entry.call().context())
                        .add(more)
                        .build());
        assertThatThrownBy(() -> replay.simulate(other))
                .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ServiceFailure.Kind.NOT_RECORDED))
                .hasMessage(
                        "not recorded; the nearest recorded call differs in `aws:multifactorauthage` (recorded without)");
    }

    /** Whatever is cut off or changed, there is a finding with a place, or a recording. */
    @Property
    void brokenTextIsRefusedWithItsPlace(
            @ForAll("recordings") Recording recording,
            @ForAll @IntRange(max = 10_000) int at,
            @ForAll("replacements") String replacement) {
        String text = RecordingWriter.write(recording);
        int from = at % text.length();
        Checked<Recording> checked = read(text.substring(0, from) + replacement + text.substring(from + 1));
        if (checked.hasErrors()) {
            assertThat(checked.errors())
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.span()).isPresent());
        } else {
            new Replay(checked.orThrow());
        }
    }

    @Provide
    Arbitrary<String> replacements() {
        return Arbitraries.of("", "\"", "{", "]", "null", "0", "\\");
    }

    /** Many small calls and many policies take no long time to read, to look up and to miss. */
    @Example
    void aHugeFileIsReadInBoundedTime() {
        String call = "{\"call\":{\"actions\":[\"a:b\"],\"context\":[]},\"refused\":\"\"}";
        StringBuilder text =
                new StringBuilder("{\"recording\":1,\"origin\":\"aws\",\"accountsReplaced\":true,\"policies\":{");
        for (int i = 0; i < 100_000; i++) {
            text.append(i == 0 ? "" : ",").append('"').append(i).append("\":\"\"");
        }
        text.append("},\"calls\":[")
                .append(call)
                .append((',' + call).repeat(50_000))
                .append("]}");
        Recording recording = read(text.toString()).orThrow();
        Replay replay = new Replay(recording);
        SimulationCall other = recording.entries().get(0).call().withActions(ImmutableList.of("c:d"));
        for (int i = 0; i < 1_000; i++) {
            assertThat(ask(replay, other)).isEmpty();
        }
    }

    private static SimulationService service(Reply reply) {
        return call -> {
            if (reply instanceof Reply.Answered answered) {
                return answered.answer();
            }
            throw new ServiceFailure(ServiceFailure.Kind.INVALID_CALL, ((Reply.Refused) reply).message(), "");
        };
    }

    private static Optional<SimulationAnswer> ask(SimulationService service, SimulationCall call) {
        try {
            return Optional.of(service.simulate(call));
        } catch (ServiceFailure failure) {
            return Optional.empty();
        }
    }

    private static SimulationCall reversed(SimulationCall call) {
        return new SimulationCall(
                call.actions().reverse(),
                call.resources().reverse(),
                call.identityPolicies().reverse(),
                call.organizationPolicies().stream()
                        .map(ImmutableList::reverse)
                        .collect(ImmutableList.toImmutableList()),
                call.boundary(),
                call.resourcePolicy(),
                call.resourceOwner(),
                call.caller(),
                call.context().reverse());
    }

    private static SimulationCall withContext(SimulationCall call, ImmutableList<ContextEntry> context) {
        return new SimulationCall(
                call.actions(),
                call.resources(),
                call.identityPolicies(),
                call.organizationPolicies(),
                call.boundary(),
                call.resourcePolicy(),
                call.resourceOwner(),
                call.caller(),
                context);
    }
}

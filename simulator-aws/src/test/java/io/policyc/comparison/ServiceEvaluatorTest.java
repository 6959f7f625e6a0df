package io.policyc.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.Answer.Answered;
import io.policyc.comparison.ServiceFailure.Kind;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationAnswer.ResourceResult;
import io.policyc.expectation.TestedPolicies;
import io.policyc.request.Anonymous;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How few calls are made, which answers are trusted, and what follows from them. */
class ServiceEvaluatorTest {
    private static final TestedPolicies SCPS = TestedPolicies.trial(ImmutableList.of());
    private static final TestedPolicies GRANTING = Policies.granting(Optional.empty(), Optional.empty());

    private final List<SimulationCall> calls = new ArrayList<>();

    @Test
    void requestsThatDifferInTheActionAreAskedInOneCall() {
        ImmutableList<Answer> answers = evaluator(SCPS, answer -> answer)
                .answers(ImmutableList.of(
                        request("s3:GetObject"),
                        anonymous(),
                        request("s3:PutObject"),
                        request("s3:GetObject"),
                        Request.builder(alice(), "s3:GetObject")
                                .resource("arn:aws:s3:::a")
                                .build()));
        assertThat(calls)
                .extracting(SimulationCall::actions)
                .containsExactly(ImmutableList.of("s3:GetObject", "s3:PutObject"), ImmutableList.of("s3:GetObject"));
        assertThat(actions(answers))
                .containsExactly("s3:GetObject", "none", "s3:PutObject", "s3:GetObject", "s3:GetObject");
    }

    @Test
    void spellingsOfOneActionAreAskedApart() {
        ImmutableList<Answer> answers = evaluator(SCPS, answer -> answer)
                .answers(ImmutableList.of(request("s3:GetObject"), request("s3:getobject"), request("S3:GetObject")));
        assertThat(calls).hasSize(3);
        assertThat(actions(answers)).containsExactly("s3:GetObject", "s3:getobject", "S3:GetObject");
    }

    @Test
    void aCallHasAHundredActionsAtMost() {
        ImmutableList<Request> many =
                IntStream.range(0, 201).mapToObj(i -> request("s3:A" + i)).collect(ImmutableList.toImmutableList());
        assertThat(actions(evaluator(SCPS, answer -> answer).answers(many)))
                .isEqualTo(many.stream().map(Request::action).toList());
        assertThat(calls).extracting(call -> call.actions().size()).containsExactly(100, 100, 1);
    }

    /** As the service does with actions that it knows and actions that it does not. */
    @Test
    void actionsThatAreRefusedTogetherAreAskedOneByOne() {
        ServiceEvaluator evaluator = new ServiceEvaluator(new Questions(SCPS, false), call -> {
            calls.add(call);
            if (call.actions().size() > 1 || call.actions().contains("s3:Bad")) {
                throw new ServiceFailure(Kind.INVALID_CALL, "require different authorization information", "");
            }
            return allowing(call);
        });
        ImmutableList<Answer> answers = evaluator.answers(
                ImmutableList.of(request("s3:GetObject"), request("s3:Bad"), request("s3:PutObject")));
        assertThat(calls).hasSize(4);
        assertThat(actions(answers)).containsExactly("s3:GetObject", "none", "s3:PutObject");
        assertThat(answers.get(1))
                .isEqualTo(NotComparable.of(Obstacle.REFUSED, "require different authorization information"));
    }

    @Test
    void otherFailuresEndTheRun() {
        ServiceEvaluator evaluator = new ServiceEvaluator(new Questions(SCPS, false), call -> {
            throw new ServiceFailure(Kind.THROTTLED, "too often", "");
        });
        assertThatExceptionOfType(ServiceFailure.class)
                .isThrownBy(() -> evaluator.evaluate(request("s3:GetObject")))
                .withMessage("too often");
    }

    @Test
    void whatCannotBeAskedStaysOpen() {
        Decision decision = evaluator(SCPS, answer -> answer).evaluate(anonymous());
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(decision.possible()).hasSize(3);
        assertThat(calls).isEmpty();
    }

    /** To what belongs to another account SCPs alone give nobody access, and are not what stops. */
    @Test
    void onlyWhatScpsStopIsStoppedWhereOnlyScpsAreGiven() {
        UnaryOperator<ActionResult> denied = result -> result(result, Outcome.IMPLICIT_DENY, Optional.of(true));
        assertThat(outcome(SCPS, denied)).isEqualTo(Outcome.ALLOWED);
        assertThat(outcome(GRANTING, denied)).isEqualTo(Outcome.IMPLICIT_DENY);
        assertThat(outcome(SCPS, result -> result(result, Outcome.IMPLICIT_DENY, Optional.of(false))))
                .isEqualTo(Outcome.IMPLICIT_DENY);
        assertThat(outcome(SCPS, result -> result(result, Outcome.IMPLICIT_DENY, Optional.empty())))
                .isEqualTo(Outcome.IMPLICIT_DENY);
        assertThat(outcome(SCPS, result -> result(result, Outcome.EXPLICIT_DENY, Optional.of(true))))
                .isEqualTo(Outcome.EXPLICIT_DENY);
    }

    @Test
    void theBasisIsWhatIsAsked() {
        Request request = request("s3:ListAllMyBuckets");
        assertThat(evaluator(SCPS, answer -> answer).evaluate(request).basis()).isEqualTo(Decision.Basis.ORGANIZATION);
        assertThat(evaluator(GRANTING, answer -> answer).evaluate(request).basis())
                .isEqualTo(Decision.Basis.ALL);
    }

    @Test
    void anAnswerAboutSomethingElseIsNotTrusted() {
        SimulationCall call = callOn("s3:GetObject", "arn:aws:s3:::a", "arn:aws:s3:::b");
        SimulationAnswer good = allowing(call);
        ActionResult first = good.results().get(0);
        assertThat(TrustedAnswer.of(call, good)).containsEntry("s3:GetObject", first);
        assertNotTrusted(call, ImmutableList.of(), "the service answered for 0 of 1 actions");
        assertNotTrusted(call, ImmutableList.of(first, first), "the service answered for 2 of 1 actions");
        assertNotTrusted(
                call,
                allowing(call.withActions(ImmutableList.of("s3:GetObjectX"))).results(),
                "the service did not answer for `s3:GetObject`");
        assertNotTrusted(
                call,
                allowing(callOn("s3:GetObject", "arn:aws:s3:::a")).results(),
                "the service answered for other resources than asked, of `s3:GetObject`");
        assertNotTrusted(
                call,
                allowing(callOn("s3:GetObject", "arn:aws:s3:::b", "arn:aws:s3:::a"))
                        .results(),
                "the service answered for other resources than asked, of `s3:GetObject`");
    }

    private static void assertNotTrusted(SimulationCall call, ImmutableList<ActionResult> results, String message) {
        assertThatExceptionOfType(ServiceFailure.class)
                .isThrownBy(() -> TrustedAnswer.of(call, new SimulationAnswer(results)))
                .withMessage(message)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.SERVICE));
    }

    private Outcome outcome(TestedPolicies policies, UnaryOperator<ActionResult> change) {
        return evaluator(policies, change)
                .evaluate(request("s3:ListAllMyBuckets"))
                .outcome();
    }

    private ServiceEvaluator evaluator(TestedPolicies policies, UnaryOperator<ActionResult> change) {
        return new ServiceEvaluator(new Questions(policies, false), call -> {
            calls.add(call);
            return new SimulationAnswer(
                    allowing(call).results().stream().map(change).collect(ImmutableList.toImmutableList()));
        });
    }

    private static SimulationAnswer allowing(SimulationCall call) {
        return new SimulationAnswer(call.actions().stream()
                .map(action -> new ActionResult(
                        action,
                        Outcome.ALLOWED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        call.resources().stream()
                                .map(resource -> new ResourceResult(resource, Outcome.ALLOWED))
                                .collect(ImmutableList.toImmutableList()),
                        ImmutableList.of(),
                        ImmutableList.of()))
                .collect(ImmutableList.toImmutableList()));
    }

    private static ActionResult result(ActionResult result, Outcome outcome, Optional<Boolean> allowedByOrganizations) {
        return new ActionResult(
                result.action(),
                outcome,
                result.resource(),
                allowedByOrganizations,
                result.allowedByBoundary(),
                result.resources(),
                result.missingContextValues(),
                result.matchedStatements());
    }

    private static List<String> actions(List<Answer> answers) {
        return answers.stream()
                .map(answer ->
                        answer instanceof Answered answered ? answered.result().action() : "none")
                .toList();
    }

    private static SimulationCall callOn(String action, String... resources) {
        Request request = Request.builder(alice(), action)
                .resources(ImmutableList.copyOf(resources))
                .build();
        return ((Question.Asked) new Questions(SCPS, false).about(request)).call();
    }

    private static IamUser alice() {
        return IamUser.of("111122223333", "alice", Credentials.LONG_LIVED);
    }

    private static Request anonymous() {
        return Request.builder(new Anonymous(), "s3:GetObject").resource("*").build();
    }

    private static Request request(String action) {
        return Request.builder(alice(), action).resource("*").build();
    }
}

package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.policyc.comparison.Answer.Answered;
import io.policyc.comparison.Question.Asked;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.request.Request;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Decision.Basis;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.PolicyEvaluator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Answers by a service. What cannot be asked is not answered: every outcome stays possible. */
public final class ServiceEvaluator implements PolicyEvaluator {
    private static final int MOST_ACTIONS = 100;
    private static final ImmutableSet<Outcome> EVERYTHING =
            ImmutableSet.of(Outcome.ALLOWED, Outcome.EXPLICIT_DENY, Outcome.IMPLICIT_DENY);

    private final Questions questions;
    private final SimulationService service;

    public ServiceEvaluator(Questions questions, SimulationService service) {
        this.questions = questions;
        this.service = service;
    }

    /** @throws ServiceFailure if the service gives no answer */
    @Override
    public Decision evaluate(Request request) {
        ImmutableSet<Outcome> possible =
                answer(request) instanceof Answered answered ? ImmutableSet.of(answered.outcome()) : EVERYTHING;
        return new Decision(
                possible,
                questions.grants() ? Basis.ALL : Basis.ORGANIZATION,
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableSet.of(),
                Optional.empty());
    }

    /**
     * The answer to one request.
     *
     * @throws ServiceFailure if the service gives none
     */
    public Answer answer(Request request) {
        return answers(ImmutableList.of(request)).get(0);
    }

    /**
     * The answers to requests, in their order. Those that differ in the action only are asked in one call.
     *
     * @throws ServiceFailure if the service gives none to one of them
     */
    public ImmutableList<Answer> answers(List<Request> requests) {
        ImmutableList<Question> asked =
                requests.stream().map(questions::about).collect(ImmutableList.toImmutableList());
        Map<SimulationCall, Answer> answers = new LinkedHashMap<>();
        for (Map<String, SimulationCall> calls : byAllButAction(asked)) {
            Lists.partition(ImmutableList.copyOf(calls.values()), MOST_ACTIONS).forEach(batch -> ask(batch, answers));
        }
        return asked.stream()
                .map(question -> question instanceof Asked one
                        ? Objects.requireNonNull(answers.get(one.call()))
                        : (NotComparable) question)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Calls that can be made as one, each by its action. Spellings of an action in other letters are never in one of them:
     * their results could not be told apart.
     */
    private static ImmutableList<Map<String, SimulationCall>> byAllButAction(ImmutableList<Question> questions) {
        Map<List<Object>, Map<String, SimulationCall>> groups = new LinkedHashMap<>();
        for (Question question : questions) {
            if (question instanceof Asked asked) {
                SimulationCall call = asked.call();
                String action = call.actions().get(0);
                for (int spelling = 0; ; spelling++) {
                    SimulationCall known = groups.computeIfAbsent(
                                    ImmutableList.of(call.withActions(ImmutableList.of()), spelling),
                                    rest -> new LinkedHashMap<>())
                            .putIfAbsent(action.toLowerCase(Locale.ROOT), call);
                    if (known == null || known.equals(call)) {
                        break;
                    }
                }
            }
        }
        return ImmutableList.copyOf(groups.values());
    }

    /**
     * Asks once for all. If the service refuses that, once for each: it does not take actions together that "require
     * different authorization information" (observed, September 2026), and one may be refused for itself.
     */
    private void ask(List<SimulationCall> calls, Map<SimulationCall, Answer> answers) {
        SimulationCall all = calls.get(0)
                .withActions(
                        calls.stream().map(call -> call.actions().get(0)).collect(ImmutableList.toImmutableList()));
        try {
            ImmutableMap<String, ActionResult> results = TrustedAnswer.of(all, service.simulate(all));
            calls.forEach(call -> answers.put(call, answered(results, call)));
        } catch (ServiceFailure failure) {
            if (failure.kind() != ServiceFailure.Kind.INVALID_CALL) {
                throw failure;
            }
            if (calls.size() == 1) {
                answers.put(
                        calls.get(0), NotComparable.of(Obstacle.REFUSED, Objects.requireNonNull(failure.getMessage())));
            } else {
                calls.forEach(call -> ask(ImmutableList.of(call), answers));
            }
        }
    }

    /** Where only SCPs are given and they let the request pass, it does not matter who else does not. */
    private Answered answered(ImmutableMap<String, ActionResult> results, SimulationCall call) {
        ActionResult result = Objects.requireNonNull(results.get(call.actions().get(0)));
        boolean passes = !questions.grants()
                && result.decision() == Outcome.IMPLICIT_DENY
                && result.allowedByOrganizations().orElse(false);
        return new Answered(passes ? Outcome.ALLOWED : result.decision(), result);
    }
}

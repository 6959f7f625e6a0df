package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.aws.AwsSimulation;
import io.policyc.aws.LocalSimulation;
import io.policyc.comparison.Answer;
import io.policyc.comparison.Answer.Answered;
import io.policyc.comparison.NotComparable;
import io.policyc.comparison.Obstacle;
import io.policyc.comparison.Questions;
import io.policyc.comparison.ServiceEvaluator;
import io.policyc.comparison.SimulationAnswer.ResourceResult;
import io.policyc.endpoint.EndpointOptions;
import io.policyc.endpoint.SimulatorEndpoint;
import io.policyc.policy.Arn;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.SamplePrincipals;
import io.policyc.policy.SampleValues;
import io.policyc.request.ContextValue;
import io.policyc.request.IamUser;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.request.RequestKeys;
import io.policyc.request.RoleSession;
import io.policyc.simulator.Explanation.ResourceExplanation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * The real client of AWS asks the local endpoint what the offline simulator and the reference evaluator are asked: all three
 * say the same.
 */
class ServiceDifferentialTest {
    private static final int COMPARABLE_EACH = 2;
    private static final int MOST_DRAWN = 20;

    /** Of what the generators know; the others have cases of their own in QuestionsTest. */
    private static final ImmutableList<Obstacle> GENERATED = ImmutableList.of(
            Obstacle.CALLER,
            Obstacle.NOT_BOUND,
            Obstacle.ROLE_SESSION,
            Obstacle.UNKNOWN_KEY,
            Obstacle.FILLED_KEY,
            Obstacle.EMPTY_LIST,
            Obstacle.MALFORMED_VALUE,
            Obstacle.VALUE_TEXT,
            Obstacle.ADDRESS_LIST,
            Obstacle.DOCUMENT_CHARACTERS,
            Obstacle.OWNER,
            Obstacle.TRUST_POLICY,
            Obstacle.RESOURCE);

    private static @Nullable SimulatorEndpoint endpoint;
    private static @Nullable AwsSimulation service;

    @BeforeContainer
    static void start() throws IOException {
        SimulatorEndpoint started = SimulatorEndpoint.start(EndpointOptions.onAnyFreePort());
        endpoint = started;
        service = LocalSimulation.of(started.uri());
    }

    @AfterContainer
    static void stop() {
        if (service != null && endpoint != null) {
            service.close();
            endpoint.close();
        }
    }

    @Provide
    Arbitrary<ServiceCase> cases() {
        return ServiceCase.cases();
    }

    @Property(tries = 450)
    void allThreeAnswerAlike(@ForAll("cases") ServiceCase policies, @ForAll long seed) {
        Questions questions = new Questions(policies.tested(), true);
        List<Request> requests = comparable(questions, policies, new Random(seed));
        List<Answer> answers = new ServiceEvaluator(questions, LocalSimulation.started(service)).answers(requests);
        assertThat(answers).hasSameSizeAs(requests);
        for (int i = 0; i < requests.size(); i++) {
            if (answers.get(i) instanceof Answered answered) {
                compare(policies, requests.get(i), answered);
                collect(policies, requests.get(i), answered);
            } else {
                Statistics.label("comparable").collect(false);
                Statistics.label("obstacle").collect(((NotComparable) answers.get(i)).obstacle());
            }
        }
        checkCoverage();
    }

    private static List<Request> comparable(Questions questions, ServiceCase policies, Random random) {
        List<Request> requests = new ArrayList<>();
        for (int drawn = 0; drawn < MOST_DRAWN && requests.size() < COMPARABLE_EACH; drawn++) {
            Request request = draw(policies, random);
            if (questions.about(request) instanceof NotComparable reason) {
                Statistics.label("comparable").collect(false);
                Statistics.label("obstacle").collect(reason.obstacle());
            } else {
                requests.add(request);
                requests.add(withOtherAction(request, random));
            }
        }
        return requests;
    }

    /** Mostly with nothing left open that the policies ask for, and by somebody who can be named as the caller. */
    private static Request draw(ServiceCase policies, Random random) {
        ImmutableList<PolicyDocument> documents = policies.environment().documents();
        Request request = near(documents, policies.environment().resource().isPresent(), random);
        if (random.nextInt(8) == 0) {
            return request;
        }
        Map<ConditionKey, ContextValue> settled = new LinkedHashMap<>();
        for (ConditionKey key : RequestKeys.of(documents)) {
            if (request.context().get(key).isUnknown()) {
                settled.put(key, RequestArbitraries.settled(request, key, random));
            }
        }
        if (request.context().get(Facts.RESOURCE_ACCOUNT).isUnknown()) {
            settled.put(Facts.RESOURCE_ACCOUNT, ContextValue.of(owner(request)));
        }
        return request.with(settled);
    }

    private static Request near(ImmutableList<PolicyDocument> documents, boolean named, Random random) {
        Predicate<Principal> usual = named
                ? IamUser.class::isInstance
                : principal -> principal instanceof IamUser || principal instanceof RoleSession;
        return Stream.generate(() -> RequestArbitraries.nearByAnybody(documents, random))
                .filter(request -> usual.test(request.principal()) || random.nextInt(8) == 0)
                .findFirst()
                .orElseThrow();
    }

    private static String owner(Request request) {
        return request.resources().stream()
                .flatMap(resource -> Arn.parse(resource).stream())
                .map(Arn::account)
                .filter(Arn::isAccountId)
                .findFirst()
                .orElse(SamplePrincipals.ACCOUNT);
    }

    /** Asked in the same call. */
    private static Request withOtherAction(Request request, Random random) {
        String action = SampleValues.ACTIONS.get(random.nextInt(SampleValues.ACTIONS.size()));
        return new Request(request.principal(), action, request.resources(), request.context());
    }

    private static void compare(ServiceCase policies, Request request, Answered answered) {
        Simulator offline = policies.tested().simulator();
        Decision decision = offline.evaluate(request);
        assertThat(decision.outcome()).as("%s", request).isEqualTo(answered.outcome());
        assertThat(new ReferenceBridge(policies.environment()).answer(request).possible())
                .as("%s", request)
                .isEqualTo(ReferenceBridge.possible(decision));

        ImmutableList<ResourceExplanation> explained = offline.explain(request).resources();
        List<ResourceResult> results = answered.result().resources();
        assertThat(results).hasSize(request.resources().equals(List.of("*")) ? 0 : explained.size());
        for (int i = 0; i < results.size(); i++) {
            Outcome expected = explained.get(i).decision().outcome();
            boolean foreign = decision.basis() == Decision.Basis.ORGANIZATION && isForeign(request, i);
            assertThat(results.get(i).decision())
                    .as("%s %s", results.get(i).resource(), request)
                    .isEqualTo(foreign && expected == Outcome.ALLOWED ? Outcome.IMPLICIT_DENY : expected);
        }
    }

    /** Whether a resource is one of another account, to which SCPs alone give nobody access. */
    private static boolean isForeign(Request request, int resource) {
        return Arn.parse(request.resources().get(resource))
                .map(Arn::account)
                .filter(Arn::isAccountId)
                .filter(account -> !request.principal().account().equals(Optional.of(account)))
                .isPresent();
    }

    private static void collect(ServiceCase policies, Request request, Answered answered) {
        Environment environment = policies.environment();
        Statistics.label("comparable").collect(true);
        Statistics.label("outcome").collect(answered.outcome());
        Statistics.label("levels").collect(environment.scps().size());
        Statistics.label("resources").collect(Math.min(2, request.resources().size()));
        Statistics.label("boundary").collect(environment.boundary().isPresent());
        Statistics.label("resource policy").collect(environment.resource().isPresent());
        Statistics.label("grants").collect(environment.identity().isPresent());
        Statistics.label("user").collect(request.principal() instanceof IamUser);
        Statistics.label("SCPs stop")
                .collect(!answered.result().allowedByOrganizations().orElse(true));
    }

    /** Nothing is left out unnoticed: what is compared, and what is not. */
    private static void checkCoverage() {
        Statistics.label("comparable").coverage(coverage -> coverage.check(true).count(count -> count >= 250));
        atLeast("outcome", 10, Outcome.ALLOWED, Outcome.EXPLICIT_DENY, Outcome.IMPLICIT_DENY);
        atLeast("levels", 4, IntStream.rangeClosed(1, 7).boxed().toArray());
        atLeast("resources", 10, 1, 2);
        Stream.of("boundary", "grants", "user", "SCPs stop").forEach(label -> atLeast(label, 10, true, false));
        atLeast("resource policy", 1, true, false);
        Statistics.label("obstacle")
                .coverage(coverage ->
                        GENERATED.forEach(obstacle -> coverage.check(obstacle).count(count -> count >= 1)));
    }

    private static void atLeast(String label, int percent, Object... values) {
        Statistics.label(label).coverage(coverage -> {
            for (Object value : values) {
                coverage.check(value).percentage(percentage -> percentage >= percent);
            }
        });
    }
}

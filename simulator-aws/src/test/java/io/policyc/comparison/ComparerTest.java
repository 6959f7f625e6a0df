package io.policyc.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.policyc.comparison.Answer.Answered;
import io.policyc.comparison.ServiceFailure.Kind;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.expectation.ExpectationContext;
import io.policyc.expectation.ExpectationReport;
import io.policyc.expectation.ExpectationRunner;
import io.policyc.expectation.TestFileReader;
import io.policyc.expectation.TestedPolicies;
import io.policyc.organization.StubPolicies;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.simulator.Outcome;
import io.policyc.source.SourceText;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Offline results against a second opinion that is the offline simulator with one rule changed. */
final class ComparerTest {
    private static final ConditionKey TAG = ConditionKey.of("aws:PrincipalTag/team");
    private static final ConditionKey REGION = ConditionKey.of("aws:RequestedRegion");

    private static final String TESTS = """
            defaults: { principal: iam-user/a, action: "s3:GetObject", resources: ["arn:aws:s3:::a/1", "arn:aws:s3:::b/1", "*"] }
            policies:
              - Version: "2012-10-17"
                Statement:
                  - { Sid: Other, Effect: Deny, Action: "s3:PutObject", Resource: "*" }
                  - { Sid: Ours, Effect: Deny, Action: "s3:*", Resource: "arn:aws:s3:::b/*",
                      Condition: { StringEquals: { "aws:PrincipalTag/team": red } } }
              - Version: "2012-10-17"
                Statement: { Effect: Deny, Action: "ec2:*", Resource: "*" }
            tests:
              - name: red
                request: { region: eu-west-1, client: boto3, context: { "aws:PrincipalTag/team": red, "aws:PrincipalTag/cost": x } }
                expect: explicit-deny
              - name: blue
                request: { region: eu-west-1, context: { "aws:PrincipalTag/team": blue } }
                expect: allow
              - name: open
                request: { region: eu-west-1 }
                expect: undetermined
              - name: later
                request: { region: eu-west-1 }
                expect: allow
                skip: not today
            """;

    private static ExpectationReport report(String tests) {
        ExpectationContext context = new ExpectationContext(StubPolicies.of(), Optional.empty());
        return ExpectationRunner.create()
                .run(ImmutableList.of(TestFileReader.read(SourceText.of("a.test.yaml", tests), context)
                        .orThrow()));
    }

    private static Answered answered(Request request, Outcome outcome) {
        return new Answered(
                outcome,
                new ActionResult(
                        request.action(),
                        outcome,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ImmutableList.of(),
                        ImmutableList.of(),
                        ImmutableList.of()));
    }

    /** As offline, but for those who come from the team red to the bucket b: they may. */
    private static final SecondOpinion WRONG = (policies, requests) ->
            requests.stream().map(request -> wrong(policies, request)).collect(ImmutableList.toImmutableList());

    private static Answer wrong(TestedPolicies policies, Request request) {
        if (request.context().get(TAG).isUnknown()) {
            return NotComparable.of(Obstacle.UNKNOWN_KEY, "tag");
        }
        Outcome outcome = policies.simulator().evaluate(request).outcome();
        boolean red = request.context().get(TAG).equals(ContextValue.of("red"));
        return answered(request, red && outcome == Outcome.EXPLICIT_DENY ? Outcome.ALLOWED : outcome);
    }

    @Test
    void eachCaseHasItsVerdict() {
        ServiceReport compared = Comparer.compare(report(TESTS), WRONG, KnownDisagreements.NONE);
        assertThat(compared.cases())
                .extracting(test -> test.verdict().getClass().getSimpleName())
                .containsExactly("Disagrees", "Agrees", "Incomparable", "Skipped");
        assertThat(compared.surprises()).isEqualTo(1);
        assertThat(compared.isWithoutComparison()).isFalse();
    }

    /** One resource, one statement of one policy, and of the context the one key that matters. */
    @Test
    void aDisagreementIsMadeAsSmallAsItGets() {
        ServiceReport compared = Comparer.compare(report(TESTS), WRONG, KnownDisagreements.NONE);
        SmallestRequest smallest = ((Verdict.Disagrees) compared.cases().get(0).verdict())
                .smallest()
                .orElseThrow();
        assertThat(smallest.limit()).isEmpty();
        assertThat(smallest.request().resources()).containsExactly("arn:aws:s3:::b/1");
        assertThat(smallest.request().context().get(TAG)).isEqualTo(ContextValue.of("red"));
        assertThat(smallest.request().context().get(REGION)).isEqualTo(ContextValue.ABSENT);
        assertThat(smallest.request().context().mentioned().values())
                .filteredOn(ContextValue::isPresent)
                .hasSize(1);
        // As the service was given them: FullAWSAccess, and what is left of the others.
        ImmutableList<LocatedPolicy> policies = Iterables.getOnlyElement(PathStatements.of(
                                smallest.policies(), smallest.request().principal())
                        .levels())
                .policies();
        assertThat(policies).hasSize(2).startsWith(LocatedPolicy.FULL_AWS_ACCESS);
        assertThat(policies.get(1).document().statements())
                .extracting(statement -> statement.sid().orElseThrow().text())
                .containsExactly("Ours");
    }

    @Test
    void aKnownDisagreementIsNoSurpriseAndAsksForNothingMore() {
        AtomicInteger asked = new AtomicInteger();
        SecondOpinion counting = (policies, requests) -> {
            asked.addAndGet(requests.size());
            return WRONG.answers(policies, requests);
        };
        ServiceReport compared = Comparer.compare(report(TESTS), counting, known("explicit-deny", "allow"));
        assertThat(compared.surprises()).isZero();
        assertThat(compared.known()).isEqualTo(1);
        assertThat(asked).hasValue(3);
        assertThat(known("explicit-deny", "allow").stale(compared, true)).isEmpty();
        assertThat(Comparer.compare(report(TESTS), WRONG, known("explicit-deny", "implicit-deny"))
                        .surprises())
                .isEqualTo(1);
    }

    private static KnownDisagreements known(String offline, String aws) {
        String entry = "disagreements: [{ test: red, file: a.test.yaml, offline: " + offline + ", aws: " + aws
                + ", reason: r, link: \"https://e\" }]";
        return KnownDisagreementsReader.read(SourceText.of("known.yaml", entry)).orThrow();
    }

    /** What makes no difference offline is filled in, and only to compare. */
    @Test
    void openRequestsAreFilledInWhereThatMakesNoDifference() {
        String tests = """
                policies: [{ Version: "2012-10-17", Statement: [
                  { Effect: Deny, Action: "s3:GetObject", Resource: "*" },
                  { Effect: Deny, Action: "s3:*", Resource: "*", Condition: { StringEquals: { "aws:PrincipalTag/team": red } } } ] }]
                tests:
                  - name: open
                    request: { principal: iam-user/a, action: "s3:GetObject" }
                    expect: deny
                """;
        ServiceReport compared = Comparer.compare(report(tests), WRONG, KnownDisagreements.NONE);
        assertThat(compared.count(Verdict.Agrees.class)).isEqualTo(1);
        assertThat(compared.filledIn()).isEqualTo(1);
        assertThat(Comparer.judge(report(tests), WRONG).count(Verdict.Incomparable.class))
                .isEqualTo(1);
    }

    /** The tests that are not recorded are found among those that are. */
    @Test
    void whatIsNotRecordedKeepsNothingElseFromBeingCompared() {
        SecondOpinion partial = (policies, requests) -> {
            if (requests.stream().anyMatch(request -> request.context().get(TAG).equals(ContextValue.of("blue")))) {
                throw new ServiceFailure(Kind.NOT_RECORDED, "not recorded", "");
            }
            return WRONG.answers(policies, requests);
        };
        ServiceReport compared = Comparer.compare(report(TESTS), partial, KnownDisagreements.NONE);
        assertThat(compared.cases())
                .extracting(test -> test.verdict().getClass().getSimpleName())
                .containsExactly("Disagrees", "NotRecorded", "Incomparable", "Skipped");
    }

    @Test
    void everyOtherFailureEndsTheComparison() {
        SecondOpinion failing = (policies, requests) -> {
            throw new ServiceFailure(Kind.THROTTLED, "too often", "wait");
        };
        assertThatThrownBy(() -> Comparer.compare(report(TESTS), failing, KnownDisagreements.NONE))
                .isInstanceOf(ServiceFailure.class);
    }

    /** A service decides; a test that expects an open request is not judged by it, and one that failed says so. */
    @Test
    void aServiceJudgesAlone() {
        ServiceReport judged = Comparer.judge(report(TESTS), WRONG);
        assertThat(judged.cases())
                .extracting(test -> JudgedCase.of(test).status())
                .containsExactly(
                        JudgedCase.Status.FAILED,
                        JudgedCase.Status.PASSED,
                        JudgedCase.Status.NOT_COMPARABLE,
                        JudgedCase.Status.SKIPPED);
        assertThat(judged.cases())
                .allSatisfy(test -> assertThat(test.verdict() instanceof Verdict.Disagrees disagrees
                                && disagrees.smallest().isPresent())
                        .isFalse());
    }
}

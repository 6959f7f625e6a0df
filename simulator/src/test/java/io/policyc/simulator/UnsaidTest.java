package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Organization;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody said is never taken for something: not the resource, and not the time at which a session was issued. */
class UnsaidTest {
    private static final RoleSession ROLE = RoleSession.of("111122223333", "x", RoleSession.Kind.ASSUMED);

    @Test
    void aResourceThatNobodyNamedLeavesTheDecisionOpenWhereItMatters() {
        Simulator simulator = deny("s3:DeleteObject", "arn:aws:s3:::prod/*", List.of());

        Decision unsaid =
                simulator.evaluate(Request.builder(ROLE, "s3:DeleteObject").build());
        assertThat(unsaid.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(unsaid.unknownKeys()).containsExactly(Request.RESOURCE);
        assertThat(simulator
                        .explain(Request.builder(ROLE, "s3:DeleteObject").build())
                        .decision())
                .isEqualTo(unsaid);
        assertThat(outcome(simulator, "s3:DeleteObject", "arn:aws:s3:::prod/a")).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(outcome(simulator, "s3:DeleteObject", "arn:aws:s3:::test/a")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void aResourceThatNobodyNamedDoesNotMatterToOtherActionsOrToPoliciesOnEveryResource() {
        Request request = Request.builder(ROLE, "s3:GetObject").build();
        assertThat(deny("s3:DeleteObject", "arn:aws:s3:::prod/*", List.of())
                        .evaluate(request)
                        .outcome())
                .isEqualTo(Outcome.ALLOWED);
        assertThat(deny("s3:GetObject", "*", List.of()).evaluate(request).outcome())
                .isEqualTo(Outcome.EXPLICIT_DENY);
    }

    @Test
    void theIssueTimeOfASessionIsThereAndNotKnown() {
        Condition old = Condition.of(Comparison.DATE_LESS_THAN, "aws:TokenIssueTime", "2026-06-01T00:00:00Z");
        Condition present = Condition.of(Comparison.NULL, "aws:TokenIssueTime", "false");
        Request request = Request.builder(ROLE, "s3:GetObject").build();

        assertThat(deny("*", "*", List.of(present)).evaluate(request).outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
        Decision decision = deny("*", "*", List.of(old)).evaluate(request);
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(decision.unknownKeys()).containsExactly(old.key());
    }

    private static Outcome outcome(Simulator simulator, String action, String resource) {
        return simulator
                .evaluate(Request.builder(ROLE, action).resource(resource).build())
                .outcome();
    }

    private static Simulator deny(String action, String resource, List<Condition> conditions) {
        Statement statement = Statement.of(
                Effect.DENY,
                new ActionElement.Action(ImmutableList.of(new ActionPattern(action))),
                new ResourceElement.Resource(ImmutableList.of(new ValueTemplate(resource))),
                conditions);
        LocatedPolicy policy = LocatedPolicy.withoutPlaces("p", PolicyDocument.of(List.of(statement)));
        return Simulator.prepare(List.of(Organization.trial(List.of(policy))));
    }
}

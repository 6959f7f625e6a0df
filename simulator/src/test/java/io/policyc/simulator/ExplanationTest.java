package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Level;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.simulator.ConditionExplanation.ValueExplanation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void saysWhichValueMatchesAndWhatIsNearlyOne() {
        Condition condition = Condition.of(Comparison.STRING_NOT_LIKE, "aws:UserAgent", "boto*", "Boto*", "x*");
        ConditionExplanation explained = explain(condition, PolicyVersion.V2012_10_17);

        assertThat(explained.truth()).isEqualTo(Truth.FALSE);
        assertThat(explained.actual().values()).containsExactly("Boto3/1.0");
        assertThat(explained.values())
                .extracting(ValueExplanation::matches)
                .containsExactly(Truth.FALSE, Truth.TRUE, Truth.FALSE);
        assertThat(explained.values())
                .extracting(ValueExplanation::note)
                .containsExactly(
                        Optional.of("has `B` at character 1, wants `b`; differs in letter case only"),
                        Optional.empty(),
                        Optional.of("has `B` at character 1, wants `x`"));
    }

    @Test
    void hasNothingToCompareWithoutAValue() {
        Condition condition = Condition.of(Comparison.STRING_NOT_LIKE, "aws:TokenIssueTime", "x");
        ConditionExplanation explained = explain(condition, PolicyVersion.V2012_10_17);

        assertThat(explained.truth()).isEqualTo(Truth.TRUE);
        assertThat(explained.values()).isEmpty();
    }

    @Test
    void knowsThatTheOlderVersionHasNoVariables() {
        Condition condition = Condition.of(Comparison.STRING_EQUALS, "aws:username", "${aws:username}");

        assertThat(explain(condition, PolicyVersion.V2012_10_17).values().get(0).matches())
                .isEqualTo(Truth.TRUE);
        assertThat(explain(condition, PolicyVersion.V2008_10_17).values().get(0).matches())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void aSureDenialForWantOfAnAllowNamesNoKeysOfOtherAllows() {
        Level nothing = new Level("nothing", ImmutableList.of());
        Level perhaps = new Level(
                "perhaps",
                ImmutableList.of(policy(
                        Effect.ALLOW,
                        Condition.of(Comparison.BOOL, "example:Allow", "true"),
                        PolicyVersion.V2012_10_17)));
        Level denying = new Level(
                "denying",
                ImmutableList.of(policy(
                        Effect.DENY,
                        Condition.of(Comparison.BOOL, "example:Deny", "true"),
                        PolicyVersion.V2012_10_17)));

        Decision decision =
                Simulator.prepare(List.of(nothing, perhaps, denying)).evaluate(request());

        assertThat(decision.possible()).containsExactly(Outcome.EXPLICIT_DENY, Outcome.IMPLICIT_DENY);
        assertThat(decision.isDenied()).isTrue();
        assertThat(decision.unknownKeys()).hasToString("[example:Deny]");
        assertThat(decision.levelsWithoutAllow()).containsExactly("nothing", "denying");
    }

    private static ConditionExplanation explain(Condition condition, PolicyVersion version) {
        Level level = new Level("root", ImmutableList.of(policy(Effect.DENY, condition, version)));
        return Simulator.prepare(List.of(level))
                .explain(request())
                .resources()
                .get(0)
                .levels()
                .get(0)
                .policies()
                .get(0)
                .statements()
                .get(0)
                .conditions()
                .get(0);
    }

    private static LocatedPolicy policy(Effect effect, Condition condition, PolicyVersion version) {
        Statement statement = Statement.of(
                effect,
                new ActionElement.Action(ImmutableList.of(new ActionPattern("*"))),
                new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))),
                List.of(condition));
        return LocatedPolicy.withoutPlaces(
                "policy", new PolicyDocument(Optional.of(version), Optional.empty(), ImmutableList.of(statement)));
    }

    private static Request request() {
        return Request.builder(IamUser.of("111122223333", "alice", Credentials.LONG_LIVED), "s3:GetObject")
                .userAgent("Boto3/1.0")
                .build();
    }
}

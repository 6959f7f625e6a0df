package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.LocatedPolicy.StatementPlace;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PrincipalElement;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trusts as trust policies: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html>.
 */
final class TrustPolicies {
    private static final ImmutableList<String> ASSUME = ImmutableList.of("sts:AssumeRole");
    private static final ImmutableList<String> WITH_TOKEN = ImmutableList.of("sts:AssumeRoleWithWebIdentity");

    private TrustPolicies() {}

    /** The trust policy of a role; a permission set has none of its own. */
    static Optional<LocatedPolicy> of(ReadRole role) {
        ImmutableList<ImmutableList<Condition>> alternatives =
                conditions(role.intent().trust());
        List<Statement> statements = new ArrayList<>();
        List<StatementPlace> places = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            Statement statement = statement(role.intent(), alternatives.get(i));
            statements.add(statement);
            places.add(place(
                    role, statement, alternatives.get(i), role.trustConditions().get(i)));
        }
        return statements.isEmpty()
                ? Optional.empty()
                : Optional.of(new LocatedPolicy(
                        role.intent().name(), PolicyDocument.of(statements), ImmutableList.copyOf(places)));
    }

    /** The conditions of each statement. */
    static ImmutableList<ImmutableList<Condition>> conditions(Trust trust) {
        if (trust instanceof Trust.WebIdentity token) {
            return token.alternatives();
        }
        if (trust instanceof Trust.Service service) {
            return ImmutableList.of(service.conditions());
        }
        if (trust instanceof Trust.Accounts accounts) {
            ImmutableList.Builder<Condition> conditions = ImmutableList.builder();
            accounts.externalId()
                    .ifPresent(id -> conditions.add(Condition.of(
                            Comparison.STRING_EQUALS,
                            "sts:ExternalId",
                            ClaimText.literal(id).template())));
            return ImmutableList.of(conditions.addAll(accounts.conditions()).build());
        }
        return ImmutableList.of();
    }

    private static Statement statement(RoleIntent role, ImmutableList<Condition> conditions) {
        ImmutableList<String> actions = ASSUME;
        PrincipalElement.PrincipalSet principals = new PrincipalElement.Everyone();
        if (role.trust() instanceof Trust.WebIdentity token) {
            actions = WITH_TOKEN;
            principals =
                    listed(Kind.FEDERATED, ImmutableList.of(token.provider().arn(role.account())));
        } else if (role.trust() instanceof Trust.Service service) {
            actions = service.actions();
            principals = listed(Kind.SERVICE, ImmutableList.of(service.service()));
        } else if (role.trust() instanceof Trust.Accounts accounts) {
            principals = listed(Kind.AWS, accounts.principals());
        }
        return new Statement(
                Optional.empty(),
                Effect.ALLOW,
                Optional.of(new PrincipalElement.Principal(principals)),
                new ActionElement.Action(
                        actions.stream().map(ActionPattern::new).collect(ImmutableList.toImmutableList())),
                Optional.empty(),
                conditions);
    }

    private static PrincipalElement.PrincipalSet listed(Kind kind, ImmutableList<String> names) {
        return new PrincipalElement.Listed(ImmutableMap.of(kind, names));
    }

    /** A statement groups its conditions by operator; the places go with them. */
    private static StatementPlace place(
            ReadRole role, Statement statement, ImmutableList<Condition> conditions, ImmutableList<SourceSpan> places) {
        Map<Condition, SourceSpan> byCondition = new HashMap<>();
        // What no place is told of, such as the external id, belongs to the trust as a whole.
        int first = conditions.size() - places.size();
        for (int i = first; i < conditions.size(); i++) {
            byCondition.put(conditions.get(i), places.get(i - first));
        }
        return new StatementPlace(
                role.trust(),
                statement.conditions().stream()
                        .map(condition -> byCondition.getOrDefault(condition, role.trust()))
                        .collect(ImmutableList.toImmutableList()));
    }
}

package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.Statement;
import io.policyc.request.ContextValue;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import io.policyc.request.WebIdentity;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compiled roles, and requests that meet the JSON text of their policies. */
final class Roles {
    private Roles() {}

    static CompiledRole ofCase(String name) throws IOException {
        return of(Files.readString(Path.of("src/test/resources/cases/roles", name, "role.yaml")));
    }

    static CompiledRole of(String yaml) {
        return RoleCompiler.compile(SourceText.of("role.yaml", yaml), RoleContext.NONE)
                .orThrow();
    }

    /** Whether somebody may assume the role; keys that are not given are absent. */
    static boolean letsIn(CompiledRole role, Principal principal, String action, Map<String, String> context) {
        LocatedPolicy trust = reread(role.trustPolicy(), PolicyType.TRUST_POLICY);
        Request.Builder request = Request.builder(principal, action)
                .resource(role.intent().arn().orElseThrow())
                .resourceAccount(role.intent().account());
        Simulator simulator = Simulator.builder()
                .trustPolicy(trust)
                .identityPolicies(ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS))
                .prepare();
        return isAllowed(simulator, request.build().with(complete(trust, principal, context)));
    }

    /** Whether the bearer of a token with such claims may assume the role. */
    static boolean letsInToken(CompiledRole role, Map<String, String> claims) {
        Trust.WebIdentity trust = (Trust.WebIdentity) role.intent().trust();
        Map<String, String> context = new LinkedHashMap<>();
        claims.forEach((claim, value) -> context.put(trust.provider().issuer() + ":" + claim, value));
        WebIdentity bearer = new WebIdentity(trust.provider().arn(role.intent().account()));
        return letsIn(role, bearer, "sts:AssumeRoleWithWebIdentity", context);
    }

    /** Whether the role may do something, as far as its own permissions say. */
    static boolean mayDo(CompiledRole role, String action, String resource, Map<String, String> context) {
        LocatedPolicy permissions = reread(role.permissionsPolicy(), PolicyType.IDENTITY_POLICY);
        Principal session =
                RoleSession.of(role.intent().account(), role.intent().name(), RoleSession.Kind.ASSUMED);
        Request request = Request.builder(session, action)
                .resource(resource)
                .resourceAccount(role.intent().account())
                .build();
        Simulator simulator = Simulator.builder()
                .identityPolicies(ImmutableList.of(permissions))
                .prepare();
        return isAllowed(simulator, request.with(complete(permissions, session, context)));
    }

    private static boolean isAllowed(Simulator simulator, Request request) {
        Outcome outcome = simulator.evaluate(request).outcome();
        if (outcome == Outcome.UNDETERMINED) {
            throw new AssertionError("undetermined: " + simulator.evaluate(request));
        }
        return outcome == Outcome.ALLOWED;
    }

    /** The keys that are given, and that all others of the policy which the principal does not fill are absent. */
    private static Map<ConditionKey, ContextValue> complete(
            LocatedPolicy policy, Principal principal, Map<String, String> given) {
        Map<ConditionKey, ContextValue> context = new LinkedHashMap<>();
        ImmutableSet<ConditionKey> filled = principal.context().keySet();
        for (Statement statement : policy.document().statements()) {
            for (Condition condition : statement.conditions()) {
                if (!filled.contains(condition.key())) {
                    context.put(condition.key(), ContextValue.ABSENT);
                }
            }
        }
        given.forEach((key, value) -> context.put(ConditionKey.of(key), ContextValue.of(value)));
        return context;
    }

    private static LocatedPolicy reread(Optional<LocatedPolicy> policy, PolicyType type) {
        String json = PolicyWriter.minified(policy.orElseThrow().document());
        LocatedPolicy read = PolicyReader.read("policy", SourceText.of("policy.json", json), type)
                .orThrow();
        if (!read.document().equals(policy.orElseThrow().document())) {
            throw new AssertionError("reads back differently: " + json);
        }
        return read;
    }
}

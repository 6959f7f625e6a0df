package io.policyc.workspace;

import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyWriter;
import io.policyc.role.CompiledRole;
import io.policyc.role.RoleIntent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of a role below {@code dist/}: roles/ACCOUNT/NAME.trust.json and NAME.permissions.json. They are pretty, since IAM
 * does not count white space in policies of roles.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 */
public final class RoleFiles {
    private RoleFiles() {}

    /** The folder of an account's roles. */
    public static String folder(String account) {
        return "roles/" + account;
    }

    /** The policies of a role by the names of their files; the trust policy is first. */
    static Map<String, LocatedPolicy> policies(CompiledRole role) {
        Map<String, LocatedPolicy> policies = new LinkedHashMap<>();
        role.trustPolicy().ifPresent(policy -> policies.put(name(role.intent(), "trust"), policy));
        role.permissionsPolicy().ifPresent(policy -> policies.put(name(role.intent(), "permissions"), policy));
        return policies;
    }

    /** The texts by file name. */
    static Map<String, String> texts(CompiledRole role) {
        Map<String, String> texts = new LinkedHashMap<>();
        policies(role).forEach((name, policy) -> texts.put(name, PolicyWriter.pretty(policy.document())));
        return texts;
    }

    private static String name(RoleIntent role, String kind) {
        return folder(role.account()) + "/" + role.name() + "." + kind + ".json";
    }
}

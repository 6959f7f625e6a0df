package io.policyc.request;

import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys of requests on which policies can depend. */
public final class RequestKeys {
    private RequestKeys() {}

    /** The keys that policies name, as keys or in variables, without the names that no request can carry. */
    public static ImmutableSet<ConditionKey> of(Iterable<PolicyDocument> policies) {
        Set<ConditionKey> keys = new LinkedHashSet<>();
        for (PolicyDocument policy : policies) {
            for (Statement statement : policy.statements()) {
                statement.resource().ifPresent(resource -> variables(resource.patterns(), keys));
                for (Condition condition : statement.conditions()) {
                    keys.add(condition.key());
                    variables(condition.values(), keys);
                }
            }
        }
        return ImmutableSet.copyOf(keys);
    }

    private static void variables(List<ValueTemplate> templates, Set<ConditionKey> keys) {
        for (ValueTemplate template : templates) {
            for (ValueTemplate.Part part : template.parts(PolicyVersion.V2012_10_17)) {
                if (part instanceof ValueTemplate.Variable variable
                        && ConditionKey.isValid(variable.key().spelling())) {
                    keys.add(variable.key());
                }
            }
        }
    }
}

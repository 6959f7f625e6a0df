package io.policyc.deploy;

import io.policyc.policy.Arn;
import io.policyc.role.RoleIntent;
import java.util.List;

/**
 * A managed policy. A permission set has those of AWS by their ARNs, and those of customers by name and path, because each
 * account that it is assigned in has its own.
 *
 * @see <a href="https://docs.aws.amazon.com/singlesignon/latest/userguide/howtocmp.html">Customer managed policies</a>
 */
record ManagedPolicy(String arn) {
    static List<ManagedPolicy> of(RoleIntent role) {
        return role.managedPolicies().stream().map(ManagedPolicy::new).toList();
    }

    /** Whether it is one of AWS. */
    boolean isOfAws() {
        return Arn.parse(arn).filter(parsed -> parsed.account().equals("aws")).isPresent();
    }

    /** The last part of the ARN. */
    String name() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** What lies between {@code policy} and the name, with both slashes. */
    String path() {
        return arn.substring(arn.indexOf('/'), arn.lastIndexOf('/') + 1);
    }
}

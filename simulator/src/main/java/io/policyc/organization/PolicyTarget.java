package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import java.util.Optional;

/**
 * A place of an organization that policies are attached to.
 *
 * @param path the names from the root down, joined with {@code /}: {@code Root/Workloads/payments-prod}
 * @param id what AWS calls it: {@code r-…}, {@code ou-…}, or twelve digits; empty where the file does not say
 * @param policies those attached directly to it
 */
public record PolicyTarget(Kind kind, String path, Optional<String> id, ImmutableList<LocatedPolicy> policies) {

    /** What can have policies. */
    public enum Kind {
        ROOT("the root"),
        UNIT("unit"),
        ACCOUNT("account");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}

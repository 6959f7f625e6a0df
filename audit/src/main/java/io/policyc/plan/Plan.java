package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;

/**
 * What to do next on a day, and what is to be kept of it for the next plan.
 *
 * @param keys in the order in which people read them: what is to be done, by account and owner, then what waits, then the rest
 * @param gone how many keys that earlier plans saw are not there any more
 * @param elsewhere how many keys that earlier plans saw are of accounts or users of which nothing is known this time
 * @param others how many other long-lived credentials there are: passwords and certificates, which are not planned
 * @param reported whether credential reports were given
 */
public record Plan(
        LocalDate day,
        ImmutableList<PhasePlan> phases,
        ImmutableList<KeyPlan> keys,
        int gone,
        int elsewhere,
        int others,
        boolean reported,
        PlanState state) {

    /** Parts of a plan, in their order. */
    public enum Part {
        NOW("now"),
        LATER("later"),
        CANNOT_TELL("cannot tell");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        static Part of(KeyPlan key) {
            return key.stage().isAction() ? NOW : key.stage().isWaiting() ? LATER : CANNOT_TELL;
        }
    }

    /** The keys of one part. */
    public ImmutableList<KeyPlan> keys(Part part) {
        return keys.stream().filter(key -> Part.of(key) == part).collect(ImmutableList.toImmutableList());
    }
}

package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Level;
import io.policyc.organization.Organization;
import io.policyc.simulator.Simulator;
import java.util.function.Function;

/** What the tests of a file run against. */
public sealed interface TestedPolicies {

    <R> R fold(Function<? super Trial, R> trial, Function<? super Attached, R> attached);

    /** Policies named in the file, as if they were attached above every account. */
    record Trial(Level level) implements TestedPolicies {
        @Override
        public <R> R fold(Function<? super Trial, R> trial, Function<? super Attached, R> attached) {
            return trial.apply(this);
        }
    }

    /** An organization as it is. */
    record Attached(Organization organization) implements TestedPolicies {
        @Override
        public <R> R fold(Function<? super Trial, R> trial, Function<? super Attached, R> attached) {
            return attached.apply(this);
        }
    }

    /** A simulator for them. */
    default Simulator simulator() {
        return fold(
                trial -> Simulator.prepare(ImmutableList.of(trial.level())),
                attached -> Simulator.prepare(attached.organization()));
    }
}

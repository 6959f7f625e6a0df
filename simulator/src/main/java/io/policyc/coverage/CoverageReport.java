package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;

/** What tests exercise of several policies. */
public record CoverageReport(ImmutableList<PolicyCoverage> policies) {

    /** Without the policies that no request met. */
    public CoverageReport ofMet() {
        return new CoverageReport(
                policies.stream().filter(PolicyCoverage::met).collect(ImmutableList.toImmutableList()));
    }

    public Counts statements() {
        return sum(PolicyCoverage::statements);
    }

    public Counts conditions() {
        return sum(PolicyCoverage::conditions);
    }

    public Counts exceptions() {
        return sum(PolicyCoverage::exceptions);
    }

    /** All parts of all policies together. */
    public Counts total() {
        return sum(PolicyCoverage::total);
    }

    /** For example {@code statements 5/5, conditions 14/16}, and the exceptions if there are any. */
    public String summary() {
        String text = "statements " + statements() + ", conditions " + conditions();
        return exceptions().all() == 0 ? text : text + ", exceptions " + exceptions();
    }

    private Counts sum(Function<PolicyCoverage, Counts> part) {
        return policies.stream().map(part).reduce(Counts.NONE, Counts::plus);
    }
}

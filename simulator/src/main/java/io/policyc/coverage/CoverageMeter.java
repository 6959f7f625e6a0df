package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.CaseResult;
import io.policyc.expectation.ExpectationCase;
import io.policyc.expectation.ExpectationReport;
import io.policyc.expectation.TestedPolicies;
import io.policyc.request.Request;
import io.policyc.simulator.Simulator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Counts what the requests of tests exercise. Policies are prepared once; of a request only what it showed is kept. */
public final class CoverageMeter {
    private final MeasuredPolicies measured;
    private final Map<MeasuredPolicy, PolicyMeter> meters = new HashMap<>();
    private final List<PolicyMeter> named = new ArrayList<>();
    private final List<PolicyMeter> further = new ArrayList<>();
    private final IdentityHashMap<TestedPolicies, Simulator> simulators = new IdentityHashMap<>();

    private CoverageMeter(MeasuredPolicies measured) {
        this.measured = measured;
        for (MeasuredPolicy policy : measured.policies()) {
            named.add(meters.computeIfAbsent(policy, PolicyMeter::new));
        }
    }

    /**
     * What tests that were run exercise, whether they passed or not. Policies that requests met and that are not in the list
     * of all follow it, by name.
     */
    public static CoverageReport measure(MeasuredPolicies measured, ExpectationReport tests) {
        CoverageMeter meter = new CoverageMeter(measured);
        for (CaseResult result : tests.results()) {
            boolean skipped = result.fold(passed -> false, failed -> false, one -> true);
            if (!skipped) {
                meter.see(result.test());
            }
        }
        return meter.report();
    }

    private void see(ExpectationCase test) {
        Request request = test.request();
        Simulator simulator = simulators.computeIfAbsent(test.policies(), TestedPolicies::simulator);
        simulator.bindingPolicies(request).stream()
                .flatMap(document -> measured.behind(document).stream())
                .distinct()
                .forEach(policy -> meter(policy).see(request));
    }

    private PolicyMeter meter(MeasuredPolicy policy) {
        PolicyMeter known = meters.get(policy);
        if (known != null) {
            return known;
        }
        PolicyMeter meter = new PolicyMeter(policy);
        meters.put(policy, meter);
        further.add(meter);
        return meter;
    }

    private CoverageReport report() {
        ImmutableList.Builder<PolicyCoverage> all = ImmutableList.builder();
        named.forEach(meter -> all.add(meter.coverage()));
        further.stream()
                .map(PolicyMeter::coverage)
                .sorted(Comparator.comparing(PolicyCoverage::policy))
                .forEach(all::add);
        return new CoverageReport(all.build());
    }
}

package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.expectation.CaseResult;
import io.policyc.expectation.ExpectationCase;
import io.policyc.expectation.ExpectationReport;
import io.policyc.expectation.Expected;
import io.policyc.expectation.TestFile;
import io.policyc.expectation.TestedPolicies;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.Request;
import io.policyc.simulator.Simulator;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Requests as the cases of a test file that was run. */
public final class Requests {
    private Requests() {}

    /** What requests to policies on trial exercise; each document stands for what the function says. */
    public static CoverageReport coverage(
            ImmutableList<MeasuredPolicy> all,
            Function<LocatedPolicy, ImmutableList<MeasuredPolicy>> behind,
            Iterable<LocatedPolicy> documents,
            List<Request> requests) {
        MeasuredPolicies measured = new MeasuredPolicies() {
            @Override
            public ImmutableList<MeasuredPolicy> policies() {
                return all;
            }

            @Override
            public ImmutableList<MeasuredPolicy> behind(LocatedPolicy document) {
                return behind.apply(document);
            }
        };
        return CoverageMeter.measure(measured, passed(TestedPolicies.trial(documents), requests));
    }

    private static ExpectationReport passed(TestedPolicies policies, List<Request> requests) {
        Simulator simulator = policies.simulator();
        ImmutableList<CaseResult> results = requests.stream()
                .map(request ->
                        new CaseResult.Passed(test(policies, request), simulator.evaluate(request), Optional.empty()))
                .collect(ImmutableList.toImmutableList());
        TestFile file = new TestFile(
                "requests", results.stream().map(CaseResult::test).collect(ImmutableList.toImmutableList()));
        return new ExpectationReport(ImmutableList.of(new ExpectationReport.FileReport(file, results)), 0);
    }

    private static ExpectationCase test(TestedPolicies policies, Request request) {
        return new ExpectationCase(
                "a request",
                policies,
                request,
                Expected.ALLOW,
                Optional.empty(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SourceText.of("requests", "").start());
    }
}

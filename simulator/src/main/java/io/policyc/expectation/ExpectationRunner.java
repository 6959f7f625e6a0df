package io.policyc.expectation;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.simulator.DoubtfulRule;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs the cases of test files against the offline simulator. The report is the same with any number of threads.
 * Immutable; each method that sets something returns another runner.
 */
public final class ExpectationRunner {
    private final ImmutableSet<DoubtfulRule> doubted;
    private final int threads;
    private final BiPredicate<TestFile, ExpectationCase> selection;

    private ExpectationRunner(
            ImmutableSet<DoubtfulRule> doubted, int threads, BiPredicate<TestFile, ExpectationCase> selection) {
        this.doubted = doubted;
        this.threads = threads;
        this.selection = selection;
    }

    /** Runs every case, on as many threads as the machine has processors, and doubts no rule. */
    public static ExpectationRunner create() {
        return new ExpectationRunner(
                ImmutableSet.of(), Runtime.getRuntime().availableProcessors(), (file, test) -> true);
    }

    /** Also fails each case whose verdict rests on one of the doubtful rules. */
    public ExpectationRunner doubting(Iterable<DoubtfulRule> rules) {
        return new ExpectationRunner(ImmutableSet.copyOf(rules), threads, selection);
    }

    /** Runs on so many threads, at least one; they end before a report is returned. */
    public ExpectationRunner threads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("not a number of threads: " + number);
        }
        return new ExpectationRunner(doubted, number, selection);
    }

    /** Runs only some of the cases; of the others the report has the number. */
    public ExpectationRunner selecting(BiPredicate<TestFile, ExpectationCase> cases) {
        return new ExpectationRunner(doubted, threads, cases);
    }

    /**
     * Runs the selected cases.
     *
     * @throws CancellationException if this thread is interrupted; it still is afterwards
     */
    public ExpectationReport run(Iterable<TestFile> files) {
        ImmutableList.Builder<ExpectationCase> all = ImmutableList.builder();
        ImmutableList.Builder<TestFile> selected = ImmutableList.builder();
        int notSelected = 0;
        for (TestFile file : files) {
            ImmutableList<ExpectationCase> cases = selected(file);
            notSelected += file.cases().size() - cases.size();
            if (!cases.isEmpty()) {
                selected.add(new TestFile(file.name(), cases));
                all.addAll(cases);
            }
        }
        ImmutableList<ExpectationCase> cases = all.build();
        IdentityHashMap<TestedPolicies, Supplier<CaseJudge>> judges = judges(cases);
        ImmutableList<CaseResult> results = Parallel.map(cases, test -> result(test, judges), threads);
        return new ExpectationReport(reports(selected.build(), results), notSelected);
    }

    /**
     * The selected cases as tests that another runner runs one by one, such as a {@code @TestFactory} of JUnit.
     *
     * @see NamedTest
     */
    public Stream<NamedTest> tests(Iterable<TestFile> files) {
        ImmutableList<ExpectationCase> cases = Stream.of(ImmutableList.copyOf(files))
                .flatMap(List::stream)
                .flatMap(file -> selected(file).stream())
                .collect(ImmutableList.toImmutableList());
        IdentityHashMap<TestedPolicies, Supplier<CaseJudge>> judges = judges(cases);
        return cases.stream().map(test -> new NamedTest(test, () -> result(test, judges)));
    }

    private ImmutableList<ExpectationCase> selected(TestFile file) {
        return file.cases().stream()
                .filter(test -> selection.test(file, test))
                .collect(ImmutableList.toImmutableList());
    }

    /** One judge for all cases that share their policies, which are prepared when the first of them is run. */
    private IdentityHashMap<TestedPolicies, Supplier<CaseJudge>> judges(List<ExpectationCase> cases) {
        IdentityHashMap<TestedPolicies, Supplier<CaseJudge>> judges = new IdentityHashMap<>();
        cases.forEach(test -> judges.computeIfAbsent(
                test.policies(), policies -> Suppliers.memoize(() -> new CaseJudge(policies, doubted))));
        return judges;
    }

    private static CaseResult result(
            ExpectationCase test, IdentityHashMap<TestedPolicies, Supplier<CaseJudge>> judges) {
        return test.skip()
                .<CaseResult>map(reason -> new CaseResult.Skipped(test, reason))
                .orElseGet(() -> Objects.requireNonNull(judges.get(test.policies()))
                        .get()
                        .judge(test));
    }

    private static ImmutableList<FileReport> reports(List<TestFile> files, ImmutableList<CaseResult> results) {
        ImmutableList.Builder<FileReport> reports = ImmutableList.builder();
        int next = 0;
        for (TestFile file : files) {
            int end = next + file.cases().size();
            reports.add(new FileReport(file, results.subList(next, end)));
            next = end;
        }
        return reports.build();
    }
}

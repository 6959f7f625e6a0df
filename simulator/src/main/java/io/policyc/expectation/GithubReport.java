package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.GithubAnnotation;
import io.policyc.finding.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A report as annotations of GitHub: an error for each failure, a notice for each test that is not run. */
public final class GithubReport {
    private GithubReport() {}

    public static ImmutableList<GithubAnnotation> annotations(ExpectationReport report) {
        return report.results().stream()
                .flatMap(result -> result.<Stream<GithubAnnotation>>fold(
                        passed -> Stream.empty(),
                        failed -> Stream.of(
                                annotation(Severity.ERROR, failed, failed.test().name(), FailureText.beside(failed))),
                        skipped -> Stream.of(annotation(
                                Severity.INFO,
                                skipped,
                                "skipped: " + skipped.test().name(),
                                skipped.reason()))))
                .collect(ImmutableList.toImmutableList());
    }

    private static GithubAnnotation annotation(Severity severity, CaseResult result, String title, String text) {
        return new GithubAnnotation(severity, Optional.of(result.test().place()), title, text);
    }
}

package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.JudgedCase.Status;
import io.policyc.comparison.ServiceReport.FileVerdicts;
import io.policyc.finding.Printable;
import io.policyc.request.RequestPrinter;

/** Prints for people what became of tests by the answers of a service. */
public final class JudgementPrinter {
    private JudgementPrinter() {}

    /**
     * The tests of each file, then each failure with its request; the sum in the last line.
     *
     * @param by whose answers they are
     */
    public static String print(ServiceReport report, String by) {
        StringBuilder out = new StringBuilder("judged by " + by + "\n");
        for (FileVerdicts file : report.files()) {
            out.append(Printable.line(file.name())).append('\n');
            judged(file).forEach(test -> out.append("  ").append(line(test)).append('\n'));
        }
        ComparisonPrinter.obstacles(report, false, out);
        ImmutableList<JudgedCase> all =
                report.files().stream().flatMap(file -> judged(file).stream()).collect(ImmutableList.toImmutableList());
        all.stream().filter(test -> test.status() == Status.FAILED).forEach(test -> failure(test, out));
        long reasons = all.stream()
                .filter(test -> test.test().because().isPresent() && test.status() == Status.PASSED)
                .count();
        if (reasons > 0) {
            out.append("`because` was not looked at in ")
                    .append(reasons)
                    .append(reasons == 1 ? " test" : " tests")
                    .append(": the service names no statements of SCPs\n");
        }
        return out.append(summary(all)).append('\n').toString();
    }

    private static ImmutableList<JudgedCase> judged(FileVerdicts file) {
        return file.cases().stream().map(JudgedCase::of).collect(ImmutableList.toImmutableList());
    }

    private static String line(JudgedCase test) {
        String name = Printable.line(test.test().name());
        String note = test.note().map(text -> ": " + Printable.escaped(text)).orElse("");
        return switch (test.status()) {
            case PASSED -> "ok       " + name;
            case FAILED -> "FAIL     " + name + note;
            case NOT_COMPARABLE -> "not put  " + name + note;
            case NOT_RECORDED -> "missing  " + name + note;
            case SKIPPED -> "skip     " + name + note;
        };
    }

    private static void failure(JudgedCase test, StringBuilder out) {
        out.append('\n').append(Printable.line(test.test().name())).append('\n');
        out.append("  ").append(Printable.line(test.test().place().toString())).append('\n');
        out.append("  ").append(test.note().orElse("")).append("\n  request\n");
        RequestPrinter.lines(test.test().request())
                .forEach(line -> out.append("    ").append(line).append('\n'));
    }

    private static String summary(ImmutableList<JudgedCase> all) {
        return all.size() + (all.size() == 1 ? " test, " : " tests, ") + count(all, Status.PASSED) + " passed, "
                + count(all, Status.FAILED) + " failed"
                + ComparisonPrinter.also(count(all, Status.NOT_COMPARABLE), "not comparable")
                + ComparisonPrinter.also(count(all, Status.NOT_RECORDED), "not recorded")
                + ComparisonPrinter.also(count(all, Status.SKIPPED), "skipped");
    }

    private static long count(ImmutableList<JudgedCase> all, Status status) {
        return all.stream().filter(test -> test.status() == status).count();
    }
}

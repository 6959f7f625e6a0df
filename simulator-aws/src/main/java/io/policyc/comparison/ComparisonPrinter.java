package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.Answer.Answered;
import io.policyc.comparison.ServiceReport.CaseVerdict;
import io.policyc.comparison.ServiceReport.FileVerdicts;
import io.policyc.expectation.ExpectationCase;
import io.policyc.finding.Printable;
import io.policyc.organization.Level;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyWriter;
import io.policyc.request.RequestPrinter;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.ExplanationPrinter;
import io.policyc.simulator.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints for people where a service and the offline simulator agree, where not, and what was not compared. */
public final class ComparisonPrinter {
    private final StringBuilder out = new StringBuilder();

    private ComparisonPrinter() {}

    /**
     * The comparison, its sum in the last line; each line with a line break.
     *
     * @param with whose answers they are, for the heading
     * @param each whether each test that was not comparable is named
     */
    public static String print(ServiceReport report, String with, boolean each) {
        ComparisonPrinter printer = new ComparisonPrinter();
        printer.line(0, "compared with " + with);
        report.files().forEach(printer::differences);
        if (report.filledIn() > 0) {
            printer.line(
                    1,
                    report.filledIn() + (report.filledIn() == 1 ? " test leaves" : " tests leave")
                            + " open what makes no difference: asked with the resource `*` and without open keys");
        }
        obstacles(report, each, printer.out);
        report.files().forEach(printer::details);
        return printer.line(0, summary(report)).out.toString();
    }

    /** For example {@code 9 agree, 1 disagrees, 1 known to disagree, 3 not comparable}. */
    private static String summary(ServiceReport report) {
        long surprises = report.surprises();
        String text = report.count(Verdict.Agrees.class) + " agree, " + surprises
                + (surprises == 1 ? " disagrees" : " disagree");
        return text
                + also(report.known(), "known to disagree")
                + also(report.count(Verdict.Incomparable.class), "not comparable")
                + also(report.count(Verdict.NotRecorded.class), "not recorded")
                + also(report.count(Verdict.Skipped.class), "skipped");
    }

    static String also(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }

    /** Why cases were not comparable, and how many each. */
    static void obstacles(ServiceReport report, boolean each, StringBuilder out) {
        if (report.obstacles().isEmpty()) {
            return;
        }
        out.append("  not comparable\n");
        for (Map.Entry<Obstacle, Integer> entry : report.obstacles()) {
            out.append("    ")
                    .append(entry.getValue())
                    .append(entry.getValue() == 1 ? " test: " : " tests: ")
                    .append(entry.getKey().words())
                    .append('\n');
            if (each) {
                report.cases().forEach(test -> named(test, entry.getKey(), out));
            }
        }
    }

    private static void named(CaseVerdict test, Obstacle obstacle, StringBuilder out) {
        if (test.verdict() instanceof Verdict.Incomparable incomparable
                && incomparable.reason().obstacle() == obstacle) {
            String detail =
                    incomparable.reason().detail().map(text -> ": " + text).orElse("");
            out.append("      ")
                    .append(Printable.line(test.offline().test().name()))
                    .append(Printable.escaped(detail))
                    .append('\n');
        }
    }

    private void differences(FileVerdicts file) {
        for (CaseVerdict test : file.cases()) {
            String name = Printable.line(test.offline().test().name());
            if (test.verdict() instanceof Verdict.Disagrees disagrees) {
                String word = disagrees.known().isPresent() ? "known     " : "DISAGREE  ";
                line(1, word + name + ": " + outcomes(disagrees) + reason(disagrees.known()));
            } else if (test.verdict() instanceof Verdict.NotRecorded missing) {
                line(1, "missing   " + name + ": " + Printable.escaped(missing.message()));
            }
        }
    }

    private static String outcomes(Verdict.Disagrees disagrees) {
        return "offline " + word(disagrees.offline().outcome()) + ", service "
                + word(disagrees.service().outcome());
    }

    private static String reason(Optional<KnownDisagreement> known) {
        return known.map(entry -> "; " + Printable.line(entry.reason()) + " (" + Printable.line(entry.link()) + ")")
                .orElse("");
    }

    private void details(FileVerdicts file) {
        for (CaseVerdict test : file.cases()) {
            if (test.verdict() instanceof Verdict.Disagrees disagrees
                    && disagrees.known().isEmpty()) {
                details(test.offline().test(), disagrees);
            }
        }
    }

    private void details(ExpectationCase test, Verdict.Disagrees disagrees) {
        out.append('\n');
        line(0, Printable.line(test.name()));
        line(1, Printable.line(test.place().toString()));
        line(1, expectation(test, disagrees));
        if (disagrees.smallest().isEmpty()) {
            line(1, "not made smaller: others were before");
            return;
        }
        SmallestRequest smallest = disagrees.smallest().get();
        line(1, smallest.limit().map(why -> "smaller request (" + why + ")").orElse("smallest request"));
        RequestPrinter.lines(smallest.request()).forEach(one -> line(2, one));
        line(1, "offline");
        ExplanationPrinter.text(smallest.policies().simulator().explain(smallest.request()))
                .lines()
                .forEach(one -> line(2, one));
        line(1, "service");
        line(2, answer(smallest.service()));
        line(1, "policies");
        for (Level level : PathStatements.of(
                        smallest.policies(), smallest.request().principal())
                .levels()) {
            line(2, Printable.line(level.name()));
            level.policies().forEach(this::policy);
        }
    }

    private void policy(LocatedPolicy policy) {
        line(3, Printable.line(policy.name()));
        if (!PathStatements.isFullAccess(policy)) {
            PolicyWriter.pretty(policy.document()).lines().forEach(one -> line(4, Printable.escaped(one)));
        }
    }

    /** Whether the test's own expectation holds. */
    private static String expectation(ExpectationCase test, Verdict.Disagrees disagrees) {
        return "the test expects " + test.expected().word() + ", which "
                + holds(test, disagrees.offline().outcome()) + " offline and "
                + holds(test, disagrees.service().outcome()) + " by the service";
    }

    private static String holds(ExpectationCase test, Outcome outcome) {
        return test.expected().isMet(outcome) ? "holds" : "fails";
    }

    private static String answer(Answered service) {
        String organizations = service.result()
                .allowedByOrganizations()
                .map(allowed -> allowed ? "; the SCPs allow it" : "; the SCPs do not allow it")
                .orElse("");
        ImmutableList<String> missing = service.result().missingContextValues();
        return word(service.outcome())
                + organizations
                + (missing.isEmpty()
                        ? ""
                        : "; it looked in vain for "
                                + missing.stream().map(Printable::quoted).collect(Collectors.joining(", ")));
    }

    private static String word(Outcome outcome) {
        return DecisionPrinter.word(outcome);
    }

    private ComparisonPrinter line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
        return this;
    }
}

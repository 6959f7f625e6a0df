package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import io.policyc.evidence.Evidence;
import io.policyc.finding.FindingPrinter;
import io.policyc.finding.Printable;
import io.policyc.finding.SourceExcerpt;
import io.policyc.request.RequestPrinter;
import io.policyc.simulator.DecidingStatement;
import io.policyc.simulator.ExplanationPrinter;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.stream.Collectors;

/** One failure in full: the finding with its line, the request as resolved, the explanation, and the lines that decided. */
final class FailureText {
    private final boolean colours;

    FailureText(boolean colours) {
        this.colours = colours;
    }

    /** Without colours, and without a character that a terminal obeys or XML cannot hold. */
    static String plain(CaseResult.Failed failure) {
        return new FailureText(false)
                .of(failure)
                .lines()
                .map(Printable::escaped)
                .collect(Collectors.joining("\n"));
    }

    String of(CaseResult.Failed failure) {
        StringBuilder out = new StringBuilder(finding(failure));
        request(failure, out);
        explanation(failure, out);
        ImmutableList<SourceSpan> places = failure.decision().deciding().stream()
                .map(DecidingStatement::place)
                .flatMap(Optional::stream)
                .distinct()
                .collect(ImmutableList.toImmutableList());
        if (!places.isEmpty()) {
            section("decided in", out);
            places.stream()
                    .flatMap(place -> SourceExcerpt.lines(place).stream())
                    .forEach(line -> out.append("    ").append(line).append('\n'));
        }
        return out.toString();
    }

    /** The failure in brief. */
    String finding(CaseResult.Failed failure) {
        FindingPrinter printer = colours ? FindingPrinter.coloured() : FindingPrinter.plain();
        return printer.print(ImmutableList.of(failure.finding()));
    }

    /** What does not stand at the place of the failure anyway, what matters most first. */
    static String beside(CaseResult.Failed failure) {
        FailureText text = new FailureText(false);
        StringBuilder out = new StringBuilder(failure.message()).append('\n');
        failure.help().ifPresent(help -> out.append("  help: ").append(help).append('\n'));
        text.explanation(failure, out);
        text.request(failure, out);
        return out.toString();
    }

    private void request(CaseResult.Failed failure, StringBuilder out) {
        section("request", out);
        RequestPrinter.lines(failure.test().request())
                .forEach(line -> out.append("    ").append(line).append('\n'));
        failure.test().event().ifPresent(event -> notTold(event, out));
    }

    /** What the event leaves open, which is often why the answer is not the expected one. */
    private void notTold(Evidence event, StringBuilder out) {
        section("event " + Printable.line(event.source()), out);
        event.notes()
                .forEach(note -> out.append("    note: ")
                        .append(Printable.line(note.message()))
                        .append('\n'));
    }

    private void explanation(CaseResult.Failed failure, StringBuilder out) {
        section("explanation", out);
        ExplanationPrinter.text(failure.explanation())
                .lines()
                .forEach(line -> out.append("    ").append(line).append('\n'));
    }

    private void section(String title, StringBuilder out) {
        out.append("  ").append(colours ? Colours.paint(title, "1") : title).append('\n');
    }
}

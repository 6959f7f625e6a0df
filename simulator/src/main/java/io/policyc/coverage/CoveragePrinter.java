package io.policyc.coverage;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import io.policyc.finding.SourceExcerpt;
import io.policyc.node.JsonText;
import io.policyc.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/** Prints coverage: a line for each policy, and below it the lines of which something is missing. */
public final class CoveragePrinter {
    private CoveragePrinter() {}

    /** The lines, without line breaks; none if there are no policies. */
    public static ImmutableList<String> lines(CoverageReport report) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        List<String> names = report.policies().stream()
                .map(policy -> Printable.line(policy.policy()))
                .toList();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < names.size(); i++) {
            PolicyCoverage policy = report.policies().get(i);
            lines.add(Strings.padEnd(names.get(i), width, ' ') + "  " + figures(policy));
            Optional<SourceSpan> above = Optional.empty();
            for (Gap gap : policy.gaps()) {
                if (!sameLine(above, gap.place())) {
                    gap.place().ifPresent(place -> SourceExcerpt.lines(place).forEach(line -> lines.add("  " + line)));
                }
                above = gap.place();
                lines.add("    " + words(gap));
            }
        }
        return lines.build();
    }

    /** The lines as a section of a report: a blank line, a heading, and each line indented. */
    public static ImmutableList<String> section(CoverageReport report) {
        ImmutableList.Builder<String> section = ImmutableList.builder();
        section.add("", "coverage");
        ImmutableList<String> lines = lines(report);
        lines.forEach(line -> section.add("  " + line));
        if (lines.isEmpty()) {
            section.add("  the tests meet no policy of the repository");
        }
        return section.build();
    }

    private static String figures(PolicyCoverage policy) {
        String exceptions = policy.exceptions().all() == 0 ? "" : "  exceptions " + policy.exceptions();
        return "statements " + policy.statements() + "  conditions " + policy.conditions() + exceptions + "  "
                + policy.total().percent() + " %" + (policy.met() ? "" : "  no test meets it");
    }

    private static boolean sameLine(Optional<SourceSpan> one, Optional<SourceSpan> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().source() == other.get().source()
                && one.get().line() == other.get().line();
    }

    private static String words(Gap gap) {
        String what = (gap.kind() == Gap.Kind.EXCEPTION ? "exception " : "") + Printable.quoted(gap.what());
        return what + " " + gap.words();
    }

    /** The coverage as one JSON object; there is no percentage of no policies. */
    public static void write(JsonText out, CoverageReport report) {
        out.object(() -> {
            out.name("percent");
            if (report.total().all() == 0) {
                out.nothing();
            } else {
                out.value(report.total().percent());
            }
            counts(out, report.statements(), report.conditions(), report.exceptions());
            out.arrayField("policies", () -> report.policies().forEach(policy -> write(out, policy)));
        });
    }

    private static void write(JsonText out, PolicyCoverage policy) {
        out.object(() -> {
            out.field("policy", policy.policy())
                    .field("met", policy.met())
                    .field("percent", policy.total().percent());
            counts(out, policy.statements(), policy.conditions(), policy.exceptions());
            out.arrayField("gaps", () -> policy.gaps().forEach(gap -> write(out, gap)));
        });
    }

    private static void counts(JsonText out, Counts statements, Counts conditions, Counts exceptions) {
        write(out, "statements", statements);
        write(out, "conditions", conditions);
        write(out, "exceptions", exceptions);
    }

    private static void write(JsonText out, String name, Counts counts) {
        out.objectField(name, () -> out.field("exercised", counts.exercised()).field("all", counts.all()));
    }

    private static void write(JsonText out, Gap gap) {
        out.object(() -> out.field("kind", gap.kind().name())
                .field("what", gap.what())
                .field("missing", gap.missing())
                .field("place", gap.place().map(SourceSpan::toString)));
    }
}

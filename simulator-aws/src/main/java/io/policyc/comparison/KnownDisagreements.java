package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.ServiceReport.CaseVerdict;
import io.policyc.comparison.ServiceReport.FileVerdicts;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.Outcome;
import java.util.Optional;

/** The disagreements that are known, in the order of their file. */
public record KnownDisagreements(ImmutableList<KnownDisagreement> entries) {
    /** None. */
    public static final KnownDisagreements NONE = new KnownDisagreements(ImmutableList.of());

    Optional<KnownDisagreement> of(String file, String test, Outcome offline, Outcome service) {
        return entries.stream()
                .filter(entry -> entry.offline() == offline && entry.service() == service && entry.isAbout(file, test))
                .findFirst();
    }

    /**
     * The entries that match no disagreement any more.
     *
     * @param whole whether all tests were run, so that a test that is not in the report does not exist
     */
    public ImmutableList<Finding> stale(ServiceReport report, boolean whole) {
        Findings findings = new Findings();
        for (KnownDisagreement entry : entries) {
            ImmutableList<CaseVerdict> about = report.files().stream()
                    .flatMap(file -> about(entry, file).stream())
                    .collect(ImmutableList.toImmutableList());
            if (about.isEmpty() && whole) {
                stale(entry, "there is no such test", findings);
            } else if (about.stream().anyMatch(KnownDisagreements::isDecided)
                    && about.stream().noneMatch(test -> matches(entry, test))) {
                String now = about.stream()
                        .filter(KnownDisagreements::isDecided)
                        .findFirst()
                        .map(KnownDisagreements::now)
                        .orElseThrow();
                stale(entry, now, findings);
            }
        }
        return findings.toList();
    }

    private static ImmutableList<CaseVerdict> about(KnownDisagreement entry, FileVerdicts file) {
        return file.cases().stream()
                .filter(test -> entry.isAbout(file.name(), test.offline().test().name()))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isDecided(CaseVerdict test) {
        return test.verdict() instanceof Verdict.Agrees || test.verdict() instanceof Verdict.Disagrees;
    }

    private static boolean matches(KnownDisagreement entry, CaseVerdict test) {
        return test.verdict() instanceof Verdict.Disagrees disagrees
                && disagrees.offline().outcome() == entry.offline()
                && disagrees.service().outcome() == entry.service();
    }

    private static String now(CaseVerdict test) {
        return test.verdict() instanceof Verdict.Disagrees disagrees
                ? "offline it is now "
                        + DecisionPrinter.word(disagrees.offline().outcome()) + ", by the service "
                        + DecisionPrinter.word(disagrees.service().outcome())
                : "both agree now";
    }

    private static void stale(KnownDisagreement entry, String why, Findings findings) {
        findings.add(
                ComparisonFindings.STALE,
                entry.place(),
                "no disagreement about " + Printable.quoted(entry.test()) + " any more: " + why,
                "remove the entry");
    }
}

package io.policyc.credential;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import java.nio.file.Path;
import java.time.LocalDate;

/** What an earlier audit counted, and by which rules. */
public record Baseline(LocalDate asOf, int maxAge, int unused, AuditFigures figures) {
    /** Reads what {@code policyc audit --format json} printed; figures that are not comparable with today's are found. */
    public static Checked<Baseline> read(Path file, String name, AuditRules rules) {
        return BaselineReader.read(file, name).then(found -> found.compared(name, rules));
    }

    private Checked<Baseline> compared(String name, AuditRules rules) {
        Findings findings = new Findings();
        if (maxAge != rules.maxAge() || unused != rules.unused()) {
            findings.add(Finding.withoutPlace(
                            ReportFindings.OTHER_RULES,
                            Printable.quoted(name) + " counted with --max-age " + maxAge + " --unused " + unused
                                    + ", this audit with --max-age " + rules.maxAge() + " --unused " + rules.unused())
                    .withHelp("before and after do not count the same"));
        }
        if (asOf.isAfter(rules.asOf())) {
            findings.add(Finding.withoutPlace(
                            ReportFindings.OTHER_RULES,
                            Printable.quoted(name) + " is of " + asOf + ", later than this audit of " + rules.asOf())
                    .withHelp("a baseline is the earlier of two audits"));
        }
        return findings.with(this);
    }
}

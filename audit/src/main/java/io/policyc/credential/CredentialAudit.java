package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.AuthorizationDetails;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Credential reports, judged. Nothing of them is held: the reports are read when the audit is made, to find mistakes and to
 * count, and again by each {@link #forEach}.
 */
public final class CredentialAudit {
    private final ImmutableList<CredentialReport> reports;
    private final CredentialJudge judge;
    private final AuditFigures figures;

    private CredentialAudit(ImmutableList<CredentialReport> reports, CredentialJudge judge, AuditFigures figures) {
        this.reports = reports;
        this.judge = judge;
        this.figures = figures;
    }

    /** The audit of some reports, or all that is wrong with them. */
    public static Checked<CredentialAudit> of(
            List<CredentialReport> reports, Owners owners, AuthorizationDetails details, AuditRules rules) {
        return of(reports, owners, details, rules, () -> {});
    }

    /** As above, and says so of each user: for who shows progress. */
    public static Checked<CredentialAudit> of(
            List<CredentialReport> reports,
            Owners owners,
            AuthorizationDetails details,
            AuditRules rules,
            Runnable eachUser) {
        Findings findings = new Findings();
        CredentialJudge judge = new CredentialJudge(owners, details, rules);
        FigureCounter counter = new FigureCounter();
        UnreportedUsers unreported = new UnreportedUsers(details);
        ReportRows rows = new ReportRows(rules, findings, user -> {
            unreported.reported(user);
            counter.add(judge.judge(user));
            eachUser.run();
        });
        reports.forEach(rows::read);
        rows.end();
        if (findings.hasErrors()) {
            return findings.withoutValue();
        }
        unreported.warn(findings);
        return findings.with(new CredentialAudit(ImmutableList.copyOf(reports), judge, counter.figures()));
    }

    public AuditRules rules() {
        return judge.rules();
    }

    public AuditFigures figures() {
        return figures;
    }

    /** Each credential, in the order of the reports. */
    public void forEach(Consumer<AuditedCredential> each) {
        forEachUser(user -> user.credentials().forEach(credential -> each.accept(credential.audited())));
    }

    /**
     * Each user, in the order of the reports.
     *
     * @throws UncheckedIOException if a report was changed since the audit was made
     */
    public void forEachUser(Consumer<AuditedUser> each) {
        Findings findings = new Findings();
        ReportRows rows = new ReportRows(rules(), findings, user -> each.accept(judge.judge(user)));
        for (CredentialReport report : reports) {
            rows.read(report);
            if (findings.hasErrors()) {
                throw new UncheckedIOException(
                        new IOException("`" + report.name() + "` was changed while it was read"));
            }
        }
    }
}

package io.policyc.credential;

import java.io.PrintWriter;
import java.util.Optional;

/** An audit as text, JSON, CSV, SARIF or Markdown, written while it is read. */
public final class AuditPrinter {
    private final CredentialAudit audit;
    private final Optional<Baseline> before;
    private final PrintWriter out;

    /** @param before with which figures are compared */
    public AuditPrinter(CredentialAudit audit, Optional<Baseline> before, PrintWriter out) {
        this.audit = audit;
        this.before = before;
        this.out = out;
    }

    /**
     * For people: the credentials of each user, then the figures, and a line that sums up.
     *
     * @param all whether users without findings are listed as well
     */
    public void text(boolean all) {
        new AuditText(audit, out, all).print();
        new FigureTable(audit, before).text(out);
    }

    /** One object that ends with the list of credentials, so that who wants the figures need not hold them. */
    public void json() {
        AuditJson.print(audit, before, out);
    }

    /** A line for each credential, with a header. */
    public void csv() {
        AuditCsv.print(audit, out);
    }

    /** SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
    public void sarif() {
        AuditSarif.print(audit, out);
    }

    /** The table of figures, and one of the credentials with findings. */
    public void markdown() {
        new FigureTable(audit, before).markdown(out);
        AuditMarkdown.print(audit, out);
    }
}

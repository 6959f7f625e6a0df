package io.policyc.credential;

import com.google.common.net.PercentEscaper;
import io.policyc.finding.FindingId;
import io.policyc.finding.Printable;
import io.policyc.finding.Severity;
import io.policyc.node.JsonText;
import java.io.PrintWriter;

/**
 * The findings of an audit as SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Each is at the
 * row of its user.
 */
final class AuditSarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final PercentEscaper PATH = new PercentEscaper("-._~/", false);

    private final CredentialAudit audit;
    private final JsonText json;

    private AuditSarif(CredentialAudit audit, JsonText json) {
        this.audit = audit;
        this.json = json;
    }

    static void print(CredentialAudit audit, PrintWriter out) {
        JsonText json = JsonText.prettyTo(out);
        new AuditSarif(audit, json).write();
        json.flush();
        out.print("\n");
    }

    private void write() {
        json.object(() -> {
            json.field("$schema", SCHEMA);
            json.field("version", "2.1.0");
            json.arrayField(
                    "runs",
                    () -> json.object(() -> {
                        json.objectField(
                                "tool",
                                () -> json.objectField("driver", () -> {
                                    json.field("name", "policyc");
                                    json.arrayField("rules", () -> CredentialFindings.ALL.forEach(this::rule));
                                }));
                        json.field("columnKind", "utf16CodeUnits");
                        json.arrayField("results", () -> audit.forEachUser(this::results));
                    }));
        });
    }

    private void rule(FindingId id) {
        json.object(() -> {
            json.field("id", id.name());
            json.objectField(
                    "shortDescription", () -> json.field("text", audit.rules().words(id)));
            // A helpUri is absolute, and nothing here knows where the pages are published.
            json.objectField("help", () -> json.field("text", "policyc help " + id.name()));
            json.objectField("defaultConfiguration", () -> json.field("level", level(id.severity())));
        });
    }

    private void results(AuditedUser user) {
        user.credentials()
                .forEach(judged -> judged.audited()
                        .reasons()
                        .forEach(reason ->
                                json.object(() -> result(user, judged.audited().credential(), reason))));
    }

    private void result(AuditedUser user, LongLivedCredential credential, AuditedCredential.Reason reason) {
        json.field("ruleId", reason.id().name());
        json.field("ruleIndex", CredentialFindings.ALL.indexOf(reason.id()));
        json.field("level", level(reason.id().severity()));
        String text =
                credential.kind().words() + " of " + Printable.quoted(credential.user()) + ": " + reason.message();
        json.objectField("message", () -> json.field("text", Printable.escaped(text)));
        json.arrayField(
                "locations",
                () -> json.object(() -> {
                    json.objectField("physicalLocation", () -> {
                        json.objectField(
                                "artifactLocation",
                                () -> json.field(
                                        "uri",
                                        PATH.escape(user.place().source().name().replace('\\', '/'))));
                        json.objectField(
                                "region",
                                () -> json.field("startLine", user.place().line()));
                    });
                    json.arrayField(
                            "logicalLocations",
                            () -> json.object(
                                    () -> json.field("fullyQualifiedName", Printable.escaped(credential.arn()))));
                }));
        // The same finding keeps its print when lines move, so that a service that shows findings knows it again.
        json.objectField(
                "partialFingerprints",
                () -> json.field(
                        "credential/v1",
                        Printable.escaped(credential.arn()) + " "
                                + credential.kind().words()));
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.word();
    }
}

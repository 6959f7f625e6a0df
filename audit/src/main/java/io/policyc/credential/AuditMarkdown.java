package io.policyc.credential;

import io.policyc.node.MarkdownText;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** A table of the credentials with findings. */
final class AuditMarkdown {
    private static final List<String> COLUMNS =
            List.of("account", "user", "credential", "age in days", "last used", "owner", "why");

    private AuditMarkdown() {}

    static void print(CredentialAudit audit, PrintWriter out) {
        if (audit.figures().of(Figure.FINDINGS).count() == 0) {
            return;
        }
        out.print("\n" + MarkdownText.header(COLUMNS));
        audit.forEachUser(user -> user.credentials().stream()
                .filter(judged -> !judged.audited().reasons().isEmpty())
                .forEach(judged -> out.print(row(judged, audit.rules()))));
    }

    private static String row(JudgedCredential judged, AuditRules rules) {
        LongLivedCredential credential = judged.audited().credential();
        String why = judged.audited().reasons().stream()
                .map(reason -> reason.id().name() + ": " + reason.message())
                .map(MarkdownText::escaped)
                .collect(Collectors.joining("<br>"));
        return MarkdownText.row(List.of(
                credential.account(),
                MarkdownText.escaped(credential.user()),
                credential.kind().words(),
                CredentialWords.age(credential, rules),
                MarkdownText.escaped(CredentialWords.lastUse(credential.lastUse())),
                MarkdownText.escaped(judged.audited().owner().map(Owner::name).orElse(CredentialWords.nobody(judged))),
                why));
    }
}

package io.policyc.credential;

import io.policyc.node.CsvText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line for each credential. */
final class AuditCsv {
    private static final List<String> COLUMNS = List.of(
            "account",
            "user",
            "arn",
            "credential",
            "active",
            "rotated",
            "age_days",
            "last_used",
            "last_used_service",
            "last_used_region",
            "owner",
            "owner_email",
            "owner_source",
            "owner_status",
            "administrator",
            "findings",
            "unknown");

    private AuditCsv() {}

    static void print(CredentialAudit audit, PrintWriter out) {
        out.print(CsvText.line(COLUMNS));
        audit.forEachUser(user ->
                user.credentials().forEach(judged -> out.print(CsvText.line(cells(judged, audit.rules())))));
    }

    private static List<String> cells(JudgedCredential judged, AuditRules rules) {
        LongLivedCredential credential = judged.audited().credential();
        Optional<Owner> owner = judged.audited().owner();
        return List.of(
                credential.account(),
                credential.user(),
                credential.arn(),
                credential.kind().words(),
                credential.active().word(),
                CredentialWords.rotated(credential),
                CredentialWords.age(credential, rules),
                CredentialWords.lastUsed(credential.lastUse()),
                CredentialWords.service(credential.lastUse()).orElse(""),
                CredentialWords.region(credential.lastUse()).orElse(""),
                owner.map(Owner::name).orElse(CredentialWords.nobody(judged)),
                owner.flatMap(Owner::email).orElse(""),
                owner.map(found -> found.source().name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                owner.map(found -> found.status().name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                judged.audited().administrator().held().word(),
                CredentialWords.reasons(judged.audited()),
                CredentialWords.unknown(judged).collect(Collectors.joining(" ")));
    }
}

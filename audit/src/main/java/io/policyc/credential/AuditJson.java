package io.policyc.credential;

import io.policyc.authorization.LastUse;
import io.policyc.finding.FindingId;
import io.policyc.node.JsonText;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** An audit as one object of JSON; {@link BaselineReader} reads it again. */
final class AuditJson {
    private final CredentialAudit audit;
    private final JsonText json;

    private AuditJson(CredentialAudit audit, JsonText json) {
        this.audit = audit;
        this.json = json;
    }

    static void print(CredentialAudit audit, Optional<Baseline> before, PrintWriter out) {
        JsonText json = JsonText.prettyTo(out);
        new AuditJson(audit, json).write(before);
        json.flush();
        out.print("\n");
    }

    private void write(Optional<Baseline> before) {
        AuditRules rules = audit.rules();
        json.object(() -> {
            json.objectField("audit", () -> {
                rules(rules.asOf().toString(), rules.maxAge(), rules.unused());
                json.field("ownerTag", rules.ownerTag());
            });
            figures(audit.figures());
            before.ifPresent(earlier -> json.objectField("before", () -> {
                json.objectField("audit", () -> rules(earlier.asOf().toString(), earlier.maxAge(), earlier.unused()));
                figures(earlier.figures());
            }));
            json.arrayField(
                    "credentials",
                    () -> audit.forEachUser(user ->
                            user.credentials().forEach(judged -> json.object(() -> credential(user, judged)))));
        });
    }

    private void rules(String asOf, int maxAge, int unused) {
        json.field("asOf", asOf);
        json.field("maxAge", maxAge);
        json.field("unused", unused);
    }

    private void figures(AuditFigures figures) {
        json.objectField("figures", () -> {
            for (Figure figure : Figure.values()) {
                json.objectField(figure.field(), () -> {
                    count(figures.of(figure));
                    if (figure == Figure.OLD_KEYS) {
                        json.field("percentOfActiveKeys", figures.percentOfOldKeys());
                    }
                });
            }
        });
        json.objectField("findingsById", () -> {
            for (FindingId id : CredentialFindings.ALL) {
                json.objectField(id.name(), () -> count(figures.of(id)));
            }
        });
    }

    private void count(Count count) {
        json.field("count", count.count());
        json.field("unknown", count.unknown());
    }

    private void credential(AuditedUser user, JudgedCredential judged) {
        LongLivedCredential credential = judged.audited().credential();
        json.field("account", credential.account());
        json.field("user", credential.user());
        json.field("arn", credential.arn());
        json.field("credential", credential.kind().words());
        json.field("active", credential.active().word());
        json.field("rotated", credential.rotated().map(Instant::toString));
        json.name("ageDays");
        credential.rotated().ifPresentOrElse(moment -> json.value(audit.rules().daysSince(moment)), json::nothing);
        json.objectField("lastUse", () -> lastUse(credential.lastUse()));
        owner(judged);
        json.objectField("administrator", () -> {
            json.field("held", judged.audited().administrator().held().word());
            json.field("because", judged.audited().administrator().because());
        });
        json.field("orphaned", judged.orphaned().word());
        json.arrayField(
                "findings",
                () -> judged.audited()
                        .reasons()
                        .forEach(reason -> json.object(() -> {
                            json.field("id", reason.id().name());
                            json.field("severity", reason.id().severity().word());
                            json.field("message", reason.message());
                        })));
        json.field("unknown", CredentialWords.unknown(judged).toList());
        json.field("file", user.place().source().name());
        json.field("line", user.place().line());
    }

    private void lastUse(LastUse use) {
        if (use instanceof LastUse.Used used) {
            json.field("known", "used");
            json.field("date", used.date().toString());
            json.field("service", used.service());
            json.field("region", used.region());
        } else {
            json.field("known", CredentialWords.lastUsed(use));
        }
    }

    private void owner(JudgedCredential judged) {
        json.name("owner");
        judged.audited()
                .owner()
                .ifPresentOrElse(
                        owner -> json.object(() -> {
                            json.field("name", owner.name());
                            json.field("email", owner.email());
                            json.field("source", owner.source().name().toLowerCase(Locale.ROOT));
                            json.field("status", owner.status().name().toLowerCase(Locale.ROOT));
                        }),
                        json::nothing);
        json.field("ownerKnown", judged.ownerKnown().word());
    }
}

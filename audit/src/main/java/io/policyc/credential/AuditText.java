package io.policyc.credential;

import com.google.common.base.Strings;
import io.policyc.finding.Printable;
import io.policyc.simulator.Truth;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The credentials for people: under each account its users, under each user a line for each credential, and under it why
 * it should not be there.
 */
final class AuditText {
    private static final int KIND = "certificate 1".length();
    private static final int STATE = "inactive".length();
    private static final int AGE = "12345 days old".length();

    private final CredentialAudit audit;
    private final PrintWriter out;
    private final boolean all;
    private String account = "";

    AuditText(CredentialAudit audit, PrintWriter out, boolean all) {
        this.audit = audit;
        this.out = out;
        this.all = all;
    }

    void print() {
        audit.forEachUser(user -> {
            if (all ? !user.credentials().isEmpty() : user.hasFindings()) {
                print(user);
            }
        });
    }

    private void print(AuditedUser user) {
        if (!user.account().equals(account)) {
            account = user.account();
            String file = Printable.escaped(user.place().source().name());
            out.print("account " + account + " (" + file + ")\n\n");
        }
        out.print("  " + Printable.line(user.name()) + "  " + facts(user) + "\n");
        user.credentials().forEach(this::print);
        out.print("\n");
    }

    private static String facts(AuditedUser user) {
        List<String> facts = new ArrayList<>();
        facts.add("owner: " + owner(user));
        facts.add("administrator: " + user.administrator().held().word());
        return String.join("; ", facts);
    }

    private static String owner(AuditedUser user) {
        Optional<Owner> owner = user.owner();
        if (owner.isEmpty()) {
            return CredentialWords.nobody(user.credentials().get(0));
        }
        String email = owner.get()
                .email()
                .map(text -> " <" + Printable.line(text) + ">")
                .orElse("");
        String status = switch (owner.get().status()) {
            case DEPARTED -> " (departed)";
            case ACTIVE -> "";
            case UNKNOWN -> " (by tag)";
        };
        return Printable.line(owner.get().name()) + email + status;
    }

    private void print(JudgedCredential judged) {
        LongLivedCredential credential = judged.audited().credential();
        String age = CredentialWords.age(credential, audit.rules());
        out.print("    " + Strings.padEnd(credential.kind().words(), KIND, ' ')
                + "  " + Strings.padEnd(state(credential), STATE, ' ')
                + "  " + Strings.padStart(age.equals(CredentialWords.UNKNOWN) ? "age unknown" : days(age), AGE, ' ')
                + "  last used: " + CredentialWords.lastUse(credential.lastUse()) + "\n");
        judged.audited()
                .reasons()
                .forEach(reason -> out.print("      " + reason.id().severity().word() + "["
                        + reason.id().name() + "] " + Printable.escaped(reason.message()) + "\n"));
    }

    private static String days(String age) {
        return age + (age.equals("1") ? " day old" : " days old");
    }

    private static String state(LongLivedCredential credential) {
        return switch (credential.isThere() ? credential.active() : Truth.UNKNOWN) {
            case TRUE -> "active";
            case FALSE -> "inactive";
            case UNKNOWN -> "unknown";
        };
    }
}

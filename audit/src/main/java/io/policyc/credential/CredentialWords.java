package io.policyc.credential;

import io.policyc.authorization.LastUse;
import io.policyc.finding.Printable;
import io.policyc.simulator.Truth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the forms of a report say of a credential in the same words. */
final class CredentialWords {
    static final String UNKNOWN = "unknown";
    private static final String NEVER = "never";

    private CredentialWords() {}

    static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A day, {@code never} or {@code unknown}. */
    static String lastUsed(LastUse use) {
        if (use instanceof LastUse.Used used) {
            return day(used.date()).toString();
        }
        return use instanceof LastUse.Never ? NEVER : UNKNOWN;
    }

    static Optional<String> service(LastUse use) {
        return use instanceof LastUse.Used used ? used.service() : Optional.empty();
    }

    static Optional<String> region(LastUse use) {
        return use instanceof LastUse.Used used ? used.region() : Optional.empty();
    }

    static String rotated(LongLivedCredential credential) {
        return credential.rotated().map(moment -> day(moment).toString()).orElse(UNKNOWN);
    }

    static String age(LongLivedCredential credential, AuditRules rules) {
        return credential
                .rotated()
                .map(moment -> String.valueOf(rules.daysSince(moment)))
                .orElse(UNKNOWN);
    }

    /** A day with where it was, such as {@code 2026-09-01 (s3, us-east-1)}. */
    static String lastUse(LastUse use) {
        String where = Stream.of(service(use), region(use))
                .flatMap(Optional::stream)
                .map(Printable::line)
                .collect(Collectors.joining(", "));
        return lastUsed(use) + (where.isEmpty() ? "" : " (" + where + ")");
    }

    /** In the place of an owner: {@code nobody}, or {@code unknown} where the data would not say. */
    static String nobody(JudgedCredential judged) {
        return judged.ownerKnown() == Truth.FALSE ? "nobody" : UNKNOWN;
    }

    static String reasons(AuditedCredential audited) {
        return audited.reasons().stream().map(reason -> reason.id().name()).collect(Collectors.joining(" "));
    }

    /** The findings of which it cannot be told whether the credential is one. */
    static Stream<String> unknown(JudgedCredential judged) {
        return judged.answers().entrySet().stream()
                .filter(entry -> entry.getValue() == Truth.UNKNOWN)
                .map(entry -> entry.getKey().name());
    }
}

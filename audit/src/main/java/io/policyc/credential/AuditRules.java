package io.policyc.credential;

import io.policyc.finding.FindingId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * By what an audit judges. Days are calendar days in UTC.
 *
 * @param asOf the day of the audit
 * @param maxAge a key or certificate that is more days old is {@link CredentialFindings#OLD}
 * @param unused what was not used for more days is {@link CredentialFindings#UNUSED}
 * @param ownerTag the key of the tag that names the owner, in any letter case as IAM compares keys of tags,
 *     https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
 */
public record AuditRules(LocalDate asOf, int maxAge, int unused, String ownerTag) {
    public static final int MAX_AGE = 90;
    public static final int UNUSED = 90;
    public static final String OWNER_TAG = "owner";

    public static AuditRules of(LocalDate asOf) {
        return new AuditRules(asOf, MAX_AGE, UNUSED, OWNER_TAG);
    }

    /** How many days before the day of the audit; negative for a later day. */
    public long daysSince(Instant moment) {
        return ChronoUnit.DAYS.between(moment.atOffset(ZoneOffset.UTC).toLocalDate(), asOf);
    }

    /** What a finding says in a few words, such as {@code older than 90 days}. */
    String words(FindingId id) {
        return switch (id.name()) {
            case "credential.root-key" -> "access key of the root user";
            case "credential.administrator" -> "access key with administrator access";
            case "credential.departed-owner" -> "owner has departed";
            case "credential.without-mfa" -> "password without MFA";
            case "credential.old" -> "older than " + days(maxAge);
            case "credential.never-used" -> "never used, and older than " + days(unused);
            case "credential.unused" -> "not used for more than " + days(unused);
            case "credential.two-active-keys" -> "two active access keys";
            case "credential.without-owner" -> "access key without owner";
            default -> throw new IllegalArgumentException(id.name());
        };
    }

    static String days(long count) {
        return count + (count == 1 ? " day" : " days");
    }
}

package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.LastUse;
import io.policyc.credential.LongLivedCredential.Kind;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.policy.Arn;
import io.policyc.simulator.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a row of a credential report says,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html. A column that is not there, as in
 * reports of earlier years, leaves unknown what it would say.
 */
final class ReportedUserReader {
    private static final String ARN_FORM = "it looks like arn:aws:iam::123456789012:user/NAME, of the root user like"
            + " arn:aws:iam::123456789012:root";

    private final CsvRow row;
    private final AuditRules rules;
    private final Findings findings;
    private final List<LongLivedCredential> credentials = new ArrayList<>();

    private ReportedUserReader(CsvRow row, AuditRules rules, Findings findings) {
        this.row = row;
        this.rules = rules;
        this.findings = findings;
    }

    /** The user, or findings on all that is wrong with the row. */
    static Optional<ReportedUser> read(CsvRow row, AuditRules rules, Findings findings) {
        int errors = findings.errorCount();
        Optional<ReportedUser> user = new ReportedUserReader(row, rules, findings).read();
        return findings.errorCount() == errors ? user : Optional.empty();
    }

    private Optional<ReportedUser> read() {
        String name = row.cell("user").orElse("");
        String text = row.cell("arn").orElse("");
        Optional<Arn> arn = Arn.parse(text).filter(found -> belongsTo(found, name));
        if (arn.isEmpty()) {
            findings.add(
                    ReportFindings.INVALID_VALUE,
                    row.span("arn"),
                    "`arn` is " + Printable.quoted(text) + ", which is not the ARN of " + Printable.quoted(name),
                    ARN_FORM);
        }
        String account = arn.map(Arn::account).orElse("");
        Owned user = new Owned(account, name, text);
        password(user);
        accessKey(user, Kind.ACCESS_KEY_1, "access_key_1_");
        accessKey(user, Kind.ACCESS_KEY_2, "access_key_2_");
        add(user, Kind.CERTIFICATE_1, truth("cert_1_active"), value("cert_1_last_rotated"), new LastUse.Unknown());
        add(user, Kind.CERTIFICATE_2, truth("cert_2_active"), value("cert_2_last_rotated"), new LastUse.Unknown());
        moreCredentials(name);
        return Optional.of(new ReportedUser(
                row.span(), account, name, text, truth("mfa_active"), ImmutableList.copyOf(credentials)));
    }

    /** A column of late: how many access keys and certificates there are beside those listed. Of them nothing more is known. */
    private void moreCredentials(String name) {
        word("additional_credentials_info")
                .ifPresent(text -> findings.add(
                        ReportFindings.MORE_CREDENTIALS,
                        row.span("additional_credentials_info"),
                        "there are more credentials of " + Printable.quoted(name) + " than the report lists: "
                                + Printable.quoted(text),
                        "list them with `aws iam list-access-keys` and `aws iam list-signing-certificates`; no figure counts"
                                + " them"));
    }

    /** Whose the credentials are. */
    private record Owned(String account, String name, String arn) {}

    /** Paths stand in the ARN only. */
    private static boolean belongsTo(Arn arn, String name) {
        boolean iam = arn.service().equals("iam") && arn.region().isEmpty() && Arn.isAccountId(arn.account());
        boolean named = name.equals(LongLivedCredential.ROOT)
                ? arn.resource().equals("root")
                : arn.resource().startsWith("user/")
                        && arn.resource().endsWith("/" + name)
                        && !name.isEmpty()
                        && !name.contains("/");
        return iam && named;
    }

    /**
     * A user whose password is not enabled has none. Of the root user AWS used to say {@code not_supported}, whether it had
     * one or not: it may be there.
     */
    private void password(Owned user) {
        Truth enabled = truth("password_enabled");
        ReportValue changed = value("password_last_changed");
        ReportValue used = value("password_last_used");
        boolean there = enabled == Truth.TRUE || (enabled == Truth.UNKNOWN && changed.kind() != ReportValue.Kind.NONE);
        if (there) {
            LastUse lastUse = switch (used.kind()) {
                case DATE -> used(used, Optional.empty(), Optional.empty());
                case NEVER -> new LastUse.Never();
                case NONE, UNKNOWN -> new LastUse.Unknown();
            };
            credentials.add(credential(user, Kind.PASSWORD, enabled, changed, lastUse));
        }
    }

    private void accessKey(Owned user, Kind kind, String prefix) {
        ReportValue used = value(prefix + "last_used_date");
        LastUse lastUse = switch (used.kind()) {
            case DATE -> used(used, word(prefix + "last_used_service"), word(prefix + "last_used_region"));
            case NONE, NEVER -> new LastUse.Never();
            case UNKNOWN -> new LastUse.Unknown();
        };
        Truth active = truth(prefix + "active");
        ReportValue rotated = value(prefix + "last_rotated");
        if (active != Truth.TRUE && rotated.kind() == ReportValue.Kind.UNKNOWN) {
            // It may be there: AWS says false of a key that is switched off and of one that there is not.
            credentials.add(credential(user, kind, active, rotated, lastUse));
        } else {
            add(user, kind, active, rotated, lastUse);
        }
    }

    /** An inactive credential has a date, one that is not there has {@code N/A}. */
    private void add(Owned user, Kind kind, Truth active, ReportValue rotated, LastUse lastUse) {
        if (active == Truth.TRUE || rotated.kind() == ReportValue.Kind.DATE) {
            credentials.add(credential(user, kind, active, rotated, lastUse));
        }
    }

    private static LongLivedCredential credential(
            Owned user, Kind kind, Truth active, ReportValue rotated, LastUse lastUse) {
        return new LongLivedCredential(user.account(), user.name(), user.arn(), kind, active, rotated.date(), lastUse);
    }

    private static LastUse used(ReportValue date, Optional<String> service, Optional<String> region) {
        return new LastUse.Used(date.date().orElseThrow(), service, region);
    }

    private Optional<String> word(String column) {
        return row.cell(column).filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("N/A"));
    }

    private Truth truth(String column) {
        return ReportValue.truth(row, column, findings);
    }

    /** A date after the day of the audit would make ages of less than nothing. */
    private ReportValue value(String column) {
        ReportValue value = ReportValue.read(row, column, findings);
        Optional<Instant> late = value.date().filter(date -> rules.daysSince(date) < 0);
        late.ifPresent(date -> findings.add(
                ReportFindings.LATER_THAN_AS_OF,
                row.span(column),
                "`" + column + "` is later than " + rules.asOf() + ", the day of the audit",
                "give the day of the report with --as-of"));
        return value;
    }
}

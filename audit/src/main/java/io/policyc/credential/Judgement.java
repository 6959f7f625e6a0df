package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.authorization.AdministratorAccess;
import io.policyc.authorization.LastUse;
import io.policyc.credential.LongLivedCredential.Kind;
import io.policyc.finding.FindingId;
import io.policyc.finding.Printable;
import io.policyc.simulator.Truth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Puts the question of each finding to one credential. */
final class Judgement {
    private final ReportedUser user;
    private final LongLivedCredential credential;
    private final OwnerSearch.Found owner;
    private final AdministratorAccess administrator;
    private final AuditRules rules;
    private final ImmutableMap.Builder<FindingId, Truth> answers = ImmutableMap.builder();
    private final ImmutableList.Builder<AuditedCredential.Reason> reasons = ImmutableList.builder();

    Judgement(
            ReportedUser user,
            LongLivedCredential credential,
            OwnerSearch.Found owner,
            AdministratorAccess administrator,
            AuditRules rules) {
        this.user = user;
        this.credential = credential;
        this.owner = owner;
        this.administrator = administrator;
        this.rules = rules;
    }

    JudgedCredential judge() {
        Truth neverUsed = never().and(olderThan(rules.unused()));
        Truth unused = unused();
        Truth departed = departed();
        Truth nobody = owner.known().not();
        boolean key = credential.kind().isAccessKey();
        if (key && credential.isRoot()) {
            ask(CredentialFindings.ROOT_KEY, Truth.TRUE, "the root user has an active access key");
        }
        if (key && !credential.isRoot()) {
            ask(
                    CredentialFindings.ADMINISTRATOR,
                    administrator.held(),
                    "administrator access: " + administrator.because());
        }
        ask(CredentialFindings.DEPARTED_OWNER, departed, "its owner " + ownerName() + " has departed");
        if (credential.kind() == Kind.PASSWORD) {
            withoutMfa();
        } else {
            ask(CredentialFindings.OLD, olderThan(rules.maxAge()), age() + " old, more than " + rules.maxAge());
        }
        if (key || credential.kind() == Kind.PASSWORD) {
            ask(CredentialFindings.NEVER_USED, neverUsed, "never used in " + age());
            ask(CredentialFindings.UNUSED, unused, "last used " + lastUsed());
        }
        if (key) {
            unfinishedRotation();
        }
        if (key && !credential.isRoot()) {
            ask(CredentialFindings.WITHOUT_OWNER, nobody, "nobody is known to answer for it");
        }
        Truth forgotten = neverUsed.or(unused).or(departed).or(credential.isRoot() ? Truth.FALSE : nobody);
        return new JudgedCredential(
                new AuditedCredential(credential, owner.owner(), administrator, reasons.build()),
                answers.buildOrThrow(),
                key ? credential.active().and(forgotten) : Truth.FALSE,
                owner.known());
    }

    /** Only what is switched on can be a finding. */
    private void ask(FindingId id, Truth found, String message) {
        answer(id, credential.active().and(found), message);
    }

    private void answer(FindingId id, Truth answer, String message) {
        answers.put(id, answer);
        if (answer == Truth.TRUE) {
            reasons.add(new AuditedCredential.Reason(id, message));
        }
    }

    /** Of the root user AWS did not always say whether it has a password; that it has no MFA is certain all the same. */
    private void withoutMfa() {
        if (credential.isRoot()) {
            Truth signsIn = credential.active() == Truth.FALSE ? Truth.FALSE : Truth.TRUE;
            answer(CredentialFindings.WITHOUT_MFA, signsIn.and(user.mfa().not()), "the root user has no MFA device");
        } else {
            ask(CredentialFindings.WITHOUT_MFA, user.mfa().not(), "the user has a password and no MFA device");
        }
    }

    /** Said at the key that is to go, the older one. */
    private void unfinishedRotation() {
        Optional<LongLivedCredential> other = user.credentials().stream()
                .filter(found -> found.kind().isAccessKey() && found.kind() != credential.kind())
                .findFirst();
        if (other.isEmpty()) {
            answer(CredentialFindings.TWO_ACTIVE_KEYS, Truth.FALSE, "");
        } else if (isOlder(other.get())) {
            String since = other.get()
                    .rotated()
                    .filter(moment -> credential.rotated().isPresent())
                    .map(moment -> " since " + day(moment))
                    .orElse("");
            ask(
                    CredentialFindings.TWO_ACTIVE_KEYS,
                    other.get().active(),
                    "both access keys are active" + since + ", a rotation not finished");
        }
    }

    /** The slots say nothing about it; the first counts as older where the dates do not tell. */
    private boolean isOlder(LongLivedCredential other) {
        int order = credential.rotated().isPresent() && other.rotated().isPresent()
                ? credential.rotated().get().compareTo(other.rotated().get())
                : 0;
        return order < 0 || (order == 0 && credential.kind() == Kind.ACCESS_KEY_1);
    }

    private Truth olderThan(int days) {
        return credential
                .rotated()
                .map(moment -> Truth.of(rules.daysSince(moment) > days))
                .orElse(Truth.UNKNOWN);
    }

    private Truth never() {
        return credential.lastUse() instanceof LastUse.Unknown
                ? Truth.UNKNOWN
                : Truth.of(credential.lastUse() instanceof LastUse.Never);
    }

    private Truth unused() {
        if (credential.lastUse() instanceof LastUse.Used used) {
            return Truth.of(rules.daysSince(used.date()) > rules.unused());
        }
        return credential.lastUse() instanceof LastUse.Never ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Without an owner nobody can have departed; whether there is one may not be known. */
    private Truth departed() {
        Optional<Owner.Status> status = owner.owner().map(Owner::status);
        if (status.isEmpty()) {
            return owner.known() == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN;
        }
        return switch (status.get()) {
            case DEPARTED -> Truth.TRUE;
            case ACTIVE -> Truth.FALSE;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    private String ownerName() {
        return Printable.quoted(owner.owner().map(Owner::name).orElse(""));
    }

    private String age() {
        return credential
                .rotated()
                .map(moment -> AuditRules.days(rules.daysSince(moment)))
                .orElse("");
    }

    private String lastUsed() {
        return credential.lastUse() instanceof LastUse.Used used
                ? day(used.date()) + ", " + AuditRules.days(rules.daysSince(used.date())) + " ago"
                : "";
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}

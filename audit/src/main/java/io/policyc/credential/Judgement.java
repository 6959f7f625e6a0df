package io.policyc.credential;

import static io.policyc.credential.Answers.and;
import static io.policyc.credential.Answers.not;
import static io.policyc.credential.Answers.or;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.authorization.AdministratorAccess;
import io.policyc.authorization.Certainty;
import io.policyc.authorization.LastUse;
import io.policyc.credential.LongLivedCredential.Kind;
import io.policyc.finding.FindingId;
import io.policyc.finding.Printable;
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
    private final ImmutableMap.Builder<FindingId, Certainty> answers = ImmutableMap.builder();
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
        Certainty neverUsed = and(never(), olderThan(rules.unused()));
        Certainty unused = unused();
        Certainty departed = departed();
        Certainty nobody = not(owner.known());
        boolean key = credential.kind().isAccessKey();
        if (key && credential.isRoot()) {
            ask(CredentialFindings.ROOT_KEY, Certainty.YES, "the root user has an active access key");
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
        Certainty forgotten = or(or(neverUsed, unused), or(departed, credential.isRoot() ? Certainty.NO : nobody));
        return new JudgedCredential(
                new AuditedCredential(credential, owner.owner(), administrator, reasons.build()),
                answers.buildOrThrow(),
                key ? and(credential.active(), forgotten) : Certainty.NO,
                owner.known());
    }

    /** Only what is switched on can be a finding. */
    private void ask(FindingId id, Certainty found, String message) {
        answer(id, and(credential.active(), found), message);
    }

    private void answer(FindingId id, Certainty answer, String message) {
        answers.put(id, answer);
        if (answer == Certainty.YES) {
            reasons.add(new AuditedCredential.Reason(id, message));
        }
    }

    /** Of the root user AWS did not always say whether it has a password; that it has no MFA is certain all the same. */
    private void withoutMfa() {
        if (credential.isRoot()) {
            Certainty signsIn = credential.active() == Certainty.NO ? Certainty.NO : Certainty.YES;
            answer(CredentialFindings.WITHOUT_MFA, and(signsIn, not(user.mfa())), "the root user has no MFA device");
        } else {
            ask(CredentialFindings.WITHOUT_MFA, not(user.mfa()), "the user has a password and no MFA device");
        }
    }

    /** Said at the key that is to go, the older one. */
    private void unfinishedRotation() {
        Optional<LongLivedCredential> other = user.credentials().stream()
                .filter(found -> found.kind().isAccessKey() && found.kind() != credential.kind())
                .findFirst();
        if (other.isEmpty()) {
            answer(CredentialFindings.TWO_ACTIVE_KEYS, Certainty.NO, "");
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

    private Certainty olderThan(int days) {
        return credential
                .rotated()
                .map(moment -> Certainty.of(rules.daysSince(moment) > days))
                .orElse(Certainty.UNKNOWN);
    }

    private Certainty never() {
        return credential.lastUse() instanceof LastUse.Unknown
                ? Certainty.UNKNOWN
                : Certainty.of(credential.lastUse() instanceof LastUse.Never);
    }

    private Certainty unused() {
        if (credential.lastUse() instanceof LastUse.Used used) {
            return Certainty.of(rules.daysSince(used.date()) > rules.unused());
        }
        return credential.lastUse() instanceof LastUse.Never ? Certainty.NO : Certainty.UNKNOWN;
    }

    /** Without an owner nobody can have departed; whether there is one may not be known. */
    private Certainty departed() {
        Optional<Owner.Status> status = owner.owner().map(Owner::status);
        if (status.isEmpty()) {
            return owner.known() == Certainty.NO ? Certainty.NO : Certainty.UNKNOWN;
        }
        return switch (status.get()) {
            case DEPARTED -> Certainty.YES;
            case ACTIVE -> Certainty.NO;
            case UNKNOWN -> Certainty.UNKNOWN;
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

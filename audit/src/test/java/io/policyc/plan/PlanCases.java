package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.authorization.AdministratorAccess;
import io.policyc.authorization.AuthorizationDetails;
import io.policyc.authorization.AuthorizedRole;
import io.policyc.authorization.LastUse;
import io.policyc.credential.AuditedCredential;
import io.policyc.credential.AuditedUser;
import io.policyc.credential.JudgedCredential;
import io.policyc.credential.LongLivedCredential;
import io.policyc.credential.Owner;
import io.policyc.credential.Owners;
import io.policyc.role.RoleIntent;
import io.policyc.role.Trust;
import io.policyc.simulator.Truth;
import io.policyc.source.SourceText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Users, roles and evidence as tests write them down. */
final class PlanCases {
    static final String ACCOUNT = "111122223333";
    static final String USER = "arn:aws:iam::111122223333:user/ci";
    static final String ROLE = "arn:aws:iam::111122223333:role/deploy";
    static final Instant MADE = Instant.parse("2026-01-10T08:00:00Z");
    static final PlanEvidence NOTHING = new PlanEvidence(
            ImmutableList.of(), ImmutableList.of(), AuthorizationDetails.NONE, Owners.NONE, Optional.empty());

    private PlanCases() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static LastUse used(String day) {
        return new LastUse.Used(Instant.parse(day + "T12:00:00Z"), Optional.of("ecr"), Optional.empty());
    }

    static LongLivedCredential key(Truth active, LastUse lastUse) {
        return new LongLivedCredential(
                ACCOUNT, "ci", USER, LongLivedCredential.Kind.ACCESS_KEY_1, active, Optional.of(MADE), lastUse);
    }

    static AuditedUser user(LongLivedCredential... keys) {
        return user(Optional.empty(), keys);
    }

    static AuditedUser user(Optional<Owner> owner, LongLivedCredential... keys) {
        ImmutableList.Builder<JudgedCredential> judged = ImmutableList.builder();
        for (LongLivedCredential key : keys) {
            AuditedCredential audited =
                    new AuditedCredential(key, owner, AdministratorAccess.UNKNOWN, ImmutableList.of());
            judged.add(new JudgedCredential(audited, ImmutableMap.of(), Truth.UNKNOWN, Truth.UNKNOWN));
        }
        return new AuditedUser(
                SourceText.of("report.csv", "").start(),
                ACCOUNT,
                "ci",
                USER,
                owner,
                AdministratorAccess.UNKNOWN,
                judged.build());
    }

    static Owner owner(Owner.Status status) {
        return new Owner("Ana", Optional.empty(), Owner.Source.FILE, status);
    }

    /** A role intent in place of the user's keys. */
    static RoleIntent role(String name, Trust trust) {
        return new RoleIntent(
                name,
                ACCOUNT,
                "/",
                Optional.empty(),
                Duration.ofHours(1),
                trust,
                ImmutableList.of(),
                ImmutableList.of(),
                Optional.empty(),
                ImmutableMap.of(),
                ImmutableList.of(USER),
                Optional.of("team-a"),
                SourceText.of("roles/deploy.role.yaml", "").start());
    }

    static RoleIntent deploy() {
        return role("deploy", new Trust.Accounts(ImmutableList.of(ACCOUNT), Optional.empty(), ImmutableList.of()));
    }

    static AuthorizationDetails details(AuthorizedRole... roles) {
        ImmutableMap.Builder<String, AuthorizedRole> byArn = ImmutableMap.builder();
        for (AuthorizedRole role : roles) {
            byArn.put(role.arn(), role);
        }
        return new AuthorizationDetails(ImmutableSet.of(ACCOUNT), ImmutableMap.of(), byArn.buildOrThrow());
    }

    static PlanEvidence evidence(AuthorizationDetails details, RoleIntent... roles) {
        return new PlanEvidence(
                ImmutableList.copyOf(roles), ImmutableList.of(), details, Owners.NONE, Optional.empty());
    }

    static Plan plan(String day, PlanState state, PlanEvidence evidence, AuditedUser... users) {
        Planner planner = new Planner(day(day), PlanSettings.DEFAULT, evidence, state);
        for (AuditedUser user : users) {
            planner.add(user);
        }
        return planner.plan();
    }
}

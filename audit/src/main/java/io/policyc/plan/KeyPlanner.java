package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.LastUse;
import io.policyc.credential.AuditedCredential;
import io.policyc.credential.LongLivedCredential;
import io.policyc.credential.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Plans one key at a time, from what is known of it today and what earlier plans recorded. */
record KeyPlanner(PlanSettings settings, LocalDate day, Replacements replacements) {

    /** A plan with what is to be recorded; nothing is recorded of a key that cannot be told from others. */
    record Planned(KeyPlan plan, Optional<KeyRecord> found) {}

    /** The key of a credential; empty if the report does not say when it was made. */
    static Optional<KeyId> id(LongLivedCredential key) {
        int slot = key.kind() == LongLivedCredential.Kind.ACCESS_KEY_1 ? 1 : 2;
        return key.rotated().map(made -> new KeyId(key.arn(), slot, made));
    }

    Planned plan(AuditedCredential audited, Optional<KeyRecord> before) {
        LongLivedCredential key = audited.credential();
        Draft draft =
                new Draft(audited, before.orElseGet(() -> KeyRecord.of(day)).goneOn(Optional.empty()));
        if (key.rotated().isEmpty()) {
            draft.missing("the report does not say when the key was made, so that it cannot be told from a later one");
            return new Planned(draft.plan(Stage.HELD, Optional.empty()), Optional.empty());
        }
        KeyPlan plan = switch (key.active()) {
            case TRUE -> active(audited, draft);
            case FALSE -> inactive(key, draft);
            case UNKNOWN -> draft.held("the report does not say whether the key is active");
        };
        return new Planned(plan, Optional.of(draft.found));
    }

    private KeyPlan inactive(LongLivedCredential key, Draft draft) {
        draft.found = draft.found.disabledOn(day);
        LocalDate disabled = draft.found.disabled().orElseThrow();
        draft.evidence("inactive, seen so since " + disabled);
        if (key.isRoot()) {
            return draft.plan(Stage.DELETE_ROOT_KEY, Optional.empty());
        }
        LocalDate due = disabled.plusDays(settings.silence());
        return draft.plan(due.isAfter(day) ? Stage.SILENCE : Stage.DELETE, Optional.of(due));
    }

    private KeyPlan active(AuditedCredential audited, Draft draft) {
        LongLivedCredential key = audited.credential();
        draft.found = draft.found.activeOn(day);
        draft.found.back().ifPresent(back -> draft.evidence("was inactive, and is active again, seen on " + back));
        draft.evidence(used(key.lastUse()));
        if (key.isRoot()) {
            return draft.plan(Stage.DELETE_ROOT_KEY, Optional.empty());
        }
        if (audited.owner()
                .filter(owner -> owner.status() == Owner.Status.DEPARTED)
                .isPresent()) {
            draft.evidence("its owner has departed");
            return draft.plan(Stage.DISABLE, Optional.empty());
        }
        if (key.lastUse() instanceof LastUse.Unknown) {
            return draft.held("the report does not say when the key was last used");
        }
        LocalDate lastDay = lastDay(key, draft.found.back());
        LocalDate idle = lastDay.plusDays(settings.idle() + 1L);
        if (!idle.isAfter(day)) {
            draft.evidence("unused for more than " + settings.idle() + " days, so that it needs no role");
            return draft.plan(Stage.DISABLE, Optional.of(idle));
        }
        return beside(key, lastDay, draft);
    }

    /** The way of a key that is in use: role, dual run, and then without it. */
    private KeyPlan beside(LongLivedCredential key, LocalDate lastDay, Draft draft) {
        ImmutableList<RoleEvidence> roles = replacements.of(key.arn());
        ImmutableList<String> names = roles.stream().map(RoleEvidence::name).collect(ImmutableList.toImmutableList());
        draft.roles = names;
        if (roles.isEmpty()) {
            draft.evidence("no role stands in for it");
            return draft.plan(Stage.WRITE_ROLE, Optional.empty());
        }
        RoleUse use = RoleUse.of(roles);
        use.evidence().forEach(draft::evidence);
        use.missing().forEach(draft::missing);
        if (use.stage().isPresent()) {
            return draft.plan(use.stage().get(), Optional.empty());
        }
        LocalDate since = draft.found.roles().equals(names)
                ? draft.found.dualRun().orElseThrow()
                : date(use.since().orElseThrow());
        draft.found = draft.found.running(names, since);
        draft.evidence("dual run since " + since);
        LocalDate due = (since.isAfter(lastDay) ? since : lastDay).plusDays(settings.dualRun());
        if (due.isAfter(day)) {
            return draft.plan(Stage.DUAL_RUN, Optional.of(due));
        }
        Optional<String> behind =
                key.lastUse() instanceof LastUse.Used used ? use.usedBefore(used.date()) : Optional.empty();
        return behind.map(role -> draft.held(
                        "`" + role + "` was not used since the key was; if it does the work, it will be used again"))
                .orElseGet(() -> draft.plan(Stage.DISABLE, Optional.of(due)));
    }

    /** The last day on which the key was of use to somebody, as far as is known: it was used, brought back or made. */
    private static LocalDate lastDay(LongLivedCredential key, Optional<LocalDate> back) {
        Instant made = key.rotated().orElseThrow();
        LocalDate used =
                date(key.lastUse() instanceof LastUse.Used use && use.date().isAfter(made) ? use.date() : made);
        return back.filter(day -> day.isAfter(used)).orElse(used);
    }

    private static String used(LastUse use) {
        if (use instanceof LastUse.Used used) {
            String service = used.service().map(name -> " for " + name).orElse("");
            String region = used.region().map(name -> " in " + name).orElse("");
            return "last used " + date(used.date()) + service + region;
        }
        return use instanceof LastUse.Never ? "never used" : "last use unknown";
    }

    static LocalDate date(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A plan while it is made. */
    private static final class Draft {
        private final AuditedCredential audited;
        private final ImmutableList.Builder<String> evidence = ImmutableList.builder();
        private final ImmutableList.Builder<String> missing = ImmutableList.builder();
        private ImmutableList<String> roles = ImmutableList.of();
        private KeyRecord found;

        Draft(AuditedCredential audited, KeyRecord found) {
            this.audited = audited;
            this.found = found;
        }

        void evidence(String sentence) {
            evidence.add(sentence);
        }

        void missing(String sentence) {
            missing.add(sentence);
        }

        KeyPlan held(String sentence) {
            missing(sentence);
            return plan(Stage.HELD, Optional.empty());
        }

        KeyPlan plan(Stage stage, Optional<LocalDate> due) {
            return new KeyPlan(
                    audited.credential(), audited.owner(), stage, due, roles, evidence.build(), missing.build());
        }
    }
}

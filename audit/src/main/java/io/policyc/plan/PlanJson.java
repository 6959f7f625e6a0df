package io.policyc.plan;

import io.policyc.credential.Owner;
import io.policyc.node.JsonText;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** A plan for programs. */
public final class PlanJson {
    private final JsonText json;

    private PlanJson(JsonText json) {
        this.json = json;
    }

    /** Writes a plan piece by piece. */
    public static void print(Plan plan, Writer out) {
        JsonText json = JsonText.prettyTo(out);
        json.object(() -> new PlanJson(json).write(plan));
        json.flush();
    }

    private void write(Plan plan) {
        json.field("day", plan.day().toString());
        json.arrayField("phases", () -> plan.phases().forEach(phase -> json.object(() -> phase(phase))));
        json.arrayField("keys", () -> plan.keys().forEach(key -> json.object(() -> key(plan, key))));
        json.field("gone", plan.gone()).field("elsewhere", plan.elsewhere()).field("notPlanned", plan.others());
    }

    private void phase(PhasePlan plan) {
        json.field("phase", plan.phase().name()).field("stage", plan.stage().word());
        json.field("due", plan.due().map(LocalDate::toString));
        json.field("attached", plan.phase().attached().map(LocalDate::toString));
        json.field("gate", plan.gate().word());
        json.field("quiet", plan.held().map(LocalDate::toString));
        json.arrayField(
                "targets",
                () -> plan.phase()
                        .targets()
                        .forEach(target -> json.object(() -> {
                            json.field("path", target.path()).field("id", target.id());
                            json.field(
                                    "policies",
                                    target.policies().stream()
                                            .map(policy -> policy.name())
                                            .toList());
                        })));
        json.field("evidence", plan.evidence()).field("missing", plan.missing());
        commands(PhaseCommands.of(plan));
    }

    private void key(Plan plan, KeyPlan key) {
        json.field("account", key.key().account())
                .field("user", key.key().user())
                .field("arn", key.key().arn());
        json.field("key", key.key().kind().words())
                .field("made", key.key().rotated().map(Instant::toString));
        json.field("owner", key.owner().map(Owner::name));
        json.field("ownerStatus", key.owner().map(owner -> owner.status().name().toLowerCase(Locale.ROOT)));
        json.field("part", Plan.Part.of(key).words()).field("stage", key.stage().word());
        json.field("due", key.due().map(LocalDate::toString)).field("roles", key.roles());
        KeyPlanner.id(key.key()).flatMap(id -> plan.state().of(id)).ifPresent(this::found);
        json.field("evidence", key.evidence()).field("missing", key.missing());
        commands(KeyCommands.of(key));
    }

    private void found(KeyRecord found) {
        json.field("seen", found.seen().toString());
        json.field("dualRun", found.dualRun().map(LocalDate::toString));
        json.field("disabled", found.disabled().map(LocalDate::toString));
    }

    private void commands(Commands commands) {
        json.field("notes", commands.before()).field("commands", commands.run()).field("rollBack", commands.rollBack());
    }
}

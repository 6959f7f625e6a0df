package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.authorization.LastUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The use of all the roles that stand in for a key.
 *
 * @param stage where one of them is not used yet, or nobody knows; empty if all are
 * @param lastUses of those that are, by their names
 */
record RoleUse(
        Optional<Stage> stage,
        ImmutableList<String> evidence,
        ImmutableList<String> missing,
        Map<String, Instant> lastUses) {

    static RoleUse of(ImmutableList<RoleEvidence> roles) {
        ImmutableList.Builder<String> evidence = ImmutableList.builder();
        ImmutableSet.Builder<String> missing = ImmutableSet.builder();
        Map<String, Instant> uses = new TreeMap<>();
        boolean deploy = false;
        boolean use = false;
        for (RoleEvidence role : roles) {
            String name = "`" + role.name() + "`";
            if (role.presence() instanceof RoleEvidence.Unknown unknown) {
                missing.add(unknown.missing());
            } else if (role.presence() instanceof RoleEvidence.There there) {
                if (there.lastUse() instanceof LastUse.Used used) {
                    uses.put(role.name(), used.date());
                    evidence.add(name + " last used " + KeyPlanner.date(used.date()));
                } else if (there.lastUse() instanceof LastUse.Never) {
                    use = true;
                    evidence.add(name + " is there and was never used");
                } else {
                    missing.add("the authorization details do not say when " + name + " was last used");
                }
            } else {
                deploy = true;
                evidence.add(name + " is not there");
            }
        }
        ImmutableList<String> unknown = missing.build().asList();
        Optional<Stage> stage = deploy
                ? Optional.of(Stage.DEPLOY_ROLE)
                : use ? Optional.of(Stage.USE_ROLE) : Optional.of(Stage.HELD).filter(held -> !unknown.isEmpty());
        return new RoleUse(stage, evidence.build(), unknown, uses);
    }

    /** A moment at which all of them had been used. */
    Optional<Instant> since() {
        return lastUses.values().stream().max(Comparator.naturalOrder());
    }

    /** A role that was used before a moment, and not since. */
    Optional<String> usedBefore(Instant moment) {
        return lastUses.entrySet().stream()
                .filter(use -> use.getValue().isBefore(moment))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

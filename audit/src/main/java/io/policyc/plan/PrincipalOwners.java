package io.policyc.plan;

import com.google.common.collect.ImmutableSet;
import io.policyc.credential.AuditedUser;
import io.policyc.credential.Owner;
import io.policyc.role.RoleIntent;
import java.util.HashSet;
import java.util.Set;

/** Which of the principals whose calls are denied somebody answers for. Who has departed answers for nothing. */
final class PrincipalOwners {
    private final ImmutableSet<String> asked;
    private final Set<String> owned = new HashSet<>();

    PrincipalOwners(PlanEvidence evidence) {
        this.asked = evidence.replay().stream()
                .flatMap(replay -> replay.denied().stream())
                .map(Replay.DeniedCall::principal)
                .collect(ImmutableSet.toImmutableSet());
        evidence.owners().byArn().forEach((user, owner) -> {
            if (answers(owner)) {
                owned.add(user);
            }
        });
        evidence.roles().stream()
                .filter(role -> role.owner().isPresent())
                .map(RoleIntent::arn)
                .forEach(arn -> arn.ifPresent(owned::add));
    }

    /** Takes notice of a user, who may have an owner by a tag. */
    void add(AuditedUser user) {
        if (asked.contains(user.arn())
                && user.owner().filter(PrincipalOwners::answers).isPresent()) {
            owned.add(user.arn());
        }
    }

    private static boolean answers(Owner owner) {
        return owner.status() != Owner.Status.DEPARTED;
    }

    boolean isOwned(String principal) {
        return owned.contains(principal);
    }
}

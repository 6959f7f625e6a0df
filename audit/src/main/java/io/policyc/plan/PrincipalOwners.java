package io.policyc.plan;

import com.google.common.collect.ImmutableSet;
import io.policyc.credential.AuditedUser;
import io.policyc.credential.Owner;
import io.policyc.policy.Arn;
import io.policyc.role.RoleIntent;
import io.policyc.simulator.Truth;
import java.util.HashSet;
import java.util.Set;

/** Which of the principals whose calls are denied somebody answers for. Who has departed answers for nothing. */
final class PrincipalOwners {
    private final ImmutableSet<String> asked;
    private final boolean ownersGiven;
    private final Set<String> owned = new HashSet<>();
    private final Set<String> nobodys = new HashSet<>();

    PrincipalOwners(PlanEvidence evidence) {
        this.asked = evidence.replay().stream()
                .flatMap(replay -> replay.denied().stream())
                .map(Replay.DeniedCall::principal)
                .collect(ImmutableSet.toImmutableSet());
        this.ownersGiven = evidence.owners().given();
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
        if (!asked.contains(user.arn())) {
            return;
        }
        if (user.owner().isPresent()) {
            (answers(user.owner().get()) ? owned : nobodys).add(user.arn());
        } else if (user.credentials().stream().anyMatch(judged -> judged.ownerKnown() == Truth.FALSE)) {
            nobodys.add(user.arn());
        }
    }

    private static boolean answers(Owner owner) {
        return owner.status() != Owner.Status.DEPARTED;
    }

    /** Unknown of a user if there is neither an owners file nor word of the user's tags. */
    Truth of(String principal) {
        if (owned.contains(principal)) {
            return Truth.TRUE;
        }
        return ownersGiven || nobodys.contains(principal) || !mayHaveTag(principal) ? Truth.FALSE : Truth.UNKNOWN;
    }

    private static boolean mayHaveTag(String principal) {
        return Arn.parse(principal)
                .filter(arn ->
                        arn.resource().startsWith("user/") || arn.resource().equals("root"))
                .isPresent();
    }
}

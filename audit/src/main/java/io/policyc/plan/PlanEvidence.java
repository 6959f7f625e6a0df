package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.AuthorizationDetails;
import io.policyc.credential.Owners;
import io.policyc.organization.Phase;
import io.policyc.role.RoleIntent;
import java.util.Optional;

/** What a plan is made from, besides the credentials. */
public record PlanEvidence(
        ImmutableList<RoleIntent> roles,
        ImmutableList<Phase> phases,
        AuthorizationDetails details,
        Owners owners,
        Optional<Replay> replay) {}

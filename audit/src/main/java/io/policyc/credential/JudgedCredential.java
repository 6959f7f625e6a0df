package io.policyc.credential;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.FindingId;
import io.policyc.simulator.Truth;

/**
 * A credential with the reasons why it should not be there, and with what cannot be told.
 *
 * @param answers to each finding that asks of such a credential: whether it is one
 * @param orphaned whether it is an active access key that nobody uses or that nobody answers for
 * @param ownerKnown whether somebody is known to answer for it; {@code NO} only if the data would say so
 */
public record JudgedCredential(
        AuditedCredential audited, ImmutableMap<FindingId, Truth> answers, Truth orphaned, Truth ownerKnown) {}

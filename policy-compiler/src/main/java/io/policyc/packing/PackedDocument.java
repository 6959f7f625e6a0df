package io.policyc.packing;

import io.policyc.policy.LocatedPolicy;

/**
 * A document after packing.
 *
 * @param policy its places tell what each statement was before
 * @param text what AWS is given
 */
public record PackedDocument(LocatedPolicy policy, String text) {}

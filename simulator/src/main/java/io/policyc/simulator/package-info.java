/**
 * Decides requests by the SCPs of an organization, offline, and explains each decision. Policies are planned once and
 * evaluated many times. Reading files, lint and proofs do not belong here.
 */
@NullMarked
package io.policyc.simulator;

import org.jspecify.annotations.NullMarked;

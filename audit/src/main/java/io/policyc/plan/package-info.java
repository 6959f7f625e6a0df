/**
 * What to do next about each long-lived credential and in each phase of a rollout, with the evidence and the commands.
 * Nothing here is executed.
 */
@NullMarked
package io.policyc.plan;

import org.jspecify.annotations.NullMarked;

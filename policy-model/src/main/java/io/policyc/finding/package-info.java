/**
 * The one way to say anything to a user about what they wrote: a finding with an id, a severity, a place and help. Rules
 * that find something do not belong here; they live beside what they look at.
 */
@NullMarked
package io.policyc.finding;

import org.jspecify.annotations.NullMarked;

/**
 * Ready-made intents: what each one is for, its parameters, its rules with the places of the parameters, its tests. How
 * parameters become rules belongs to the intent language.
 */
@NullMarked
package io.policyc.guardrail;

import org.jspecify.annotations.NullMarked;

/**
 * Intents to SCP documents: exact complements, normal form, provenance. Reading intents and deciding requests do not
 * belong here.
 */
@NullMarked
package io.policyc.compiler;

import org.jspecify.annotations.NullMarked;

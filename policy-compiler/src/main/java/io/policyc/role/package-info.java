/**
 * Roles in place of access keys: their intents, and the trust and permissions policies that they compile to. Templates for
 * other tools are made elsewhere.
 */
@NullMarked
package io.policyc.role;

import org.jspecify.annotations.NullMarked;

/**
 * Named text and places in it. Everything that can be wrong for a user is wrong somewhere: here is how "somewhere" is
 * said. What the text means does not belong here.
 */
@NullMarked
package io.policyc.source;

import org.jspecify.annotations.NullMarked;

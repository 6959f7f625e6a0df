/**
 * Role trust policies that let in more, or fewer, than their author meant.
 */
@NullMarked
package io.policyc.trust;

import org.jspecify.annotations.NullMarked;

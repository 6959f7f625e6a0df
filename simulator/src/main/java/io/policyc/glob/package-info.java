/** Wildcard patterns made ready for matching. What a pattern is compared with, and what that means, belongs to others. */
@NullMarked
package io.policyc.glob;

import org.jspecify.annotations.NullMarked;

/**
 * Opinion on policies that AWS accepts: what surely or probably does not do what its author wants. Grammar and quotas are
 * told by the readers, not here.
 */
@NullMarked
package io.policyc.lint;

import org.jspecify.annotations.NullMarked;

/**
 * The register of exceptions: who is spared by which rule, who answers for it, and until when. What an exception means for a
 * request does not belong here.
 */
@NullMarked
package io.policyc.register;

import org.jspecify.annotations.NullMarked;

/**
 * A repository's policies and what they are attached to, as input for the tools that bring them to AWS. Compiling and
 * reading do not belong here.
 */
@NullMarked
package io.policyc.deploy;

import org.jspecify.annotations.NullMarked;

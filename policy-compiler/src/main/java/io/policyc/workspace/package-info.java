/**
 * A repository of policies as files: which files it has, what they mean together, and what is built from them. The
 * language of a file belongs to its reader.
 */
@NullMarked
package io.policyc.workspace;

import org.jspecify.annotations.NullMarked;

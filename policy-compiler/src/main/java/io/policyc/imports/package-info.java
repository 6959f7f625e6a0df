/**
 * SCP documents as intents: what an author would have written to get the same document. Every form is compiled and compared
 * before it is used.
 */
@NullMarked
package io.policyc.imports;

import org.jspecify.annotations.NullMarked;

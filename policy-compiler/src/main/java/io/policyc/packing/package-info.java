/**
 * Making documents smaller, and fewer, without changing what they decide: each pass keeps every decision, and every
 * statement the places that it comes from. Nothing is known here of intents or of files.
 */
@NullMarked
package io.policyc.packing;

import org.jspecify.annotations.NullMarked;

/**
 * Calls of a service that simulates policies with what it answered, as a file: to compare again without an account. A
 * recording never holds credentials or headers, and on demand no account ids.
 */
@NullMarked
package io.policyc.recording;

import org.jspecify.annotations.NullMarked;

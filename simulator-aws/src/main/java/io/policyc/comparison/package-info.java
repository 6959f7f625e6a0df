/**
 * Requests put to a service that simulates policies, and its answers held against those of the offline simulator. Knows the
 * service by its port only; what speaks to AWS is in the package {@code aws}.
 */
@NullMarked
package io.policyc.comparison;

import org.jspecify.annotations.NullMarked;

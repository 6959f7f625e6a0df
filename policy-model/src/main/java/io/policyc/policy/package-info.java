/**
 * The IAM policy language as values: documents, statements, elements, conditions; strict reading, writing in one fixed
 * form, and the limits of AWS. No places inside the values, so {@code equals} is meaning. Deciding a request does not
 * belong here.
 */
@NullMarked
package io.policyc.policy;

import org.jspecify.annotations.NullMarked;

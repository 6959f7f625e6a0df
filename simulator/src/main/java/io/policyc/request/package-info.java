/**
 * What IAM sees of a call: who calls what on which resource, and the context keys, each present, absent or unknown. Policies
 * and decisions do not belong here.
 */
@NullMarked
package io.policyc.request;

import org.jspecify.annotations.NullMarked;

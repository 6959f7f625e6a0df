/**
 * What AWS itself said of a request: its messages that deny access, and how its answer compares with a decision made
 * here. How the request goes on to be decided does not belong here.
 */
@NullMarked
package io.policyc.evidence;

import org.jspecify.annotations.NullMarked;

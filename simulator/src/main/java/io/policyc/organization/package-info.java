/**
 * An organization: root, units, accounts, what is attached where, and whom its policies do not bind. Deciding a request
 * by the policies does not belong here.
 */
@NullMarked
package io.policyc.organization;

import org.jspecify.annotations.NullMarked;

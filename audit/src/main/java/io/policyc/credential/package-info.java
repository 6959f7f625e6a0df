/**
 * Long-lived credentials: read from credential reports, joined with owners and authorization details, judged, printed.
 * What to do about them does not belong here.
 */
@NullMarked
package io.policyc.credential;

import org.jspecify.annotations.NullMarked;

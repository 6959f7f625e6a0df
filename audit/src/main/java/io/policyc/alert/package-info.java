/**
 * Alerts as code: patterns of events, the rules that carry them, and which events they match. Nothing here is deployed.
 */
@NullMarked
package io.policyc.alert;

import org.jspecify.annotations.NullMarked;

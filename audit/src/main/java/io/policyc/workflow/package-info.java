/**
 * Workflow files of CI systems, and the steps in them that use long-lived credentials.
 */
@NullMarked
package io.policyc.workflow;

import org.jspecify.annotations.NullMarked;

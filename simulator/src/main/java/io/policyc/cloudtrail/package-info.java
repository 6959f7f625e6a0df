/**
 * Events of AWS CloudTrail as descriptions of requests. An event is written by AWS and read as it is: what it does not
 * tell is left open.
 */
@NullMarked
package io.policyc.cloudtrail;

import org.jspecify.annotations.NullMarked;

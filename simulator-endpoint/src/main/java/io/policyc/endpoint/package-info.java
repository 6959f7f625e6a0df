/**
 * The IAM Query API for SimulateCustomPolicy on loopback, answered by the offline simulator. Scripts and SDKs that ask AWS
 * ask here in the same words. Policies and their evaluation do not belong here.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">SimulateCustomPolicy</a>
 */
@NullMarked
package io.policyc.endpoint;

import org.jspecify.annotations.NullMarked;

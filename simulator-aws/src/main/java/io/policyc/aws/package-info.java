/** The IAM Policy Simulator of AWS, asked through its SDK: credentials, retries, limits. The only place that knows the SDK. */
@NullMarked
package io.policyc.aws;

import org.jspecify.annotations.NullMarked;

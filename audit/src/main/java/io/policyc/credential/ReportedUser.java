package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import io.policyc.simulator.Truth;
import io.policyc.source.SourceSpan;

/**
 * A row of a credential report.
 *
 * @param mfa whether an MFA device is on
 */
record ReportedUser(
        SourceSpan place,
        String account,
        String name,
        String arn,
        Truth mfa,
        ImmutableList<LongLivedCredential> credentials) {
    boolean isRoot() {
        return name.equals(LongLivedCredential.ROOT);
    }
}

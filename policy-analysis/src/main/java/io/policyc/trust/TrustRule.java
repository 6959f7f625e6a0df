package io.policyc.trust;

import io.policyc.finding.Findings;

/** One thing to look for in an Allow statement of a trust policy. */
interface TrustRule {
    void check(TrustStatement statement, Findings findings);
}

package io.policyc.request;

/**
 * How an IAM user or a root user signs.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">aws:TokenIssueTime,
 *     aws:MultiFactorAuthPresent</a>
 */
public enum Credentials {
    /** With an access key: neither issue time nor MFA is in the request. */
    LONG_LIVED,
    /** With a console session or GetSessionToken, without MFA. */
    TEMPORARY,
    /** With a console session or GetSessionToken, with MFA. */
    TEMPORARY_WITH_MFA,
    /** Nobody said: whatever a policy asks about issue time and MFA stays open. */
    UNSPECIFIED;

    void fill(ContextBuilder context) {
        if (this == UNSPECIFIED) {
            context.unknown("aws:TokenIssueTime", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");
            return;
        }
        if (this == LONG_LIVED) {
            context.absent("aws:TokenIssueTime", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");
            return;
        }
        boolean mfa = this == TEMPORARY_WITH_MFA;
        context.someValue("aws:TokenIssueTime").present("aws:MultiFactorAuthPresent", mfa);
        if (mfa) {
            context.unknown("aws:MultiFactorAuthAge");
        } else {
            context.absent("aws:MultiFactorAuthAge");
        }
    }
}

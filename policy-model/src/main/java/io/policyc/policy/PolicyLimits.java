package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.source.SourceSpan;
import java.util.Locale;
import java.util.Optional;

/**
 * The quotas for SCPs that hold in an organization, as a profile.
 *
 * @param documentSize most characters of one SCP, white space included
 * @param attachedPerNode most SCPs attached directly to a root, unit or account, FullAWSAccess included
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Quotas</a>
 */
public record PolicyLimits(String profile, int documentSize, int attachedPerNode) {
    /** Since 15 May 2026. */
    public static final PolicyLimits AWS = new PolicyLimits("aws", 10_240, 10);

    /** Until 15 May 2026; also for whoever wants to stay below. */
    public static final PolicyLimits AWS_BEFORE_2026_05 = new PolicyLimits("aws-before-2026-05", 5_120, 5);

    /** All profiles. */
    public static final ImmutableList<PolicyLimits> PROFILES = ImmutableList.of(AWS, AWS_BEFORE_2026_05);

    public static Optional<PolicyLimits> named(String profile) {
        return PROFILES.stream()
                .filter(limits -> limits.profile.equals(profile))
                .findFirst();
    }

    /**
     * What is wrong with the size of a document's text; empty if it fits.
     *
     * @param text as it would be sent, white space included
     */
    public Optional<Finding> checkSize(String name, String text, SourceSpan place) {
        int size = PolicySize.of(text).counted();
        if (size <= documentSize) {
            return Optional.empty();
        }
        String message = String.format(
                Locale.ROOT,
                "%s has %,d characters; the limit is %,d (profile %s)",
                Printable.quoted(name),
                size,
                documentSize,
                profile);
        return Optional.of(Finding.of(PolicyFindings.TOO_LARGE, place, message));
    }
}

package io.policyc.trust;

import io.policyc.finding.FindingId;

/** Whom a trust policy lets in, or keeps out, against the intention of its author. */
public final class TrustFindings {
    public static final FindingId ANYBODY = FindingId.warning("trust.anybody");
    public static final FindingId CLAIM_NOT_OFFERED = FindingId.warning("trust.claim-not-offered");
    public static final FindingId CONFUSED_DEPUTY = FindingId.info("trust.confused-deputy");
    public static final FindingId GUESTS = FindingId.warning("trust.guests");
    public static final FindingId HOLDS_WITHOUT_CLAIM = FindingId.warning("trust.holds-without-claim");
    public static final FindingId LIKE_WITHOUT_WILDCARD = FindingId.info("trust.like-without-wildcard");
    public static final FindingId NO_AUDIENCE = FindingId.warning("trust.no-audience");
    public static final FindingId NO_SUBJECT = FindingId.warning("trust.no-subject");
    public static final FindingId OLDER_SUBJECT = FindingId.info("trust.older-subject");
    public static final FindingId OTHER_ISSUER = FindingId.warning("trust.other-issuer");
    public static final FindingId REFUSED_BY_AWS = FindingId.error("trust.refused-by-aws");
    public static final FindingId SUBJECT_NEVER_MATCHES = FindingId.warning("trust.subject-never-matches");
    public static final FindingId SUBJECT_OF_ANY_RUN = FindingId.warning("trust.subject-of-any-run");
    public static final FindingId SUBJECT_OF_EVERYBODY = FindingId.warning("trust.subject-of-everybody");
    public static final FindingId SUBJECT_OF_OWNER = FindingId.warning("trust.subject-of-owner");
    public static final FindingId WHOLE_ACCOUNT = FindingId.info("trust.whole-account");
    public static final FindingId WRONG_ACTION = FindingId.warning("trust.wrong-action");

    private TrustFindings() {}
}

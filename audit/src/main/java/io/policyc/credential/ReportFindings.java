package io.policyc.credential;

import io.policyc.finding.FindingId;

/** What can be wrong with the files that an audit reads. */
final class ReportFindings {
    static final FindingId MISSING_COLUMN = FindingId.error("csv.missing-column");
    static final FindingId DUPLICATE_COLUMN = FindingId.error("csv.duplicate-column");
    static final FindingId CELL_COUNT = FindingId.error("csv.cell-count");
    static final FindingId QUOTE = FindingId.error("csv.quote");
    static final FindingId NOT_A_REPORT = FindingId.error("report.not-a-report");
    static final FindingId NOT_READY = FindingId.error("report.not-ready");
    static final FindingId INVALID_VALUE = FindingId.error("report.invalid-value");
    static final FindingId DUPLICATE_USER = FindingId.error("report.duplicate-user");
    static final FindingId SEVERAL_ACCOUNTS = FindingId.error("report.several-accounts");
    static final FindingId DUPLICATE_ACCOUNT = FindingId.error("report.duplicate-account");
    static final FindingId LATER_THAN_AS_OF = FindingId.error("report.later-than-as-of");
    static final FindingId MISSING_USER = FindingId.warning("report.missing-user");
    static final FindingId MORE_CREDENTIALS = FindingId.warning("report.more-credentials");
    static final FindingId BAD_ROWS = FindingId.error("report.bad-rows");
    static final FindingId OWNERS_INVALID_VALUE = FindingId.error("owners.invalid-value");
    static final FindingId OWNERS_DUPLICATE = FindingId.error("owners.duplicate-arn");
    static final FindingId NOT_AN_AUDIT = FindingId.error("baseline.not-an-audit");
    static final FindingId OTHER_RULES = FindingId.warning("baseline.other-rules");

    private ReportFindings() {}
}

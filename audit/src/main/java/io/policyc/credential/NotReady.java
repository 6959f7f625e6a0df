package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * What AWS answers while there is no report,
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html#API_GetCredentialReport_Errors.
 */
final class NotReady {
    static final String HELP = "run `aws iam generate-credential-report` until it says COMPLETE, then"
            + " `aws iam get-credential-report > report.json`";

    private static final ImmutableList<String> ERRORS =
            ImmutableList.of("ReportExpired", "ReportInProgress", "ReportNotPresent");

    private NotReady() {}

    static Finding finding(SourceSpan place, String answer) {
        return Finding.of(
                        ReportFindings.NOT_READY,
                        place,
                        "this is no report but AWS's answer " + Printable.quoted(answer))
                .withHelp(HELP);
    }

    /** Whether a text in the place of a report is such an answer, or a page of HTML. */
    static Optional<Finding> in(String text, SourceSpan place) {
        Optional<Finding> error =
                ERRORS.stream().filter(text::contains).findFirst().map(found -> finding(place, found));
        if (error.isEmpty() && text.stripLeading().startsWith("<")) {
            return Optional.of(Finding.of(ReportFindings.NOT_A_REPORT, place, "this is a page of HTML or XML, not CSV")
                    .withHelp(HELP));
        }
        return error;
    }
}

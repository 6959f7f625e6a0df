package io.policyc.cli;

import io.policyc.finding.Finding;
import io.policyc.finding.Severity;
import java.util.List;

/** Whether findings make the answer "no". */
final class FailLevel {
    private FailLevel() {}

    static ExitCode exitCode(List<Finding> findings, GlobalOptions.FailOn failOn) {
        Severity level = failOn == GlobalOptions.FailOn.warning ? Severity.WARNING : Severity.ERROR;
        boolean reached =
                findings.stream().anyMatch(finding -> finding.severity().compareTo(level) >= 0);
        return reached ? ExitCode.NO : ExitCode.OK;
    }
}

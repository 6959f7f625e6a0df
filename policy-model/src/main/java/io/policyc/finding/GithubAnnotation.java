package io.policyc.finding;

import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * What GitHub shows beside a line of a file, in a pull request too.
 *
 * @param place where; without it GitHub shows it in the summary of the run only
 * @param title one line
 * @param text may have several lines
 */
public record GithubAnnotation(Severity severity, Optional<SourceSpan> place, String title, String text) {

    public static GithubAnnotation of(Finding finding) {
        String help = finding.help().map(text -> "\nhelp: " + text).orElse("");
        return new GithubAnnotation(
                finding.severity(), finding.span(), finding.id().name(), finding.message() + help);
    }
}

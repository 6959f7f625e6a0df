package io.policyc.comparison;

import io.policyc.simulator.Outcome;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * A disagreement that somebody has looked into.
 *
 * @param test the full name of the case, with the values of its matrix
 * @param file the test file, where names alone do not tell
 * @param link where it is written down
 * @param place of the entry
 */
public record KnownDisagreement(
        String test,
        Optional<String> file,
        Outcome offline,
        Outcome service,
        String reason,
        String link,
        SourceSpan place) {

    /** Whether it is about a case; files are named from the root of the repository. */
    boolean isAbout(String fileName, String testName) {
        return test.equals(testName)
                && file.map(name -> fileName.equals(name) || fileName.endsWith("/" + name))
                        .orElse(true);
    }
}

package io.policyc.finding;

import java.util.Locale;

/** How much a finding matters, least first. */
public enum Severity {
    /** Worth knowing; nothing has to be done. */
    INFO,
    /** Probably not what was meant, or resting on a rule that AWS does not document. */
    WARNING,
    /** Cannot be used as it is. */
    ERROR;

    /** The word as it is printed, for example {@code warning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.policyc.finding;

import com.google.common.collect.ImmutableList;

/** Thrown by {@link Checked#orThrow()} only: the caller asked for a value that could not be read. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ImmutableList<Finding> findings;

    InvalidInputException(ImmutableList<Finding> findings) {
        super(FindingPrinter.plain().print(findings).stripTrailing());
        this.findings = findings;
    }

    public ImmutableList<Finding> findings() {
        return findings;
    }
}

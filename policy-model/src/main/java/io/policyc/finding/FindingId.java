package io.policyc.finding;

import java.util.regex.Pattern;

/**
 * The stable name of a kind of finding, for example {@code policy.unknown-element}, and how much it matters. Every id has
 * a page of its own, {@code docs/rules/<name>.md}.
 */
public record FindingId(String name, Severity severity) {
    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    public FindingId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a finding id: " + name);
        }
    }

    public static FindingId error(String name) {
        return new FindingId(name, Severity.ERROR);
    }

    public static FindingId warning(String name) {
        return new FindingId(name, Severity.WARNING);
    }

    public static FindingId info(String name) {
        return new FindingId(name, Severity.INFO);
    }
}

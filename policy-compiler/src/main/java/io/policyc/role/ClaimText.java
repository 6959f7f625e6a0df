package io.policyc.role;

import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import java.util.regex.Pattern;

/**
 * A value of a claim as a condition has it. What has a meaning for IAM and is meant as itself is escaped:
 * <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>.
 *
 * @param wildcard whether {@code *} or {@code ?} stand in it for other characters
 */
record ClaimText(String template, boolean wildcard) {
    /** What would start a variable: not the escapes of {@code *}, {@code ?} and {@code $}. */
    private static final Pattern DOLLAR = Pattern.compile("\\$\\{(?![*?$]})");

    /** Any text at all. */
    static final ClaimText ANY = pattern("*");

    /** Text that means itself. */
    static ClaimText literal(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = c == '*' || c == '?' || (c == '$' && text.startsWith("${", i));
            escaped.append(special ? "${" + c + "}" : String.valueOf(c));
        }
        return new ClaimText(escaped.toString(), false);
    }

    /**
     * Text in which {@code *} and {@code ?} are wildcards; <code>${*}</code>, <code>${?}</code> and <code>${$}</code> are the
     * characters themselves, and there are no variables.
     */
    static ClaimText pattern(String text) {
        String escaped = DOLLAR.matcher(text).replaceAll("\\${\\$}{");
        boolean wildcard = new ValueTemplate(escaped)
                .parts(PolicyVersion.V2012_10_17).stream()
                        .anyMatch(
                                part -> part instanceof ValueTemplate.AnyRun || part instanceof ValueTemplate.AnyUnit);
        return new ClaimText(escaped, wildcard);
    }

    ClaimText then(ClaimText next) {
        return new ClaimText(template + next.template, wildcard || next.wildcard);
    }

    ClaimText then(String literal) {
        return then(literal(literal));
    }

    /** GitHub writes a colon inside a part of a subject so, which tells it from the colons between the parts. */
    ClaimText withoutColons() {
        return new ClaimText(template.replace(":", "%3A"), wildcard);
    }
}

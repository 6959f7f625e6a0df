package io.policyc.workflow;

import io.policyc.finding.Findings;
import io.policyc.source.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Access keys that are written in a text. They are not repeated: the masked text has the same length, so that places in it
 * are places in the file.
 *
 * <p>Ids of long-lived keys start with {@code AKIA},
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html. Keys with {@code EXAMPLE} are those of AWS's
 * documentation and belong to nobody.
 */
final class KeysInFile {
    private static final Pattern ID = Pattern.compile("(?<![A-Za-z0-9])AKIA[A-Z0-9]{16}(?![A-Za-z0-9])");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)secret[_-]?(?:access[_-]?)?key['\"]?[ \\t]{0,20}[:=]?[ \\t]{0,20}['\"]?([a-z0-9/+]{40})(?![a-z0-9/+=])");
    private static final Pattern MASKED = Pattern.compile("AKIA\\*{12}[A-Z0-9]{4}|X{40}");
    private static final String HELP =
            "the key is known to all who can read the file or its history: make it inactive, then remove it";

    private KeysInFile() {}

    /** Reports the keys; the text without them. */
    static SourceText masked(SourceText source, Findings findings) {
        StringBuilder text = new StringBuilder(source.text());
        mask(ID.matcher(source.text()), 0, text);
        mask(SECRET.matcher(source.text()), 1, text);
        SourceText masked = SourceText.of(source.name(), text.toString());
        report(ID.matcher(source.text()), 0, "the access key ", masked, findings);
        report(SECRET.matcher(source.text()), 1, "a secret access key ", masked, findings);
        return masked;
    }

    /** Whether a value of a masked text is a key, or a part of one. */
    static boolean isKey(String value) {
        return MASKED.matcher(value.strip()).matches();
    }

    private static void mask(Matcher matcher, int group, StringBuilder text) {
        while (matcher.find()) {
            if (isExample(matcher.group(group))) {
                continue;
            }
            int start = matcher.start(group);
            int end = matcher.end(group);
            String mask = group == 0
                    ? "AKIA" + "*".repeat(end - start - 8) + text.substring(end - 4, end)
                    : "X".repeat(end - start);
            text.replace(start, end, mask);
        }
    }

    private static void report(Matcher matcher, int group, String what, SourceText masked, Findings findings) {
        while (matcher.find()) {
            if (!isExample(matcher.group(group))) {
                int start = matcher.start(group);
                int end = matcher.end(group);
                String id = group == 0 ? "`" + masked.text().substring(start, end) + "` " : "";
                findings.add(
                        WorkflowFindings.KEY_IN_FILE,
                        masked.span(start, end),
                        what + id + "is written in the file",
                        HELP);
            }
        }
    }

    private static boolean isExample(String key) {
        return key.contains("EXAMPLE");
    }
}

package io.policyc.intent;

import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.node.YamlNodes;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an intent, read as far as it can be from a file that may have any mistake elsewhere.
 *
 * @param place where it is written
 */
public record IntentName(String text, SourceSpan place) {
    /** A line of a file that is no YAML. */
    private static final Pattern LINE = Pattern.compile("policy:\\s+([\"']?)([A-Za-z0-9_-]{1,128})\\1\\s*(?:#.*)?");

    /** Empty if no name that a policy can have is found. */
    public static Optional<IntentName> of(SourceText source) {
        return YamlNodes.read(source)
                .value()
                .map(node -> node instanceof ObjectNode object ? inTree(object) : Optional.<IntentName>empty())
                .orElseGet(() -> inLines(source));
    }

    private static Optional<IntentName> inTree(ObjectNode object) {
        return object.get("policy")
                .flatMap(node -> node instanceof ScalarNode scalar && Intent.isName(scalar.text())
                        ? Optional.of(new IntentName(scalar.text(), scalar.span()))
                        : Optional.empty());
    }

    private static Optional<IntentName> inLines(SourceText source) {
        for (int line = 1; line <= source.lineCount(); line++) {
            Matcher matcher = LINE.matcher(source.line(line));
            if (matcher.matches()) {
                SourceSpan place = new SourceSpan(source, line, matcher.start(2) + 1, line, matcher.end(2) + 1);
                return Optional.of(new IntentName(matcher.group(2), place));
            }
        }
        return Optional.empty();
    }
}

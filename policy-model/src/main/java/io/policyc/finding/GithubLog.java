package io.policyc.finding;

import com.google.common.hash.Hashing;
import io.policyc.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The log of a step of GitHub Actions: annotations as workflow commands, then a text in which the runner obeys none,
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
 *
 * @param paths from the name of a file to its path in GitHub's workspace
 */
public record GithubLog(UnaryOperator<String> paths) {
    /** GitHub shows no more of a kind, https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations. */
    private static final int MOST = 10;

    /** The runner cuts what is longer, see https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs. */
    private static final int LONGEST_TEXT = 4096;

    /** https://docs.github.com/en/rest/checks/runs. */
    private static final int LONGEST_TITLE = 255;

    /** At most ten annotations of a kind, the first ones, and the text; it says how many are left out. */
    public String print(List<GithubAnnotation> annotations, String text) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        StringBuilder out = new StringBuilder();
        for (GithubAnnotation annotation : annotations) {
            if (counts.merge(annotation.severity(), 1, Integer::sum) <= MOST) {
                out.append(command(annotation)).append('\n');
            }
        }
        StringBuilder log = new StringBuilder(text);
        counts.forEach((severity, count) -> {
            if (count > MOST) {
                log.append("GitHub shows ").append(MOST).append(" annotations of a kind for a step; ");
                log.append(count - MOST).append(" more of kind ").append(kind(severity));
                log.append(" are in this log only\n");
            }
        });
        return out.append(inert(log.toString())).toString();
    }

    /** The end of the part without commands is told by the text's own hash, which the text cannot hold. */
    private static String inert(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String token = "policyc-" + Hashing.sha256().hashString(text, StandardCharsets.UTF_8);
        return "::stop-commands::" + token + "\n" + text + (text.endsWith("\n") ? "" : "\n") + "::" + token + "::\n";
    }

    private String command(GithubAnnotation annotation) {
        List<String> properties = new ArrayList<>();
        annotation.place().ifPresent(place -> place(place, properties));
        properties.add("title=" + property(Printable.firstLines(Printable.escaped(annotation.title()), LONGEST_TITLE)));
        String text = annotation
                .text()
                .lines()
                .map(Printable::escaped)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
        return "::" + kind(annotation.severity()) + " " + String.join(",", properties) + "::"
                + data(Printable.firstLines(text, LONGEST_TEXT));
    }

    private void place(SourceSpan place, List<String> properties) {
        properties.add(
                "file=" + property(Printable.escaped(paths.apply(place.source().name()))));
        properties.add("line=" + place.line());
        if (place.endLine() > place.line()) {
            // Columns are for places within a line only.
            properties.add("endLine=" + place.endLine());
        } else {
            properties.add("col=" + place.column());
            properties.add("endColumn=" + place.endColumn());
        }
    }

    private static String kind(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.name().toLowerCase(Locale.ROOT);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

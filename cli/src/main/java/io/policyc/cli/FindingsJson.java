package io.policyc.cli;

import io.policyc.finding.Finding;
import io.policyc.node.JsonText;
import io.policyc.source.SourceSpan;
import java.util.List;

/** Findings as a list of JSON objects. */
final class FindingsJson {
    private FindingsJson() {}

    /** One object that has nothing but them, in indented lines. */
    static String text(List<Finding> findings) {
        JsonText json = JsonText.pretty();
        json.object(() -> write(findings, json));
        return json + "\n";
    }

    static void write(List<Finding> findings, JsonText json) {
        json.arrayField("findings", () -> findings.forEach(finding -> write(finding, json)));
    }

    private static void write(Finding finding, JsonText json) {
        json.object(() -> {
            json.field("id", finding.id().name());
            json.field("severity", finding.severity().word());
            json.field("message", finding.message());
            finding.span().ifPresent(span -> place(span, json));
            finding.help().ifPresent(help -> json.field("help", help));
        });
    }

    private static void place(SourceSpan span, JsonText json) {
        json.field("file", span.source().name());
        json.field("line", span.line());
        json.field("column", span.column());
        json.field("endLine", span.endLine());
        json.field("endColumn", span.endColumn());
    }
}

package io.policyc.register;

import io.policyc.node.MarkdownText;
import java.util.List;
import java.util.stream.Collectors;

/** The register as a table of Markdown. */
final class RegisterMarkdown {
    private RegisterMarkdown() {}

    static String of(ExceptionRegister register) {
        StringBuilder table = new StringBuilder(MarkdownText.header(ExceptionRegisterPrinter.COLUMNS));
        for (RegisteredException exception : register.exceptions()) {
            List<String> cells = ExceptionRegisterPrinter.cells(exception, "").stream()
                    .map(MarkdownText::escaped)
                    .collect(Collectors.toList());
            if (exception.owner().isEmpty()) {
                cells.set(ExceptionRegisterPrinter.COLUMNS.indexOf("owner"), "**nobody**");
            }
            table.append(MarkdownText.row(cells));
        }
        return table.toString();
    }
}

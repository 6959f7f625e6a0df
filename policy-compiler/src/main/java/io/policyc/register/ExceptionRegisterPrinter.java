package io.policyc.register;

import com.google.common.collect.ImmutableList;
import io.policyc.node.JsonText;
import java.time.LocalDate;

/** The register as text, JSON, Markdown or CSV. Nothing in it depends on the day on which it is printed. */
public final class ExceptionRegisterPrinter {
    static final String FOR_EVER = "for ever";

    /** The columns of Markdown and CSV. */
    static final ImmutableList<String> COLUMNS =
            ImmutableList.of("policy", "rules", "who", "owner", "reason", "ticket", "until", "file", "line");

    private ExceptionRegisterPrinter() {}

    /** For people: a line for each exception under the rule that it belongs to. */
    public static String text(ExceptionRegister register) {
        return RegisterText.of(register);
    }

    /** One object with the list {@code exceptions}; what is not said is null. */
    public static String json(ExceptionRegister register) {
        JsonText json = JsonText.pretty();
        json.object(() -> json.arrayField(
                "exceptions", () -> register.exceptions().forEach(exception -> write(exception, json))));
        return json + "\n";
    }

    private static void write(RegisteredException exception, JsonText json) {
        json.object(() -> {
            json.field("policy", exception.policy());
            json.arrayField("rules", () -> exception.ruleNames().forEach(json::value));
            json.field("who", exception.who());
            json.field("owner", exception.owner());
            json.field("reason", exception.reason());
            json.field("ticket", exception.ticket());
            json.field("until", exception.until().map(LocalDate::toString));
            json.field("file", exception.place().source().name());
            json.field("line", exception.place().line());
        });
    }

    /** A table of GitHub Flavored Markdown, https://github.github.com/gfm/#tables-extension-. */
    public static String markdown(ExceptionRegister register) {
        return RegisterMarkdown.of(register);
    }

    /** As RFC 4180 has it, https://www.rfc-editor.org/rfc/rfc4180, with a header; no cell is a formula to a spreadsheet. */
    public static String csv(ExceptionRegister register) {
        return RegisterCsv.of(register);
    }

    /** The cells of a line, with {@code nobody} for an exception without owner. */
    static ImmutableList<String> cells(RegisteredException exception, String nobody) {
        return ImmutableList.of(
                exception.policy(),
                String.join(", ", exception.ruleNames()),
                exception.who(),
                exception.owner().orElse(nobody),
                exception.reason().orElse(""),
                exception.ticket().orElse(""),
                until(exception),
                exception.place().source().name(),
                String.valueOf(exception.place().line()));
    }

    static String until(RegisteredException exception) {
        return exception.until().map(LocalDate::toString).orElse(FOR_EVER);
    }
}

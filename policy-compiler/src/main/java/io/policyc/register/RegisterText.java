package io.policyc.register;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The register for people: under each rule a line for each of its exceptions, and under it the reason. What can be long
 * stands last in its line, and nothing is cut.
 */
final class RegisterText {
    private static final String NOBODY = "(nobody)";
    private static final String NOTHING = "-";

    /** As many are named; the other forms name all. */
    private static final int MOST_RULES = 3;

    /** A longer cell moves the rest of its own line only. */
    private static final int WIDEST = 28;

    private final ImmutableList<RegisteredException> exceptions;
    private final int line;
    private final int owner;
    private final int ticket;
    private final StringBuilder text = new StringBuilder();

    private RegisterText(ExceptionRegister register) {
        this.exceptions = register.exceptions();
        this.line = width(Stream.concat(Stream.of("line"), cells(RegisterText::line)));
        this.owner = width(Stream.concat(Stream.of("owner"), cells(RegisterText::owner)));
        this.ticket = width(Stream.concat(Stream.of("ticket"), cells(RegisterText::ticket)));
    }

    static String of(ExceptionRegister register) {
        RegisterText printer = new RegisterText(register);
        printer.print();
        return printer.text.toString();
    }

    private void print() {
        if (!exceptions.isEmpty()) {
            row(List.of("line", "until", "owner", "ticket"), "who, why");
        }
        String current = "";
        for (RegisteredException exception : exceptions) {
            String heading = heading(exception);
            if (!heading.equals(current)) {
                text.append('\n').append(heading).append('\n');
            }
            current = heading;
            row(
                    List.of(
                            line(exception),
                            ExceptionRegisterPrinter.until(exception),
                            owner(exception),
                            ticket(exception)),
                    Printable.escaped(exception.who()));
            exception.reason().ifPresent(reason -> row(List.of("", "", "", ""), Printable.escaped(reason)));
        }
        text.append(exceptions.isEmpty() ? "" : "\n").append(summary()).append('\n');
    }

    private static String heading(RegisteredException exception) {
        return exception.policy() + ", " + rules(exception.ruleNames()) + " ("
                + Printable.escaped(exception.place().source().name()) + ")";
    }

    private static String rules(ImmutableList<String> names) {
        if (names.size() > MOST_RULES) {
            return names.size() + " rules";
        }
        return (names.size() == 1 ? "rule " : "rules ") + String.join(", ", names);
    }

    private void row(List<String> cells, String last) {
        text.append("  ")
                .append(Strings.padStart(cells.get(0), line, ' '))
                .append("  ")
                .append(Strings.padEnd(cells.get(1), "0000-00-00".length(), ' '))
                .append("  ")
                .append(Strings.padEnd(cells.get(2), owner, ' '))
                .append("  ")
                .append(Strings.padEnd(cells.get(3), ticket, ' '))
                .append("  ")
                .append(last)
                .append('\n');
    }

    private String summary() {
        long forEver = exceptions.stream()
                .filter(exception -> exception.until().isEmpty())
                .count();
        long nobody = exceptions.stream()
                .filter(exception -> exception.owner().isEmpty())
                .count();
        return exceptions.size()
                + (exceptions.size() == 1 ? " exception" : " exceptions")
                + (exceptions.isEmpty() ? "" : ", " + forEver + " for ever, " + nobody + " without an owner");
    }

    private Stream<String> cells(Function<RegisteredException, String> cell) {
        return exceptions.stream().map(cell);
    }

    private static int width(Stream<String> cells) {
        return Math.min(WIDEST, cells.mapToInt(String::length).max().orElse(0));
    }

    private static String line(RegisteredException exception) {
        return String.valueOf(exception.place().line());
    }

    private static String owner(RegisteredException exception) {
        return exception.owner().map(Printable::escaped).orElse(NOBODY);
    }

    private static String ticket(RegisteredException exception) {
        return exception.ticket().map(Printable::escaped).orElse(NOTHING);
    }
}

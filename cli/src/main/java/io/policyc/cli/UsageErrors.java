package io.policyc.cli;

import com.google.common.base.CharMatcher;
import io.policyc.finding.Printable;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments of a command, and what to do about it, in the words of this command. */
final class UsageErrors {
    /** Java takes the encoding of file names from the locale. */
    static final String LOCALE = "; a locale with UTF-8 is needed for other letters than ASCII's, try LC_ALL=C.UTF-8";

    private UsageErrors() {}

    static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException missing) {
            List<ArgSpec> arguments = missing.getMissing();
            if (!arguments.isEmpty() && arguments.get(0) instanceof OptionSpec option) {
                return option.longestName() + " needs a value: " + option.longestName() + " " + option.paramLabel();
            }
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + " is given twice";
        }
        if (e instanceof MaxValuesExceededException) {
            // A second value begins a second group of options, of which there is one.
            return "an option that takes one value is given twice";
        }
        String message = String.valueOf(e.getMessage()).replaceFirst("' is not an int$", "' is not a whole number");
        int from = message.startsWith("Invalid value for") ? message.indexOf(": ") : -1;
        boolean option = e.getArgSpec() instanceof OptionSpec;
        return option && from >= 0
                ? ((OptionSpec) e.getArgSpec()).longestName() + message.substring(from)
                : message.substring(from < 0 ? 0 : from + 2);
    }

    /** What to do next. */
    static String advice(ParameterException e) {
        CommandLine command = e.getCommandLine();
        Optional<String> meant =
                e instanceof UnmatchedArgumentException unmatched ? meant(unmatched) : Optional.empty();
        return meant.map(word -> "did you mean `" + word + "`?")
                .orElseGet(() -> "`" + command.getCommandSpec().qualifiedName() + " --help` tells how to use it");
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = Printable.quoted(e.getUnmatched().get(0));
        if (e.isUnknownOption()) {
            return "unknown option " + first;
        }
        return isRoot(e) ? "unknown command " + first : first + " is one argument too many";
    }

    private static boolean isRoot(UnmatchedArgumentException e) {
        return e.getCommandLine().getCommandSpec().parent() == null;
    }

    /** The most similar command or option that starts with the same letter; without it, anything is similar to something. */
    private static Optional<String> meant(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        return e.isUnknownOption() || isRoot(e)
                ? e.getSuggestions().stream()
                        .filter(near -> letters(near).regionMatches(true, 0, letters(word), 0, 1))
                        .findFirst()
                : Optional.empty();
    }

    private static String letters(String option) {
        return CharMatcher.is('-').trimLeadingFrom(option);
    }
}

package io.policyc.cli;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/** The commands by name, in the order in which help lists them. */
final class Commands {
    private Commands() {}

    static CommandLine commandLine(PolicycCommand root, Terminal terminal) {
        CommandLine line = new CommandLine(root)
                .addSubcommand(new InitCommand(root.options, terminal))
                .addSubcommand(new BuildCommand(root.options, terminal))
                .addSubcommand(new CheckCommand(root.options, terminal))
                .addSubcommand(new TestCommand(root.options, terminal))
                .addSubcommand(new EvalCommand(root.options, terminal))
                .addSubcommand(new ExplainCommand(root.options, terminal))
                .addSubcommand(new ImportCommand(root.options, terminal))
                .addSubcommand(new GuardrailsCommand(root.options, terminal))
                .addSubcommand(new ServeCommand(root.options, terminal))
                .addSubcommand(new AuditCommand(root.options, terminal))
                .addSubcommand(new PlanCommand(root.options, terminal))
                .addSubcommand(new AlertsCommand(root.options, terminal))
                .addSubcommand(new SchemaCommand(terminal))
                .addSubcommand(new VersionCommand(terminal))
                .addSubcommand(new HelpCommand(terminal));
        line.setCaseInsensitiveEnumValuesAllowed(false);
        // An argument that starts with @ is an argument, not a file full of them.
        line.setExpandAtFiles(false);
        line.registerConverter(Path.class, PATH);
        line.registerConverter(LocalDate.class, DAY);
        line.setExecutionStrategy(result -> {
            if (!Files.isDirectory(root.options.directory)) {
                throw new ParameterException(line, "-C: there is no folder `" + root.options.directory + "`");
            }
            checkFormat(root.options.format, result);
            return new RunLast().execute(result);
        });
        HelpLayout.apply(line);
        return line;
    }

    /** Refuses a form that the command would not print. */
    private static void checkFormat(GlobalOptions.Format format, ParseResult result) {
        CommandSpec command = (result.hasSubcommand() ? result.subcommand() : result).commandSpec();
        ImmutableSet<GlobalOptions.Format> formats = FormatChoice.of(command.userObject());
        if (!formats.contains(format)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--format " + format + " does not fit; here are "
                            + formats.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    /** Days of four-digit years, as intents write them. */
    private static final ITypeConverter<LocalDate> DAY = text -> {
        try {
            if (text.length() == "0000-00-00".length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // As any other text that is none.
        }
        throw new TypeConversionException("`" + text + "` is not a date such as 2027-03-31");
    };

    /** Refuses the empty path, which is seldom meant: {@code policyc build "$UNSET"}. */
    private static final ITypeConverter<Path> PATH = text -> {
        if (text.isEmpty()) {
            throw new TypeConversionException("the name of a file or folder is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("`" + text + "` cannot be the name of a file" + UsageErrors.LOCALE);
        }
    };
}

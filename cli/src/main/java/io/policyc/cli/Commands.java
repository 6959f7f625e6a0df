package io.policyc.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
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
                .addSubcommand(new GuardrailsCommand(root.options, terminal))
                .addSubcommand(new SchemaCommand(terminal))
                .addSubcommand(new VersionCommand(terminal))
                .addSubcommand(new HelpCommand(terminal));
        line.setCaseInsensitiveEnumValuesAllowed(false);
        // An argument that starts with @ is an argument, not a file full of them.
        line.setExpandAtFiles(false);
        line.registerConverter(Path.class, PATH);
        line.setExecutionStrategy(result -> {
            if (!Files.isDirectory(root.options.directory)) {
                throw new ParameterException(line, "-C: there is no folder `" + root.options.directory + "`");
            }
            return new RunLast().execute(result);
        });
        HelpLayout.apply(line);
        return line;
    }

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

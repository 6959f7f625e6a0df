package io.policyc.cli;

import picocli.CommandLine;

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
                .addSubcommand(new SchemaCommand(terminal))
                .addSubcommand(new VersionCommand(terminal))
                .addSubcommand(new HelpCommand(terminal));
        line.setCaseInsensitiveEnumValuesAllowed(false);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        return line;
    }
}

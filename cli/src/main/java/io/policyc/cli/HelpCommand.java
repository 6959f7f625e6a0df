package io.policyc.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policyc help}. */
@Command(
        name = "help",
        header = "Explain a command, or a finding by its id.",
        description = "",
        footerHeading = "%nExamples:%n",
        footer = {"  policyc help build", "  policyc help source.duplicate-key"})
final class HelpCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND|FINDING-ID", description = "Default: the list of commands.")
    Optional<String> topic = Optional.empty();

    HelpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine root = spec.parent().commandLine();
        if (topic.isEmpty()) {
            root.usage(terminal.out());
            return ExitCode.OK.number();
        }
        CommandLine command = root.getSubcommands().get(topic.get());
        if (command != null) {
            command.usage(terminal.out());
            return ExitCode.OK.number();
        }
        String page = "rules/" + topic.get() + ".md";
        if (!topic.get().matches("[a-z0-9.-]+") || !ResourceFiles.exists(page)) {
            throw new UsageException("`" + topic.get() + "` is neither a command nor the id of a finding");
        }
        terminal.out().print(ResourceFiles.text(page));
        return ExitCode.OK.number();
    }
}

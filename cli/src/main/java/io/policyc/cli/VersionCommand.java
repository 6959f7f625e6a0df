package io.policyc.cli;

import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.Regions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code policyc version}. */
@Command(name = "version", header = "Print the version, and the dates of the lists that answers rest on.")
final class VersionCommand implements Callable<Integer> {
    private final Terminal terminal;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String version = Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        terminal.out().println("policyc " + version);
        terminal.out().println("condition keys as of " + ContextKeys.DATE + ", Regions as of " + Regions.DATE);
        return ExitCode.OK.number();
    }
}

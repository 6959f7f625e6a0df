package io.policyc.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it can only say how it is used. */
@Command(
        name = "policyc",
        synopsisSubcommandLabel = "COMMAND",
        header = "",
        description = {
            "Compiles small YAML intents to AWS Service Control Policies, simulates requests against them",
            "offline, and says why each one is allowed or denied."
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%n",
        footer = {
            "Start with:",
            "  policyc init my-policies      a repository that builds and tests",
            "  policyc build my-policies     intents to dist/",
            "  policyc test my-policies      requests, and what must happen to them",
            "  policyc help COMMAND          options and examples of a command",
            "",
            "Exit codes: 0 ok, 1 the answer is no, 2 bad usage or input, 3 our fault, 4 cannot tell."
        })
final class PolicycCommand implements Runnable {
    @Mixin
    GlobalOptions options = new GlobalOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do, one of " + String.join(", ", spec.subcommands().keySet()));
    }
}

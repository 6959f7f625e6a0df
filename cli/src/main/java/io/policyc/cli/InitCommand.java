package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.node.SourceFiles;
import io.policyc.workspace.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policyc init}. */
@Command(
        name = "init",
        header = "Make a policy repository that builds and tests at once.",
        description = {
            "",
            "It has settings, an organization, one intent and its tests. Files that exist are not overwritten.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = "  policyc init my-policies")
final class InitCommand implements Callable<Integer> {
    /** The files of a new repository, which are also resources under init/. */
    static final ImmutableList<String> FILES = ImmutableList.of(
            "policyc.yaml",
            "organization.yaml",
            "intents/deny-long-lived-credentials.policy.yaml",
            "tests/deny-long-lived-credentials.test.yaml");

    private final GlobalOptions options;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where; made if it does not exist. Default: the current directory.")
    Path argument = Path.of(".");

    InitCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = options.resolve(argument);
        List<String> existing = FILES.stream()
                .filter(file -> Files.exists(folder.resolve(file)))
                .toList();
        if (!existing.isEmpty()) {
            throw new UsageException(
                    "`" + argument.resolve(existing.get(0)).normalize() + "` is there already; nothing was written");
        }
        try {
            for (String file : FILES) {
                Path target = folder.resolve(file);
                Files.createDirectories(target.toAbsolutePath().getParent());
                AtomicFiles.write(target, ResourceFiles.text("init/" + file).getBytes(StandardCharsets.UTF_8));
                terminal.out().println("  " + argument.resolve(file).normalize());
            }
        } catch (IOException e) {
            throw new UsageException("cannot write to `" + argument + "`: " + SourceFiles.reason(e));
        }
        if (!options.quiet) {
            terminal.out().println();
            terminal.out().println("Next:");
            terminal.out().println("  policyc build " + argument);
            terminal.out().println("  policyc test " + argument);
        }
        return ExitCode.OK.number();
    }
}

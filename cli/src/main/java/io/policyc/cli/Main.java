package io.policyc.cli;

import io.policyc.finding.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** The entry point, and the only place that ends the process. */
public final class Main {
    /** The property by which the launcher tells that both outputs are a terminal; Java cannot tell one from the other. */
    private static final String TERMINAL = "policyc.terminal";

    private Main() {}

    public static void main(String[] arguments) {
        // Files hold UTF-8 whatever the locale; so does what is printed.
        PrintStream out = new PrintStream(
                OutputFailure.reporting(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(arguments, System.in, out, err, Boolean.getBoolean(TERMINAL), System.getenv());
        System.exit(code);
    }

    /** Runs a command and returns its exit code. */
    static int run(
            String[] arguments,
            InputStream in,
            PrintStream out,
            PrintStream err,
            boolean interactive,
            Map<String, String> environment) {
        Terminal terminal = new Terminal(in, out, err, interactive, environment);
        PolicycCommand root = new PolicycCommand();
        CommandLine line = Commands.commandLine(root, terminal)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(usage(terminal))
                .setExecutionExceptionHandler(fault(terminal, root));
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            err.println("policyc: the input is too large or too deep: "
                    + e.getClass().getSimpleName());
            return ExitCode.FAULT.number();
        }
    }

    /**
     * For a command that goes on until it is told to end, with Ctrl-C or SIGTERM, which is no failure of it: it then closes
     * what it opened and ends with 0.
     */
    static void endWell(Runnable close) {
        Thread hook = new Thread(() -> {
            close.run();
            Runtime.getRuntime().halt(ExitCode.OK.number());
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static IParameterExceptionHandler usage(Terminal terminal) {
        return (ParameterException e, String[] arguments) -> {
            terminal.err().println("policyc: " + Printable.escaped(UsageErrors.message(e)));
            terminal.err().println(Printable.escaped(UsageErrors.advice(e)));
            return ExitCode.BAD_INPUT.number();
        };
    }

    private static IExecutionExceptionHandler fault(Terminal terminal, PolicycCommand root) {
        return (Exception e, CommandLine command, CommandLine.ParseResult result) -> {
            if (e instanceof UsageException) {
                terminal.err().println("policyc: " + Printable.escaped(String.valueOf(e.getMessage())));
                return ExitCode.BAD_INPUT.number();
            }
            if (e instanceof InvalidPathException path) {
                String name = Printable.quoted(path.getInput());
                terminal.err().println("policyc: " + name + " cannot be the name of a file" + UsageErrors.LOCALE);
                return ExitCode.BAD_INPUT.number();
            }
            if (e instanceof OutputFailure failure) {
                if (!failure.isClosedPipe()) {
                    terminal.err().println("policyc: cannot write to standard output: " + failure.message());
                }
                return ExitCode.FAULT.number();
            }
            terminal.err().println("policyc: internal error: " + e);
            if (root.options.verbose) {
                e.printStackTrace(terminal.err());
            } else {
                terminal.err().println("run it again with -v and report what it prints");
            }
            return ExitCode.FAULT.number();
        };
    }
}

package io.policyc.cli;

import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import io.policyc.endpoint.EndpointOptions;
import io.policyc.endpoint.Faults;
import io.policyc.endpoint.SimulatorEndpoint;
import io.policyc.finding.Printable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code policyc serve}. */
@Command(
        name = "serve",
        header = "Answer the IAM API for SimulateCustomPolicy, offline, for scripts and SDKs.",
        description = {
            "",
            "Answers SimulateCustomPolicy and GetContextKeysForCustomPolicy from the offline evaluator",
            "until it is stopped (Ctrl-C). No account is asked, and credentials can be anything."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc serve",
            "  AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x AWS_DEFAULT_REGION=us-east-1 \\",
            "      aws iam simulate-custom-policy --endpoint-url http://127.0.0.1:8787 \\",
            "      --policy-input-list file://policy.json --action-names s3:GetObject"
        })
final class ServeCommand implements Callable<Integer>, FormatChoice {
    private static final int LAST_PORT = 65_535;

    private final GlobalOptions options;
    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8787",
            description = "Port to listen on; 0 for one that is free. Default: ${DEFAULT-VALUE}.")
    int port = 8787;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "IP address to listen on. Default: ${DEFAULT-VALUE}.")
    String address = "127.0.0.1";

    @Option(
            names = "--allow-remote",
            description = "Listen on an address that other machines reach, and answer whatever host a request names.")
    boolean allowRemote;

    ServeCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public ImmutableSet<GlobalOptions.Format> formats() {
        return ImmutableSet.of(GlobalOptions.Format.text);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new UsageException("--port: " + port + " is not a port; they go from 0 to " + LAST_PORT);
        }
        EndpointOptions endpoint = new EndpointOptions(address(), port, allowRemote, this::log, Faults.none());
        SimulatorEndpoint started = start(endpoint);
        // Before anybody is told that it runs, and may stop it.
        Main.endWell(started::close);
        terminal.out()
                .println("listening on " + started.uri() + ", stop with Ctrl-C\n\n"
                        + "  export AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x AWS_DEFAULT_REGION=us-east-1\n"
                        + "  aws iam simulate-custom-policy --endpoint-url " + started.uri()
                        + " --policy-input-list file://policy.json --action-names s3:GetObject");
        terminal.out().flush();
        new CountDownLatch(1).await();
        return ExitCode.OK.number();
    }

    private InetAddress address() {
        InetAddress parsed = parsed();
        if (!parsed.isLoopbackAddress() && !allowRemote) {
            throw new UsageException("--listen: other machines reach " + address
                    + ", and whoever does can ask; add --allow-remote if that is meant");
        }
        return parsed;
    }

    /** Also of addresses with a zone, whose interface may not be there. */
    private InetAddress parsed() {
        try {
            return InetAddresses.forString(address);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--listen: " + Printable.quoted(address) + " is not an IP address here");
        }
    }

    private SimulatorEndpoint start(EndpointOptions endpoint) {
        try {
            return SimulatorEndpoint.start(endpoint);
        } catch (IOException e) {
            throw new UsageException("cannot listen on " + InetAddresses.toUriString(endpoint.address()) + ":" + port
                    + ": " + Printable.line(String.valueOf(e.getMessage()))
                    + (port == 0 ? "" : "; --port 0 takes one that is free"));
        }
    }

    private void log(String line) {
        if (!options.quiet) {
            terminal.err().println(line);
        }
    }
}

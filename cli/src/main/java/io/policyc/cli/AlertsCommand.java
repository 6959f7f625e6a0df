package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.alert.Alert;
import io.policyc.alert.AlertOutput;
import io.policyc.alert.Alerts;
import io.policyc.alert.Destination;
import io.policyc.alert.EventPattern;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.SourceFiles;
import io.policyc.workspace.AtomicFiles;
import io.policyc.workspace.WorkspaceFindings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code policyc alerts}. */
@Command(
        name = "alerts",
        header = "Alerts on new long-lived credentials, use of root's key, and calls that an SCP denied.",
        description = {
            "",
            "Without options: the list. --emit writes rules of EventBridge for it, to be deployed by you;",
            "--match tries events on the patterns of these rules, offline. The rules need a trail of",
            "CloudTrail that logs management events.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc alerts",
            "  policyc alerts --emit cloudformation --output alerts.json",
            "  policyc alerts --emit terraform --topic arn:aws:sns:us-east-1:111122223333:security",
            "  policyc alerts --emit pattern --only access-key-created",
            "  policyc alerts --match logs.json.gz",
            "  policyc alerts --match events.jsonl --pattern my-pattern.json --format json"
        })
final class AlertsCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Terminal terminal;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only these alerts; several with commas. Default: all.")
    List<String> only = new ArrayList<>();

    @Option(
            names = "--emit",
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}: a template with rules, targets and a role, or one pattern alone.")
    Optional<Emit> emit = Optional.empty();

    @Option(
            names = "--topic",
            paramLabel = "ARN",
            description = "Send to this topic of SNS, in the Region of the rules. Default: the template makes one, with"
                    + " an email address as its parameter.")
    Optional<String> topic = Optional.empty();

    @Option(names = "--bus", paramLabel = "ARN", description = "Forward to this event bus, of any Region or account.")
    Optional<String> bus = Optional.empty();

    @Option(names = "--output", paramLabel = "FILE", description = "Write here instead of to standard output.")
    Optional<Path> output = Optional.empty();

    @Option(
            names = "--match",
            paramLabel = "FILE|-",
            description =
                    "Which alerts these events raise: of CloudTrail or EventBridge, one, a list, a log file, or JSON"
                            + " lines; also with gzip. May be repeated.")
    List<Path> match = new ArrayList<>();

    @Option(
            names = "--pattern",
            paramLabel = "FILE",
            description = "With --match: a pattern of your own in the place of the alerts.")
    Optional<Path> pattern = Optional.empty();

    /** What is written. */
    enum Emit {
        cloudformation,
        terraform,
        pattern
    }

    AlertsCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        checkUsage();
        ImmutableList<Alert> alerts = alerts();
        if (!match.isEmpty()) {
            return match(alerts).number();
        }
        if (emit.isPresent()) {
            return emit(alerts, emit.get()).number();
        }
        boolean json = options.format == GlobalOptions.Format.json;
        terminal.out().print(json ? AlertText.json(alerts) : AlertText.list(alerts));
        return ExitCode.OK.number();
    }

    private void checkUsage() {
        if (emit.isPresent() && !match.isEmpty()) {
            throw new UsageException("give --emit or --match, not both");
        }
        if (pattern.isPresent() && (match.isEmpty() || !only.isEmpty())) {
            throw new UsageException(
                    match.isEmpty()
                            ? "--pattern is tried on events; add --match FILE"
                            : "give --pattern or --only, not both");
        }
        if (output.isPresent() && emit.isEmpty()) {
            throw new UsageException("--output is for --emit");
        }
        if (topic.isPresent() && bus.isPresent()) {
            throw new UsageException("give --topic or --bus, not both");
        }
        boolean template = emit.filter(form -> form != Emit.pattern).isPresent();
        if ((topic.isPresent() || bus.isPresent()) && !template) {
            throw new UsageException(
                    (topic.isPresent() ? "--topic" : "--bus") + " is for --emit cloudformation and --emit terraform");
        }
    }

    /** Those that were asked for, sorted by name. */
    private ImmutableList<Alert> alerts() {
        for (String name : only) {
            if (Alerts.named(name).isEmpty()) {
                throw new UsageException("--only: unknown alert " + Printable.quoted(name) + "; "
                        + Suggestions.help(name, Alerts.names()));
            }
        }
        return Alerts.all().stream()
                .filter(alert -> only.isEmpty() || only.contains(alert.name()))
                .collect(ImmutableList.toImmutableList());
    }

    private ExitCode match(List<Alert> alerts) {
        if (pattern.isEmpty()) {
            ImmutableMap<String, EventPattern> patterns =
                    alerts.stream().collect(ImmutableMap.toImmutableMap(Alert::name, Alert::pattern));
            return new AlertMatching(patterns, options, terminal).run(match);
        }
        String name = pattern.get().toString();
        Checked<EventPattern> read =
                SourceFiles.read(options.resolve(pattern.get()), name).then(EventPattern::read);
        if (read.hasErrors()) {
            terminal.refuse(read.findings(), options);
            return ExitCode.BAD_INPUT;
        }
        if (!options.quiet) {
            terminal.printFindings(read.findings(), options.colour);
        }
        return new AlertMatching(ImmutableMap.of(name, read.value().orElseThrow()), options, terminal)
                .run(match)
                .or(FailLevel.exitCode(read.findings(), options.failOn));
    }

    private ExitCode emit(ImmutableList<Alert> alerts, Emit form) {
        if (form == Emit.pattern && alerts.size() != 1) {
            throw new UsageException("--emit pattern writes the pattern of one alert; add --only, one of "
                    + String.join(", ", Alerts.names()));
        }
        Destination destination = destination();
        String text = switch (form) {
            case cloudformation -> AlertOutput.CLOUDFORMATION.text(alerts, destination);
            case terraform -> AlertOutput.TERRAFORM.text(alerts, destination);
            case pattern -> AlertText.pattern(alerts.get(0));
        };
        if (output.isEmpty()) {
            terminal.out().print(text);
            return ExitCode.OK;
        }
        return write(text, output.get());
    }

    private Destination destination() {
        if (topic.isPresent()) {
            return Destination.topic(topic.get())
                    .orElseThrow(() -> new UsageException("--topic: " + Printable.quoted(topic.get())
                            + " is not an ARN such as arn:aws:sns:us-east-1:111122223333:security"));
        }
        if (bus.isPresent()) {
            return Destination.bus(bus.get())
                    .orElseThrow(() -> new UsageException("--bus: " + Printable.quoted(bus.get())
                            + " is not an ARN such as arn:aws:events:us-east-1:111122223333:event-bus/security"));
        }
        return new Destination.NewTopic();
    }

    private ExitCode write(String text, Path file) {
        Path path = options.resolve(file);
        if (ReportOptions.isSource(path)) {
            throw new UsageException("--output: `" + file + "` is a source, and what is written is JSON");
        }
        try {
            if (Files.isDirectory(path)) {
                throw new UsageException("--output: `" + file + "` is a folder");
            }
            Files.createDirectories(path.toAbsolutePath().getParent());
            AtomicFiles.write(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            terminal.refuse(
                    ImmutableList.of(Finding.withoutPlace(
                            WorkspaceFindings.CANNOT_WRITE,
                            "cannot write to `" + file + "`: " + SourceFiles.reason(e))),
                    options);
            return ExitCode.BAD_INPUT;
        }
        if (!options.quiet) {
            terminal.out().println("written to " + file);
        }
        return ExitCode.OK;
    }
}

package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.alert.CloudTrailEnvelope;
import io.policyc.alert.EventPattern;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.node.JsonRecords;
import io.policyc.node.JsonText;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import io.policyc.simulator.Truth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tries events on patterns, one after the other, and says which raise what. */
final class AlertMatching {
    /** The key under which the files of CloudTrail have their events. */
    private static final String RECORDS = "Records";

    /** Findings of more events than these are counted and not printed. */
    private static final int MOST_SHOWN = 100;

    private final ImmutableMap<String, EventPattern> patterns;
    private final GlobalOptions options;
    private final Terminal terminal;
    private long events;
    private long raising;
    private long undecided;
    private long unreadable;

    AlertMatching(ImmutableMap<String, EventPattern> patterns, GlobalOptions options, Terminal terminal) {
        this.patterns = patterns;
        this.options = options;
        this.terminal = terminal;
    }

    ExitCode run(List<Path> arguments) {
        arguments.forEach(this::read);
        if (!options.quiet && options.format == GlobalOptions.Format.text) {
            terminal.out().println(summary());
        }
        ExitCode read = unreadable > 0 ? ExitCode.BAD_INPUT : ExitCode.OK;
        return read.or(undecided > 0 ? ExitCode.CANNOT_TELL : ExitCode.OK);
    }

    private String summary() {
        String text = events
                + (events == 1 ? " event, " : " events, ")
                + raising
                + (raising == 1 ? " raises an alert" : " raise an alert");
        return text
                + (undecided > 0 ? ", " + undecided + " cannot be told" : "")
                + (unreadable > 0 ? ", " + unreadable + " cannot be read" : "");
    }

    private void read(Path argument) {
        String name = argument.toString();
        try {
            if (name.equals("-")) {
                JsonRecords.read(terminal.in(), "standard input", RECORDS, this::match);
                return;
            }
            Path file = options.resolve(argument);
            if (!Files.isRegularFile(file)) {
                refuse(name, (Files.exists(file) ? "is not a regular file" : "does not exist"));
                return;
            }
            try (InputStream in = Files.newInputStream(file)) {
                JsonRecords.read(in, name, RECORDS, this::match);
            }
        } catch (IOException e) {
            refuse(name, "cannot be read: " + SourceFiles.reason(e));
        }
    }

    private void refuse(String name, String why) {
        report(ImmutableList.of(Finding.withoutPlace(SourceFindings.UNREADABLE, Printable.quoted(name) + " " + why)));
    }

    private void match(Checked<Node> record) {
        Checked<ObjectNode> event = record.then(CloudTrailEnvelope::of);
        if (event.hasErrors()) {
            report(event.findings());
            return;
        }
        match(
                event.value().orElseThrow(),
                record.value().orElseThrow().span().source().name());
    }

    private void match(ObjectNode event, String name) {
        ImmutableList.Builder<String> raised = ImmutableList.builder();
        ImmutableList.Builder<String> unknown = ImmutableList.builder();
        patterns.forEach((alert, pattern) -> {
            Truth matches = pattern.matches(event);
            if (matches != Truth.FALSE) {
                (matches == Truth.TRUE ? raised : unknown).add(alert);
            }
        });
        events++;
        print(name, event, raised.build(), unknown.build());
    }

    private void print(String name, ObjectNode event, List<String> raised, List<String> unknown) {
        raising += raised.isEmpty() ? 0 : 1;
        undecided += unknown.isEmpty() ? 0 : 1;
        Optional<String> call = CloudTrailEnvelope.call(event);
        if (options.format == GlobalOptions.Format.json) {
            JsonText json = JsonText.minified();
            json.object(() -> {
                json.field("event", name);
                json.field("call", call);
                json.field("alerts", raised);
                json.field("cannotTell", unknown);
            });
            terminal.out().println(json);
            return;
        }
        String line = name + call.map(text -> " (" + text + ")").orElse("") + ": ";
        if (!raised.isEmpty() || (options.verbose && unknown.isEmpty())) {
            terminal.out().println(Printable.line(line + (raised.isEmpty() ? "nothing" : String.join(", ", raised))));
        }
        if (!unknown.isEmpty()) {
            terminal.out().println(Printable.line(line + "cannot tell whether " + String.join(", ", unknown)));
        }
    }

    private void report(List<Finding> findings) {
        unreadable++;
        if (unreadable > MOST_SHOWN) {
            return;
        }
        if (options.format == GlobalOptions.Format.json) {
            JsonText json = JsonText.minified();
            json.object(() -> FindingsJson.write(findings, json));
            terminal.out().println(json);
        } else {
            terminal.printFindings(findings, options.colour);
        }
    }
}

package io.policyc.cli;

import io.policyc.cloudtrail.CloudTrailReader;
import io.policyc.evidence.Evidence;
import io.policyc.evidence.MessageReader;
import io.policyc.finding.Checked;
import io.policyc.node.SourceFiles;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that take what AWS said of a request in the place of a description. */
final class EvidenceOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--event",
            paramLabel = "FILE|-",
            description = "One event of CloudTrail as JSON, alone or in a list.")
    Optional<Path> event = Optional.empty();

    @Option(
            names = "--message",
            paramLabel = "TEXT|-",
            description = "A message of AWS that denies access, as a client prints it or decoded. Options of the"
                    + " request lie over what is read.")
    Optional<String> message = Optional.empty();

    boolean isGiven() {
        return event.isPresent() || message.isPresent();
    }

    Checked<Evidence> read(GlobalOptions options, InputStream in) throws IOException {
        if (event.isPresent() && message.isPresent()) {
            throw new UsageException("give --event or --message, not both");
        }
        if (event.isPresent()) {
            String name = event.get().toString();
            Checked<SourceText> text = name.equals(STANDARD_INPUT)
                    ? standardInput(in)
                    : SourceFiles.read(options.resolve(event.get()), name);
            return text.then(CloudTrailReader::read);
        }
        String text = message.orElseThrow();
        Checked<SourceText> source =
                text.equals(STANDARD_INPUT) ? standardInput(in) : Checked.of(SourceText.of("--message", text));
        return source.then(MessageReader::read);
    }

    private static Checked<SourceText> standardInput(InputStream in) throws IOException {
        return SourceFiles.read(in, "standard input");
    }
}

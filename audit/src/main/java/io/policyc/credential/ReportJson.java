package io.policyc.credential;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.node.SourceFindings;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer of AWS as its command line prints it: an object whose {@code Content} is the report in base64,
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html; or the answer of
 * GenerateCredentialReport, whose {@code State} says that there is no report yet. The content is passed on to a file, never
 * held.
 */
final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String CONTENT = "Content";
    private static final ImmutableSet<String> FIELDS = ImmutableSet.of(CONTENT, "State");

    private final SourceText source;
    private final Path decoded;
    private boolean content;
    private Optional<Instant> generated = Optional.empty();
    private Optional<String> state = Optional.empty();

    private ReportJson(String name, Path decoded) {
        this.source = SourceText.of(name, "");
        this.decoded = decoded;
    }

    /** Whether the first character that is not white space opens an object. */
    static boolean isJson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(1024), StandardCharsets.UTF_8);
            return start.replace("\uFEFF", "").stripLeading().startsWith("{");
        }
    }

    /** Whether it is such an answer, among other files of JSON. */
    static boolean isAnswer(Path file) throws IOException {
        try (JsonParser parser = FACTORY.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (FIELDS.contains(parser.currentName())) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (JacksonException e) {
            return false;
        }
    }

    static Checked<CredentialReport> read(Path file, String name) throws IOException {
        CredentialReport report =
                new CredentialReport(name, Files.createTempFile("policyc", ".csv"), Optional.empty(), true);
        ReportJson answer = new ReportJson(name, report.file());
        Optional<Finding> mistake;
        try {
            mistake = answer.read(file);
        } catch (IOException e) {
            report.close();
            throw e;
        }
        if (mistake.isPresent()) {
            report.close();
            return Checked.failed(mistake.get());
        }
        return Checked.of(new CredentialReport(name, report.file(), answer.generated, true));
    }

    private Optional<Finding> read(Path file) throws IOException {
        try (JsonParser parser = FACTORY.createParser(file.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    take(field, parser);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                return Optional.of(Finding.of(SourceFindings.TRAILING_TEXT, place(parser), "text after the object"));
            }
        } catch (IllegalArgumentException e) {
            return Optional.of(Finding.of(ReportFindings.NOT_A_REPORT, source.start(), "`Content` is not base64")
                    .withHelp(NotReady.HELP));
        } catch (JacksonException e) {
            return Optional.of(Finding.of(
                            ReportFindings.NOT_A_REPORT,
                            line(JsonLine.of(e)),
                            "not the JSON of `aws iam get-credential-report`: "
                                    + Printable.line(e.getOriginalMessage()))
                    .withHelp("is it cut off?"));
        }
        return mistake();
    }

    private void take(String field, JsonParser parser) throws IOException {
        switch (field) {
            case CONTENT -> {
                content = true;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(decoded))) {
                    parser.readBinaryValue(out);
                }
            }
            case "GeneratedTime" -> generated = ReportValue.instant(parser.getText());
            case "State" -> state = Optional.of(parser.getText());
            default -> parser.skipChildren();
        }
    }

    private Optional<Finding> mistake() {
        if (content) {
            return Optional.empty();
        }
        return Optional.of(state.map(word -> NotReady.finding(source.start(), word))
                .orElseGet(() -> Finding.of(
                                ReportFindings.NOT_A_REPORT, source.start(), "the JSON has no `Content` with a report")
                        .withHelp(NotReady.HELP)));
    }

    private SourceSpan place(JsonParser parser) {
        return line(Math.max(1, parser.currentTokenLocation().getLineNr()));
    }

    private SourceSpan line(int line) {
        return SourceText.part(source.name(), "", line).start();
    }
}

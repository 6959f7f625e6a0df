package io.policyc.credential;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Longs;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Printable;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the figures of an audit's JSON; its credentials are passed over and not held. */
final class BaselineReader {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ImmutableSet<String> RULES = ImmutableSet.of("asOf", "maxAge", "unused");
    private static final ImmutableSet<String> COUNT = ImmutableSet.of("count", "unknown");

    private static final ImmutableSet<String> FIGURES =
            Arrays.stream(Figure.values()).map(Figure::field).collect(ImmutableSet.toImmutableSet());
    private static final ImmutableSet<String> IDS =
            CredentialFindings.ALL.stream().map(FindingId::name).collect(ImmutableSet.toImmutableSet());

    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Map<String, Count> figures = new LinkedHashMap<>();
    private final Map<String, Count> findings = new LinkedHashMap<>();

    private BaselineReader() {}

    static Checked<Baseline> read(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            String why = Files.exists(file) ? " is not a regular file" : " does not exist";
            return Checked.failed(Finding.withoutPlace(SourceFindings.UNREADABLE, Printable.quoted(name) + why));
        }
        try (JsonParser parser = FACTORY.createParser(file.toFile())) {
            BaselineReader reader = new BaselineReader();
            reader.read(parser);
            return reader.baseline().map(Checked::of).orElseGet(() -> none(name, "some of its figures are not there"));
        } catch (JacksonException e) {
            return none(name, "line " + JsonLine.of(e) + " is not JSON, or the end is missing");
        } catch (IOException e) {
            return Checked.failed(Finding.withoutPlace(
                    SourceFindings.UNREADABLE, Printable.quoted(name) + " cannot be read: " + SourceFiles.reason(e)));
        }
    }

    private static Checked<Baseline> none(String name, String why) {
        return Checked.failed(Finding.withoutPlace(
                        ReportFindings.NOT_AN_AUDIT, Printable.quoted(name) + " is no JSON of an audit: " + why)
                .withHelp("a baseline is what `policyc audit --format json` printed earlier"));
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "audit" -> rules.putAll(scalars(parser, RULES));
                case "figures" -> counts(parser, figures, FIGURES);
                case "findingsById" -> counts(parser, findings, IDS);
                default -> parser.skipChildren();
            }
        }
    }

    private static void counts(JsonParser parser, Map<String, Count> counts, Set<String> known) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Map<String, String> numbers = scalars(parser, COUNT);
            Optional<Count> count = number(numbers, "count")
                    .flatMap(found -> number(numbers, "unknown").map(unknown -> new Count(found, unknown)));
            if (known.contains(name)) {
                count.ifPresent(found -> counts.put(name, found));
            }
        }
    }

    /** The fields of an object that are asked for. */
    private static Map<String, String> scalars(JsonParser parser, Set<String> known) throws IOException {
        Map<String, String> scalars = new LinkedHashMap<>();
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return scalars;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && known.contains(name)) {
                scalars.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return scalars;
    }

    private static Optional<Long> number(Map<String, String> scalars, String name) {
        return Optional.ofNullable(scalars.get(name))
                .flatMap(text -> Optional.ofNullable(Longs.tryParse(text)))
                .filter(number -> number >= 0 && number <= Integer.MAX_VALUE);
    }

    /** The baseline if all figures were there. */
    private Optional<Baseline> baseline() {
        ImmutableMap.Builder<Figure, Count> byFigure = ImmutableMap.builder();
        ImmutableMap.Builder<FindingId, Count> byId = ImmutableMap.builder();
        for (Figure figure : Figure.values()) {
            Optional.ofNullable(figures.get(figure.field())).ifPresent(count -> byFigure.put(figure, count));
        }
        for (FindingId id : CredentialFindings.ALL) {
            Optional.ofNullable(findings.get(id.name())).ifPresent(count -> byId.put(id, count));
        }
        AuditFigures found = new AuditFigures(byFigure.buildOrThrow(), byId.buildOrThrow());
        if (found.figures().size() < Figure.values().length
                || found.findings().size() < CredentialFindings.ALL.size()) {
            return Optional.empty();
        }
        return day().flatMap(day -> number(rules, "maxAge")
                .flatMap(maxAge -> number(rules, "unused")
                        .map(unused -> new Baseline(day, maxAge.intValue(), unused.intValue(), found))));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.ofNullable(rules.get("asOf")).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

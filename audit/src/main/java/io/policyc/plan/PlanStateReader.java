package io.policyc.plan;

import com.google.common.collect.ImmutableSortedMap;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.SourceFiles;
import io.policyc.node.SourceFindings;
import io.policyc.source.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads the state line by line. What is not just as {@link PlanStateText} writes it has been edited or damaged, and a plan
 * that goes on from there would guess.
 */
public final class PlanStateReader {
    /** More than a hundred thousand keys. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    /** One damage often has many lines. */
    private static final int MOST_FINDINGS = 10;

    private enum Part {
        START,
        PHASES,
        KEYS,
        OVER
    }

    private final String name;
    private final Findings findings = new Findings();
    private final ImmutableSortedMap.Builder<String, LocalDate> gates = ImmutableSortedMap.naturalOrder();
    private final ImmutableSortedMap.Builder<KeyId, KeyRecord> keys = ImmutableSortedMap.naturalOrder();
    private Optional<String> lastPhase = Optional.empty();
    private Optional<KeyId> lastKey = Optional.empty();
    private Part part = Part.START;
    /** Whether it is no state at all, so that no line of it means anything. */
    private boolean lost;

    private boolean comma;

    /** Whether the line before was reported, so that nothing follows from its comma. */
    private boolean doubtful;

    private boolean first;
    private int number;

    private PlanStateReader(String name) {
        this.name = name;
    }

    /** The state in a file; {@link PlanState#EMPTY} if there is none yet. */
    public static Checked<PlanState> read(Path file, String name) {
        if (!Files.exists(file)) {
            return Checked.of(PlanState.EMPTY);
        }
        PlanStateReader reader = new PlanStateReader(name);
        reader.read(file);
        return reader.findings.hasErrors()
                ? reader.findings.withoutValue()
                : reader.findings.with(new PlanState(reader.gates.buildOrThrow(), reader.keys.buildOrThrow()));
    }

    private void read(Path file) {
        if (!Files.isRegularFile(file)) {
            unreadable(" is not a regular file");
            return;
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                findings.add(Finding.withoutPlace(
                        SourceFindings.TOO_LARGE,
                        Printable.quoted(name) + " is larger than " + MOST_BYTES / (1024 * 1024) + " MiB"));
                return;
            }
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                String line = lines.readLine();
                while (line != null && !lost && findings.errorCount() < MOST_FINDINGS) {
                    number++;
                    line(line);
                    line = lines.readLine();
                }
                if (line == null && part != Part.OVER && !findings.hasErrors()) {
                    number++;
                    report("", "the state ends in the middle");
                }
            }
        } catch (CharacterCodingException e) {
            unreadable(" is not UTF-8");
        } catch (IOException e) {
            unreadable(" cannot be read: " + SourceFiles.reason(e));
        }
    }

    private void line(String line) {
        if (part == Part.START && line.equals(PlanStateText.START)) {
            begin(Part.PHASES);
        } else if (part == Part.START) {
            report(line, "the state does not start as `policyc plan` writes it");
            lost = true;
        } else if (part == Part.PHASES && line.equals(PlanStateText.MIDDLE)) {
            end(line);
            begin(Part.KEYS);
        } else if (part == Part.KEYS && line.equals(PlanStateText.END)) {
            end(line);
            part = Part.OVER;
        } else if (part == Part.OVER || (!first && !comma) || !entry(line)) {
            report(
                    line,
                    line.startsWith("<<<<<<<")
                            ? "a merge left a conflict here"
                            : "this line is not as `policyc plan` writes it");
        }
    }

    private void end(String line) {
        if (comma && !doubtful) {
            report(line, "an entry is missing before this line: the one before it ends with a comma");
        }
    }

    private void begin(Part next) {
        part = next;
        first = true;
        comma = false;
        doubtful = false;
    }

    /** Takes an entry in, if it is one and comes after those before it. */
    private boolean entry(String line) {
        boolean more = line.endsWith(",");
        String text = more ? line.substring(0, line.length() - 1) : line;
        Optional<StateEntry> entry = StateEntry.read(text);
        boolean taken = entry.isPresent() && (part == Part.PHASES ? gate(entry.get(), text) : key(entry.get(), text));
        first = false;
        comma = more || !taken;
        doubtful = !taken;
        return taken;
    }

    private boolean gate(StateEntry entry, String text) {
        Optional<String> phase = entry.text("phase");
        Optional<LocalDate> quiet = entry.day("quiet");
        if (phase.isEmpty()
                || quiet.isEmpty()
                || !PlanStateText.gate(phase.get(), quiet.get()).equals(text)
                || lastPhase
                        .filter(before -> before.compareTo(phase.get()) >= 0)
                        .isPresent()) {
            return false;
        }
        gates.put(phase.get(), quiet.get());
        lastPhase = phase;
        return true;
    }

    private boolean key(StateEntry entry, String text) {
        Optional<KeyId> id = entry.id();
        Optional<KeyRecord> found = entry.found();
        if (id.isEmpty()
                || found.isEmpty()
                || !PlanStateText.key(id.get(), found.get()).equals(text)
                || lastKey.filter(before -> before.compareTo(id.get()) >= 0).isPresent()) {
            return false;
        }
        keys.put(id.get(), found.get());
        lastKey = id;
        return true;
    }

    private void unreadable(String why) {
        findings.add(Finding.withoutPlace(SourceFindings.UNREADABLE, Printable.quoted(name) + why));
    }

    private void report(String line, String message) {
        SourceText text = SourceText.part(name, line, number);
        findings.add(
                PlanFindings.DAMAGED_STATE,
                text.at(0),
                message,
                "bring back the file that was committed; without it `policyc plan` starts to count days anew");
    }
}

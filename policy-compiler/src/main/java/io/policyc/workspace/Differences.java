package io.policyc.workspace;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.policy.Statement;
import io.policyc.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How a file of dist/ differs from what would be built: the first line that does, and the statements. */
final class Differences {
    private static final int BEFORE = 20;
    private static final int WIDTH = 60;
    private static final int NAMED = 5;

    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    /** In one line each, for people. */
    static ImmutableList<String> of(byte[] expected, byte[] found) {
        Differences differences = new Differences();
        String wanted = new String(expected, StandardCharsets.UTF_8);
        String there = new String(found, StandardCharsets.UTF_8);
        differences.firstLine(wanted, there);
        Optional<Map<String, Statement>> before = statements(there);
        statements(wanted).ifPresent(after -> before.ifPresent(old -> differences.statements(after, old)));
        return ImmutableList.copyOf(differences.lines);
    }

    private void firstLine(String expected, String found) {
        List<String> wanted = Splitter.on('\n').splitToList(expected);
        List<String> there = Splitter.on('\n').splitToList(found);
        for (int i = 0; i < Math.max(wanted.size(), there.size()); i++) {
            Optional<String> one = i < wanted.size() ? Optional.of(wanted.get(i)) : Optional.empty();
            Optional<String> other = i < there.size() ? Optional.of(there.get(i)) : Optional.empty();
            if (!one.equals(other)) {
                int from = firstDifference(one.orElse(""), other.orElse(""));
                lines.add("line " + (i + 1) + ": expected " + shown(one, from) + ", found " + shown(other, from));
                return;
            }
        }
        lines.add("bytes that are no UTF-8");
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** The part of the line around a place. */
    private static String shown(Optional<String> line, int place) {
        if (line.isEmpty()) {
            return "the end of the file";
        }
        String text = line.get();
        int from = place > BEFORE ? Math.min(place - BEFORE, text.length()) : 0;
        int to = Math.min(text.length(), from + WIDTH);
        return Printable.quoted((from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : ""));
    }

    /** The statements by name; empty if the text is no policy. */
    private static Optional<Map<String, Statement>> statements(String text) {
        return PolicyReader.read("dist", SourceText.of("dist", text), PolicyType.SERVICE_CONTROL_POLICY)
                .value()
                .map(Differences::byName);
    }

    private static Map<String, Statement> byName(LocatedPolicy policy) {
        Map<String, Statement> byName = new LinkedHashMap<>();
        for (Statement statement : policy.document().statements()) {
            String name =
                    statement.sid().map(sid -> Printable.quoted(sid.text())).orElse("statement " + (byName.size() + 1));
            byName.putIfAbsent(name, statement);
        }
        return byName;
    }

    private void statements(Map<String, Statement> wanted, Map<String, Statement> there) {
        add(
                "changed",
                wanted.keySet().stream()
                        .filter(name -> there.containsKey(name) && !Objects.equals(wanted.get(name), there.get(name)))
                        .toList());
        add(
                "missing",
                wanted.keySet().stream()
                        .filter(name -> !there.containsKey(name))
                        .toList());
        add(
                "no longer built",
                there.keySet().stream()
                        .filter(name -> !wanted.containsKey(name))
                        .toList());
    }

    private void add(String what, List<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
            lines.add("statements " + what + ": " + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                    + more);
        }
    }
}

package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.JsonStream;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the tags of a user. */
final class TagsReader {
    private final JsonStream stream;
    private final Findings findings;
    private final Kept kept;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private boolean given;
    private Optional<String> key = Optional.empty();
    private Optional<String> value = Optional.empty();

    TagsReader(JsonStream stream, Findings findings, Kept kept) {
        this.stream = stream;
        this.findings = findings;
        this.kept = kept;
    }

    void read() throws IOException {
        given = stream.isList();
        kept.elements(stream, this::tag);
    }

    private void tag() throws IOException {
        SourceSpan place = stream.place();
        key = Optional.empty();
        value = Optional.empty();
        boolean object = stream.members(ImmutableMap.of(
                "Key", () -> key = stream.string().map(kept::once),
                "Value", () -> value = stream.string().map(kept::once)));
        if (object && (key.isEmpty() || value.isEmpty())) {
            findings.add(
                    AuthorizationFindings.MISSING_KEY, place, "a tag without " + (key.isEmpty() ? "`Key`" : "`Value`"));
        } else if (object && tags.putIfAbsent(key.get(), value.get()) != null) {
            findings.add(
                    AuthorizationFindings.CONTRADICTION,
                    place,
                    "tag " + Printable.quoted(key.get()) + " stands twice on one user");
        }
    }

    /** Empty if nothing is said of tags. */
    Optional<ImmutableMap<String, String>> tags() {
        return given ? Optional.of(kept.once(ImmutableMap.copyOf(tags))) : Optional.empty();
    }
}

package io.policyc.node;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the value of the anchor where an alias stands. */
final class AliasBuilder extends YamlBuilder {
    /** The most values and characters of them, aliases written out. */
    private static final int MOST = SourceFiles.MOST_BYTES;

    private final YAMLParser parser;
    private final Findings findings;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int count;

    /** @param size how many values and characters it is made of, aliases written out */
    private record Anchored(Node node, int size) {}

    AliasBuilder(SourceText source, YAMLParser parser, YamlPlaces places, Findings findings) {
        super(source, parser, places, findings);
        this.parser = parser;
        this.findings = findings;
    }

    @Override
    void inspect(JsonToken token) throws IOException {
        if (parser.getTypeId() != null) {
            refuse("a tag (`!name`)", "leave it out; text that starts with `!` needs quotes");
        }
    }

    @Override
    Node node(JsonToken token) throws IOException {
        if (parser.isCurrentAlias()) {
            return alias(parser.getText());
        }
        Optional<String> anchor = Optional.ofNullable(parser.getObjectId()).map(String::valueOf);
        int before = count;
        Node node = super.node(token);
        count += 1 + (node instanceof ScalarNode scalar ? scalar.text().length() : 0);
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, count - before)));
        return node;
    }

    private Node alias(String name) {
        Optional<Anchored> anchored = Optional.ofNullable(anchors.get(name));
        if (anchored.isEmpty()) {
            findings.add(
                    SourceFindings.SYNTAX, span(), "there is no anchor " + Printable.quoted("&" + name) + " above");
        } else if (count > MOST - anchored.get().size()) {
            String message = "larger than " + MOST / (1024 * 1024) + " MiB with the aliases written out";
            findings.add(SourceFindings.TOO_LARGE, span(), message);
        } else {
            count += anchored.get().size();
            return anchored.get().node();
        }
        return new ScalarNode(ScalarNode.Type.NULL, "", span());
    }
}

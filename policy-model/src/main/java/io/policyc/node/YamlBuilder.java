package io.policyc.node;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.policyc.finding.Findings;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.io.IOException;

/** Refuses what makes one place of a document mean another. */
class YamlBuilder extends NodeBuilder {
    private final YAMLParser parser;
    private final YamlPlaces places;
    private final Findings findings;

    YamlBuilder(SourceText source, YAMLParser parser, YamlPlaces places, Findings findings) {
        super(source, parser, findings);
        this.parser = parser;
        this.places = places;
        this.findings = findings;
    }

    @Override
    int offset(JsonLocation location) {
        return places.offset(location);
    }

    @Override
    SourceSpan keySpan() {
        return span();
    }

    /** A key without a value: Jackson calls it an empty string, YAML means null. */
    @Override
    ScalarNode.Type stringType() throws IOException {
        boolean nothing =
                parser.getText().isEmpty() && offset(parser.currentTokenLocation()) == offset(parser.currentLocation());
        return nothing ? ScalarNode.Type.NULL : ScalarNode.Type.STRING;
    }

    @Override
    void inspect(JsonToken token) throws IOException {
        if (parser.isCurrentAlias()) {
            refuse("an alias (`*name`)", "write the value out; text that starts with `*` needs quotes: \"*\"");
        } else if (parser.getObjectId() != null) {
            refuse("an anchor (`&name`)", "write the value out where it is needed");
        } else if (parser.getTypeId() != null) {
            refuse("a tag (`!name`)", "leave it out; text that starts with `!` needs quotes");
        }
    }

    @Override
    void inspectKey(String key, SourceSpan span) throws IOException {
        inspect(JsonToken.FIELD_NAME);
        if (key.equals("<<")) {
            findings.add(
                    SourceFindings.YAML_FEATURE,
                    span,
                    "a merge key (`<<`) is not read here",
                    "write the keys out where they are needed");
        }
    }

    final void refuse(String what, String help) {
        findings.add(SourceFindings.YAML_FEATURE, span(), what + " is not read here", help);
    }
}

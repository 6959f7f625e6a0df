package io.policyc.node;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Builds the tree from the tokens of a Jackson parser, JSON or YAML. Recursion is as deep as the text is nested, which the
 * parser's own limit bounds. A repeated key is reported and its later value left out, so that one run finds all of them.
 */
class NodeBuilder {
    private final SourceText source;
    private final JsonParser parser;
    private final Findings findings;

    NodeBuilder(SourceText source, JsonParser parser, Findings findings) {
        this.source = source;
        this.parser = parser;
        this.findings = findings;
    }

    /** The value that starts at the current token; afterwards the current token is its last one. */
    final Node build(JsonToken token) throws IOException {
        inspect(token);
        return node(token);
    }

    /** The value of the current token; in YAML it may stand elsewhere. */
    Node node(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> scalar(stringType());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(ScalarNode.Type.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(ScalarNode.Type.BOOLEAN);
            default -> scalar(ScalarNode.Type.NULL);
        };
    }

    /** A look at each token before it is taken; YAML has things to refuse here. */
    void inspect(JsonToken token) throws IOException {}

    /** A look at each key. */
    void inspectKey(String key, SourceSpan span) throws IOException {}

    private Node object() throws IOException {
        SourceSpan start = span();
        ImmutableList.Builder<ObjectNode.Member> members = ImmutableList.builder();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = text();
            SourceSpan keySpan = keySpan();
            inspectKey(key, keySpan);
            Node value = build(parser.nextToken());
            if (seen.add(key)) {
                members.add(new ObjectNode.Member(key, keySpan, value));
            } else {
                findings.add(
                        SourceFindings.DUPLICATE_KEY,
                        keySpan,
                        "key " + Printable.quoted(key) + " is written twice in one object",
                        "merge the two; a parser that keeps only the last would drop a rule without a word");
            }
        }
        return new ObjectNode(members.build(), start.to(span()));
    }

    private Node array() throws IOException {
        SourceSpan start = span();
        ImmutableList.Builder<Node> elements = ImmutableList.builder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(build(parser.currentToken()));
        }
        return new ArrayNode(elements.build(), start.to(span()));
    }

    /** What the current token is, which its format calls a string. */
    ScalarNode.Type stringType() throws IOException {
        return ScalarNode.Type.STRING;
    }

    private Node scalar(ScalarNode.Type type) throws IOException {
        String text = text();
        return new ScalarNode(type, text, span());
    }

    /** The token's own text; taking it also moves the parser's location to the token's end. */
    private String text() throws IOException {
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    i++;
                } else {
                    findings.add(
                            SourceFindings.UNPAIRED_SURROGATE,
                            span(),
                            "half of a surrogate pair, which is no character");
                    break;
                }
            }
        }
        return text;
    }

    /**
     * The range of the current token, a key. Jackson has read on to the value by then, so the end is looked up in the
     * text: a key of JSON ends at its closing quote.
     */
    SourceSpan keySpan() {
        String text = source.text();
        int start = offset(parser.currentTokenLocation());
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return source.span(start, Math.min(end + 1, text.length()));
    }

    /** The range of the current token. */
    final SourceSpan span() {
        int start = offset(parser.currentTokenLocation());
        return source.span(start, Math.max(start, offset(parser.currentLocation())));
    }

    /** A place as an offset in the text. Lines and columns are not asked: YAML's own differ from those of editors. */
    int offset(JsonLocation location) {
        return JsonNodes.offset(source, location);
    }
}

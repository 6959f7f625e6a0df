package io.policyc.cli;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.node.JsonNodes;
import io.policyc.node.Node;
import io.policyc.node.SourceFiles;
import io.policyc.request.RequestFindings;
import io.policyc.source.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A token as a file or a line holds it: its payload as JSON, or the encoded token, of which only the payload is looked at.
 * Whoever has an encoded token is who it says, so no finding shows a piece of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">JSON Web Token</a>
 */
final class TokenText {
    /** How an encoded object starts: <code>{"</code>. */
    private static final String ENCODED = "eyJ";

    private static final Pattern QUOTED = Pattern.compile("\"eyJ[A-Za-z0-9_-]{20}");
    private static final int PARTS = 3;

    private TokenText() {}

    static Checked<Node> read(SourceText source) {
        String text = source.text().strip();
        boolean quoted = text.startsWith("\"") && text.endsWith("\"") && text.length() > 1;
        String bare = quoted ? text.substring(1, text.length() - 1) : text;
        if (bare.startsWith(ENCODED)) {
            return decoded(source.name(), bare);
        }
        return QUOTED.matcher(text).find()
                ? failed(source.name(), "there is an encoded token among other text", "give it alone, or its payload")
                : JsonNodes.read(source);
    }

    private static Checked<Node> decoded(String name, String token) {
        String[] parts = token.split("\\.", PARTS + 1);
        if (parts.length != PARTS) {
            return failed(
                    name, "not a signed token", "it has three parts between two dots: header, payload, signature");
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
            Checked<Node> read = SourceFiles.read(new ByteArrayInputStream(payload), name + " (decoded)")
                    .then(JsonNodes::read);
            return read.hasErrors() ? failed(name, "the payload of the token is not JSON", "was it cut?") : read;
        } catch (IllegalArgumentException e) {
            return failed(name, "the payload of the token is not base64url", "was it cut?");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static Checked<Node> failed(String name, String what, String help) {
        return Checked.failed(Finding.withoutPlace(RequestFindings.INVALID_TOKEN, Printable.line(name) + ": " + what)
                .withHelp(help));
    }
}

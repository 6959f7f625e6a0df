package io.policyc.authorization;

import io.policyc.finding.Findings;
import io.policyc.node.JsonStream;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes policy documents in the forms in which they come: JSON, as the AWS CLI writes them; a string of percent-encoded
 * JSON, as the API sends them; a string of JSON.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html">URL-encoded compliant with RFC 3986</a>
 */
final class PolicyDocuments {
    private final Findings findings;

    PolicyDocuments(Findings findings) {
        this.findings = findings;
    }

    /** The document that is the value of the stream; empty if there is none or it cannot be read, which is said. */
    Optional<Document> take(JsonStream stream) throws IOException {
        SourceSpan place = stream.place();
        Optional<String> text = Optional.empty();
        if (stream.isString()) {
            text = stream.string().flatMap(PolicyDocuments::decoded).flatMap(JsonStream::minified);
            if (text.isEmpty()) {
                findings.add(
                        AuthorizationFindings.INVALID_VALUE,
                        place,
                        "a policy document that is not JSON",
                        "it is an object, or a string of JSON, plain or percent-encoded");
            }
        } else {
            text = stream.text();
        }
        return text.map(found -> new Document(found, place));
    }

    private static Optional<String> decoded(String text) {
        if (!text.startsWith("%")) {
            return Optional.of(text);
        }
        try {
            // RFC 3986 knows no other form of a blank than %20.
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

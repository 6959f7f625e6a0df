package io.policyc.authorization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.authorization.HeldPolicies.Inline;
import io.policyc.finding.Findings;
import io.policyc.node.JsonStream;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.util.Optional;

/** Reads the policies of one user or group. */
final class HeldPoliciesReader {
    private final JsonStream stream;
    private final Findings findings;
    private final Kept kept;
    private final ImmutableList.Builder<Inline> inline = ImmutableList.builder();
    private final ImmutableList.Builder<String> attached = ImmutableList.builder();

    HeldPoliciesReader(JsonStream stream, Findings findings, Kept kept) {
        this.stream = stream;
        this.findings = findings;
        this.kept = kept;
    }

    void inline() throws IOException {
        kept.elements(stream, () -> new InlineReader().read());
    }

    void attached() throws IOException {
        kept.elements(stream, () -> {
            PolicyArn policy = new PolicyArn(stream, "PolicyArn", findings, kept);
            policy.read();
            policy.arn().ifPresent(attached::add);
        });
    }

    HeldPolicies policies() {
        return kept.once(new HeldPolicies(inline.build(), attached.build()));
    }

    /** Reads one inline policy. */
    private final class InlineReader {
        private final PolicyDocuments documents = new PolicyDocuments(findings);
        private Optional<String> name = Optional.empty();
        private Optional<Document> document = Optional.empty();
        private boolean hasDocument;

        void read() throws IOException {
            SourceSpan place = stream.place();
            boolean object = stream.members(ImmutableMap.of(
                    "PolicyName", () -> name = stream.string().map(kept::once), "PolicyDocument", this::document));
            if (object && (name.isEmpty() || !hasDocument)) {
                findings.add(
                        AuthorizationFindings.MISSING_KEY,
                        place,
                        "an inline policy without " + (name.isEmpty() ? "`PolicyName`" : "`PolicyDocument`"));
            }
            if (name.isPresent() && document.isPresent()) {
                inline.add(kept.once(new Inline(name.get(), kept.once(document.get()))));
            }
        }

        private void document() throws IOException {
            hasDocument = true;
            document = documents.take(stream);
        }
    }
}

package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.node.JsonStream;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the versions of a managed policy, of which the default one is in force.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html">Versions</a>
 */
final class VersionsReader {
    /** IAM keeps five. */
    private static final int MOST = 5;

    private final JsonStream stream;
    private final Findings findings;
    private final PolicyDocuments documents;
    private final Kept kept;
    private final List<Version> versions = new ArrayList<>();
    private Optional<String> defaultId = Optional.empty();

    /** One version, as far as it was read. */
    private static final class Version {
        private Optional<String> id = Optional.empty();
        private Optional<Boolean> marked = Optional.empty();
        private Optional<Document> document = Optional.empty();
    }

    VersionsReader(JsonStream stream, Findings findings, Kept kept) {
        this.stream = stream;
        this.findings = findings;
        this.kept = kept;
        this.documents = new PolicyDocuments(findings);
    }

    void defaultId() throws IOException {
        defaultId = stream.string();
    }

    void read() throws IOException {
        SourceSpan place = stream.place();
        kept.elements(stream, () -> {
            Version version = new Version();
            stream.members(ImmutableMap.of(
                    "VersionId", () -> version.id = stream.string(),
                    "IsDefaultVersion", () -> version.marked = stream.bool(),
                    "Document", () -> version.document = documents.take(stream)));
            if (versions.size() <= MOST) {
                versions.add(version);
            }
        });
        if (versions.size() > MOST) {
            findings.add(AuthorizationFindings.INVALID_VALUE, place, "a policy has at most " + MOST + " versions");
        } else if (versions.stream()
                        .filter(version -> version.marked.orElse(false))
                        .count()
                > 1) {
            findings.add(AuthorizationFindings.CONTRADICTION, place, "two versions are marked as the default one");
        }
    }

    private Optional<Version> inForce() {
        return versions.stream()
                .filter(version -> version.marked.orElse(false))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(version -> version.marked.isEmpty() && version.id.isPresent())
                        .filter(version -> version.id.equals(defaultId))
                        .findFirst());
    }

    /** The id of the default version, such as {@code v3}; empty text if nothing says which it is. */
    String version() {
        return inForce().flatMap(version -> version.id).or(() -> defaultId).orElse("");
    }

    Optional<Document> document() {
        return inForce().flatMap(version -> version.document).map(kept::once);
    }
}

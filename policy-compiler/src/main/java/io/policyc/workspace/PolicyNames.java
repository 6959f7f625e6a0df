package io.policyc.workspace;

import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.finding.Findings;
import io.policyc.intent.IntentName;
import io.policyc.source.SourceSpan;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of the policies of a repository, which also name files: each is there once, whatever its letter case. */
final class PolicyNames {
    private final Findings findings;

    /** In lower case: some file systems do not tell Deny.json from deny.json. */
    private final Map<String, SourceSpan> places = new HashMap<>();

    PolicyNames(Findings findings) {
        this.findings = findings;
    }

    /** Whether no policy before has the name; a finding if one has. */
    boolean isFree(IntentName name) {
        String key = name.text().toLowerCase(Locale.ROOT);
        SourceSpan defined = places.putIfAbsent(key, name.place());
        if (Distribution.isReserved(key)) {
            findings.add(
                    WorkspaceFindings.DUPLICATE_POLICY,
                    name.place(),
                    "a policy cannot be named `" + name.text() + "`",
                    "its file in dist/ would be the manifest of the build");
            return false;
        }
        if (defined != null) {
            findings.add(
                    WorkspaceFindings.DUPLICATE_POLICY,
                    name.place(),
                    "policy `" + name.text() + "` is already defined at " + defined,
                    "names are unique in a repository, whatever their letter case; they name the files in dist/");
        }
        return defined == null;
    }

    /** Checks that no document of a policy that becomes several has the name of another policy. */
    void checkDocuments(Compilation compilation) {
        for (CompiledDocument document : compilation.documents()) {
            SourceSpan other = places.get(document.name().toLowerCase(Locale.ROOT));
            if (other != null && compilation.documents().size() > 1) {
                findings.add(
                        WorkspaceFindings.DUPLICATE_POLICY,
                        other,
                        "policy `" + compilation.name() + "` becomes "
                                + compilation.documents().size() + " documents, of which one would be named `"
                                + document.name() + "` as well",
                        "rename one of the two policies; `" + compilation.name() + "` is defined at "
                                + compilation.intent().place());
            }
        }
    }
}

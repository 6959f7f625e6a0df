package io.policyc.workspace;

import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.finding.Findings;
import io.policyc.intent.IntentName;
import io.policyc.policy.LocatedPolicy;
import io.policyc.source.SourceSpan;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of the policies of a repository, which also name files: each is there once, whatever its letter case. */
final class PolicyNames {
    private static final String FULL_AWS_ACCESS =
            LocatedPolicy.FULL_AWS_ACCESS.name().toLowerCase(Locale.ROOT);

    /** https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file: also with any extension. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

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
        Optional<String> taken = takenBy(key);
        if (taken.isPresent()) {
            findings.add(
                    WorkspaceFindings.DUPLICATE_POLICY,
                    name.place(),
                    "a policy cannot be named `" + name.text() + "`",
                    taken.get());
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

    /** Whether Windows takes files of that name, in any letter case and with any ending, for a device. */
    static boolean isDevice(String name) {
        return DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Who has a name, given in lower case, in every repository. */
    private static Optional<String> takenBy(String key) {
        if (Distribution.isReserved(key)) {
            return Optional.of("its file in dist/ would be the manifest of the build");
        }
        if (key.equals(FULL_AWS_ACCESS)) {
            return Optional.of("that is AWS's own policy, which organization.yaml and tests mean by the name");
        }
        if (isDevice(key)) {
            return Optional.of("Windows takes its file in dist/ for a device");
        }
        return Optional.empty();
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

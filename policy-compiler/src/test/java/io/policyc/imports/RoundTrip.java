package io.policyc.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.finding.Checked;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicyWriter;
import io.policyc.source.SourceText;
import java.util.Locale;

/** From a document to an intent and back again, each placeholder filled with a text of its own on both sides. */
final class RoundTrip {
    private static final PolicyCompiler COMPILER =
            PolicyCompiler.withLimits(new PolicyLimits("roomy", Integer.MAX_VALUE, Integer.MAX_VALUE));

    private RoundTrip() {}

    /** Asserts that an import that succeeds gives the document back; says whether it did. */
    static boolean check(LocatedPolicy policy) {
        Checked<ImportedIntent> open = IntentImport.of(policy, "imported", ImmutableMap.of());
        if (open.hasErrors()) {
            return false;
        }
        ImmutableMap.Builder<String, String> given = ImmutableMap.builder();
        open.orThrow().values().forEach(value -> given.put(value.name(), filling(value, open.orThrow())));
        ImportedIntent intent =
                IntentImport.of(policy, "imported", given.buildOrThrow()).orThrow();
        Compilation compilation = COMPILER.compile(SourceText.of("imported.policy.yaml", intent.yaml()))
                .orThrow();
        String expected =
                PolicyWriter.minified(PolicyDocument.of(policy.document().statements()));
        for (ImportedValue value : intent.values()) {
            expected = expected.replace(value.written(), value.value().orElseThrow());
        }
        assertThat(compilation.documents().get(0).minified()).as(intent.yaml()).isEqualTo(expected);
        return true;
    }

    private static String filling(ImportedValue value, ImportedIntent intent) {
        int number = intent.values().indexOf(value);
        return value.name().contains("cidr")
                ? "198.51.100." + number + "/32"
                : String.format(Locale.ROOT, "%012d", 111_122_223_333L + number);
    }
}

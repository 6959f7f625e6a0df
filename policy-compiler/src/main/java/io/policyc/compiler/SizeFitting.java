package io.policyc.compiler;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.intent.Intent;
import io.policyc.intent.IntentFindings;
import io.policyc.packing.Packed;
import io.policyc.packing.Packer;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyFindings;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The document of an intent as it is if AWS takes it, else packed; into several documents if need be. */
final class SizeFitting {
    private static final int NAMED_STATEMENTS = 3;

    private final Intent intent;
    private final LocatedPolicy policy;
    private final PolicyLimits limits;

    private SizeFitting(Intent intent, LocatedPolicy policy, PolicyLimits limits) {
        this.intent = intent;
        this.policy = policy;
        this.limits = limits;
    }

    /** Without a value if the document stays too large. */
    static Checked<Compilation> fit(Intent intent, LocatedPolicy policy, PolicyLimits limits) {
        return new SizeFitting(intent, policy, limits).fit();
    }

    private Checked<Compilation> fit() {
        Findings findings = new Findings();
        CompiledDocument whole = CompiledDocument.of(policy);
        if (whole.size().counted() <= limits.documentSize()) {
            return findings.with(Compilation.of(intent, whole));
        }
        Packer packer = new Packer(limits);
        Optional<Packed> packed = packer.pack(intent.name(), ImmutableList.of(policy), 1, limits.attachedPerNode());
        if (packed.isEmpty()) {
            findings.add(tooLarge(whole, packer));
            return findings.withoutValue();
        }
        for (CompiledDocument document : CompiledDocument.of(packed.get())) {
            if (!Intent.isName(document.name())) {
                findings.add(
                        IntentFindings.INVALID_NAME,
                        intent.place(),
                        "the policy becomes several documents, and " + Printable.quoted(document.name())
                                + " is too long for a name",
                        "names have at most 128 characters");
                return findings.withoutValue();
            }
        }
        return findings.with(new Compilation(
                intent, CompiledDocument.of(packed.get()), packed.get().passes()));
    }

    private Finding tooLarge(CompiledDocument whole, Packer packer) {
        String message = String.format(
                Locale.ROOT,
                "%s has %,d characters, %s; the limit is %,d (profile %s)",
                Printable.quoted(intent.name()),
                whole.size().counted(),
                packer.packedSize(policy)
                        .map(size -> String.format(Locale.ROOT, "%,d packed", size))
                        .orElse("far more than packing saves"),
                limits.documentSize(),
                limits.profile());
        return Finding.of(PolicyFindings.TOO_LARGE, intent.place(), message)
                .withHelp("largest: " + largest() + "; only lists of actions and resources are parted: shorten lists of"
                        + " principals with wildcards or a tag, or make several intents that are attached to different"
                        + " units");
    }

    private String largest() {
        List<Statement> statements = policy.document().statements();
        return IntStream.range(0, statements.size())
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> size(statements.get(index)))
                        .reversed())
                .limit(NAMED_STATEMENTS)
                .map(index -> String.format(
                        Locale.ROOT,
                        "%s (line %d, %,d characters)",
                        statements
                                .get(index)
                                .sid()
                                .map(sid -> Printable.quoted(sid.text()))
                                .orElse("statement " + (index + 1)),
                        policy.places().get(index).statement().line(),
                        size(statements.get(index))))
                .collect(Collectors.joining(", "));
    }

    /** As it stands in a document of its own. */
    private static int size(Statement statement) {
        return PolicySize.of(PolicyWriter.minified(PolicyDocument.of(ImmutableList.of(statement))))
                .counted();
    }
}

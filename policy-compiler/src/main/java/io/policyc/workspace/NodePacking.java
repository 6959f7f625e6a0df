package io.policyc.workspace;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.organization.AttachmentPacker;
import io.policyc.packing.Packed;
import io.policyc.packing.PackedDocument;
import io.policyc.packing.Packer;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Packs the compiled intents of a node together where more policies are attached to it than AWS takes. What was written
 * by hand, and FullAWSAccess, stays as it is.
 */
final class NodePacking implements AttachmentPacker {
    private static final CharMatcher NAME_CHARACTERS = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("_-"));
    private static final int LONGEST_NAME = 100;

    private final Packer packer;
    private final Set<LocatedPolicy> compiled = Sets.newIdentityHashSet();

    /** In lower case: some file systems do not tell letter case apart. */
    private final Set<String> names = new HashSet<>();

    private final List<PackedNode> nodes = new ArrayList<>();

    NodePacking(PolicyLimits limits, Iterable<Compilation> compilations) {
        this.packer = new Packer(limits);
        for (Compilation compilation : compilations) {
            names.add(lower(compilation.name()));
            for (LocatedPolicy policy : compilation.policies()) {
                names.add(lower(policy.name()));
                compiled.add(policy);
            }
        }
    }

    @Override
    public ImmutableList<LocatedPolicy> pack(String node, ImmutableList<LocatedPolicy> attached, int most) {
        ImmutableList<LocatedPolicy> own =
                attached.stream().filter(compiled::contains).collect(ImmutableList.toImmutableList());
        ImmutableList<LocatedPolicy> others =
                attached.stream().filter(policy -> !compiled.contains(policy)).collect(ImmutableList.toImmutableList());
        int left = most - others.size();
        Optional<Packed> packed = own.isEmpty() || left < 1 ? Optional.empty() : packer.pack("p", own, left, left);
        if (packed.isEmpty()) {
            return attached;
        }
        Packed named = named(node, packed.get());
        nodes.add(new PackedNode(
                node,
                own.stream().map(LocatedPolicy::name).collect(ImmutableList.toImmutableList()),
                CompiledDocument.of(named),
                named.passes()));
        return ImmutableList.<LocatedPolicy>builder()
                .addAll(others)
                .addAll(named.documents().stream().map(PackedDocument::policy).iterator())
                .build();
    }

    /** The nodes whose policies were packed, in the order of the organization. */
    ImmutableList<PackedNode> nodes() {
        return ImmutableList.copyOf(nodes);
    }

    /** The documents under names that nothing else has, told from the node's; a second node of that name gets a number. */
    private Packed named(String node, Packed packed) {
        String safe = NAME_CHARACTERS.negate().replaceFrom(node, '-');
        String base = "packed-" + safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
        Packed named = packed.named(base);
        for (int number = 2; isTaken(named); number++) {
            named = packed.named(base + "_" + number);
        }
        named.documents().forEach(document -> names.add(lower(document.policy().name())));
        return named;
    }

    private boolean isTaken(Packed packed) {
        return packed.documents().stream()
                .anyMatch(document -> names.contains(lower(document.policy().name())));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

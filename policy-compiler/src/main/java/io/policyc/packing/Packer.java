package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.policyc.packing.Packed.PassSizes;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Packs documents: takes one pass after the other until the statements fit into as few documents as are wanted, and no
 * pass more. What the documents decide together, attached to one node, never changes.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Quotas</a>
 */
public final class Packer {
    /** Documents of so many times what fits are not tried: no pass saves as much, and hostile input is not worked on. */
    private static final int HOPELESS = 10;

    private final PolicyLimits limits;

    public Packer(PolicyLimits limits) {
        this.limits = limits;
    }

    /**
     * Packs documents of one version.
     *
     * @param name of the one document; several have a number behind it, from 1
     * @param wanted packing ends as soon as there are so many documents or fewer
     * @param most so many are good enough where fewer cannot be had
     * @return empty if there would be more, or a statement fits into no document
     */
    public Optional<Packed> pack(String name, ImmutableList<LocatedPolicy> policies, int wanted, int most) {
        Bundle bundle = bundle(policies);
        if (isHopeless(bundle, most)) {
            return Optional.empty();
        }
        List<PassSizes> passes = new ArrayList<>();
        Optional<Packed> best = documents(name, bundle, passes);
        for (PackingPass pass : PackingPass.values()) {
            if (best.map(found -> found.documents().size() <= wanted).orElse(false)) {
                break;
            }
            bundle = after(pass, bundle, passes);
            best = fewer(best, documents(name, bundle, passes));
        }
        if (best.isEmpty()) {
            Splitter splitter = new Splitter(bundle.frame(), room(bundle), most);
            ImmutableList.Builder<Traced> parts = ImmutableList.builder();
            for (Traced traced : bundle.statements()) {
                Optional<ImmutableList<Traced>> split = splitter.split(traced);
                if (split.isEmpty()) {
                    return Optional.empty();
                }
                parts.addAll(split.get());
            }
            best = documents(name, bundle.with(parts.build()), passes);
        }
        return best.filter(found -> found.documents().size() <= most);
    }

    private boolean isHopeless(Bundle bundle, int most) {
        long total = bundle.frame().total(bundle.statements());
        return total > (long) HOPELESS * most * limits.documentSize();
    }

    /** The size of a document after all passes; empty if it is so large that it is not packed. */
    public Optional<Integer> packedSize(LocatedPolicy policy) {
        Bundle bundle = bundle(ImmutableList.of(policy));
        if (isHopeless(bundle, limits.attachedPerNode())) {
            return Optional.empty();
        }
        for (PackingPass pass : PackingPass.values()) {
            bundle = bundle.after(pass, room(bundle));
        }
        return Optional.of(bundle.frame().total(bundle.statements()));
    }

    /** One document after all passes, whatever its size. */
    static Packed packFully(LocatedPolicy policy) {
        return packWith(policy, ImmutableList.copyOf(PackingPass.values()));
    }

    /** One document after some passes, whatever its size. */
    static Packed packWith(LocatedPolicy policy, ImmutableList<PackingPass> chosen) {
        Packer packer = new Packer(new PolicyLimits("any", Integer.MAX_VALUE, 1));
        Bundle bundle = bundle(ImmutableList.of(policy));
        List<PassSizes> passes = new ArrayList<>();
        for (PackingPass pass : chosen) {
            bundle = packer.after(pass, bundle, passes);
        }
        return packer.documents(policy.name(), bundle, passes).orElseThrow();
    }

    private static Bundle bundle(ImmutableList<LocatedPolicy> policies) {
        Frame frame = Frame.of(policies.get(0).document());
        return new Bundle(
                frame,
                policies.stream()
                        .flatMap(policy -> Traced.of(policy).stream())
                        .collect(ImmutableList.toImmutableList()));
    }

    private Bundle after(PackingPass pass, Bundle before, List<PassSizes> passes) {
        Bundle after = before.after(pass, room(before));
        passes.add(new PassSizes(
                pass, before.frame().total(before.statements()), after.frame().total(after.statements())));
        return after;
    }

    private static Optional<Packed> fewer(Optional<Packed> one, Optional<Packed> other) {
        boolean better = one.isEmpty()
                || (other.isPresent()
                        && other.get().documents().size()
                                < one.get().documents().size());
        return better ? other : one;
    }

    /** What the statements of a document may have, with the commas between them. */
    private int room(Bundle bundle) {
        return limits.documentSize() - bundle.frame().overhead();
    }

    /** The documents as they are after some passes; empty if a statement fits into none. */
    private Optional<Packed> documents(String name, Bundle bundle, List<PassSizes> passes) {
        int room = room(bundle);
        List<Integer> sizes = bundle.statements().stream()
                .map(traced -> bundle.frame().size(traced.statement()))
                .toList();
        if (sizes.stream().anyMatch(size -> size > room)) {
            return Optional.empty();
        }
        ImmutableList<ImmutableList<Integer>> shelves = Shelves.fill(sizes, room);
        ImmutableList.Builder<PackedDocument> documents = ImmutableList.builder();
        for (ImmutableList<Integer> shelf : shelves) {
            documents.add(document(bundle.frame(), Lists.transform(shelf, bundle.statements()::get)));
        }
        return Optional.of(new Packed(documents.build(), ImmutableList.copyOf(passes)).named(name));
    }

    private static PackedDocument document(Frame frame, List<Traced> statements) {
        Set<Sid> seen = new HashSet<>();
        List<Statement> written = statements.stream()
                .map(Traced::statement)
                .map(statement ->
                        statement.sid().map(seen::add).orElse(true) ? statement : Bundle.withoutSid(statement))
                .collect(Collectors.toList());
        LocatedPolicy policy = new LocatedPolicy(
                "",
                frame.document(written),
                statements.stream()
                        .flatMap(traced -> traced.place().stream())
                        .collect(ImmutableList.toImmutableList()));
        return new PackedDocument(policy, frame.text(policy.document()));
    }
}

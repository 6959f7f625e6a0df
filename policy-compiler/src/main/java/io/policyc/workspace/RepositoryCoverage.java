package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.coverage.MeasuredPolicies;
import io.policyc.coverage.MeasuredPolicy;
import io.policyc.intent.MeasuredIntent;
import io.policyc.policy.LocatedPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policies of a repository that tests can exercise: its intents, and the SCP documents of files. A document that is
 * written out in a test or in an organization belongs to that, and is not measured.
 */
final class RepositoryCoverage implements MeasuredPolicies {
    private final List<MeasuredPolicy> policies = new ArrayList<>();
    private final IdentityHashMap<LocatedPolicy, ImmutableList<MeasuredPolicy>> behind = new IdentityHashMap<>();

    RepositoryCoverage(
            Iterable<Compilation> compilations, Iterable<LocatedPolicy> handWritten, Iterable<PackedNode> packedNodes) {
        Map<String, MeasuredPolicy> byDocument = new HashMap<>();
        for (Compilation compilation : compilations) {
            MeasuredPolicy policy = MeasuredIntent.of(compilation.intent());
            policies.add(policy);
            for (LocatedPolicy document : compilation.policies()) {
                byDocument.put(document.name(), policy);
                behind.put(document, ImmutableList.of(policy));
            }
        }
        for (PackedNode node : packedNodes) {
            ImmutableList<MeasuredPolicy> packed =
                    node.policies().stream().map(byDocument::get).distinct().collect(ImmutableList.toImmutableList());
            node.documents().stream().map(CompiledDocument::policy).forEach(document -> behind.put(document, packed));
        }
        handWritten.forEach(document -> policies.addAll(behind(document)));
    }

    @Override
    public ImmutableList<MeasuredPolicy> policies() {
        return ImmutableList.copyOf(policies);
    }

    @Override
    public ImmutableList<MeasuredPolicy> behind(LocatedPolicy document) {
        return behind.computeIfAbsent(
                document,
                other -> other.name().endsWith(CompiledPolicies.DOCUMENT_ENDING)
                        ? ImmutableList.of(MeasuredPolicy.of(other))
                        : ImmutableList.of());
    }
}

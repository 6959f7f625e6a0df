package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.Multimap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The root, units and accounts by the names that phases call them: their paths, or their own names where one has it. */
final class PhaseTargets {
    private final ImmutableMap<String, PolicyTarget> byPath;
    private final ImmutableListMultimap<String, PolicyTarget> byName;

    PhaseTargets(ImmutableList<PolicyTarget> targets) {
        Map<String, PolicyTarget> paths = new LinkedHashMap<>();
        Multimap<String, PolicyTarget> names = LinkedListMultimap.create();
        for (PolicyTarget target : targets) {
            paths.putIfAbsent(path(target), target);
            names.put(path(target).substring(path(target).lastIndexOf('/') + 1), target);
        }
        this.byPath = ImmutableMap.copyOf(paths);
        this.byName = ImmutableListMultimap.copyOf(names);
    }

    /** The names from the root down to the target; {@code Root} itself. */
    static String path(PolicyTarget target) {
        int slash = target.path().indexOf('/');
        return target.kind() == PolicyTarget.Kind.ROOT
                ? target.path()
                : target.path().substring(slash + 1);
    }

    /** What a phase means; empty after a finding. */
    Optional<PolicyTarget> find(ScalarNode name, Findings findings) {
        ImmutableList<PolicyTarget> named = byName.get(name.text());
        Optional<PolicyTarget> exact = Optional.ofNullable(byPath.get(name.text()));
        if (named.size() > 1) {
            findings.add(
                    OrganizationFindings.AMBIGUOUS_TARGET,
                    name.span(),
                    named.size() + " units or accounts are named " + Printable.quoted(name.text()),
                    "write the whole path; one of "
                            + String.join(
                                    ", ",
                                    named.stream()
                                            .map(PhaseTargets::path)
                                            .limit(5)
                                            .toList()));
            return Optional.empty();
        }
        if (exact.isPresent()) {
            return exact;
        }
        if (named.isEmpty()) {
            findings.add(
                    OrganizationFindings.UNKNOWN_TARGET,
                    name.span(),
                    "no unit or account is named " + Printable.quoted(name.text()),
                    Suggestions.help(name.text(), names()));
        }
        return named.stream().findFirst();
    }

    private ImmutableSet<String> names() {
        return ImmutableSet.<String>builder()
                .addAll(byPath.keySet())
                .addAll(byName.keySet())
                .build();
    }
}

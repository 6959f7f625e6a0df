package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.LocatedPolicy;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the phases of a rollout. What the organization has attached is where they lead to: a phase attaches what is written
 * there, and a policy that has phases at all comes by them to each of its targets.
 */
final class PhaseReader {
    private final Findings findings;
    private final PolicyReferences references;
    private final ImmutableList<PolicyTarget> all;
    private final ImmutableMap<String, ImmutableList<String>> written;
    private final PhaseTargets targets;
    private final PhaseValues values;

    /** Whether the units were read without errors; otherwise nothing is said of what is attached to them. */
    private final boolean sound;

    private final Map<String, SourceSpan> names = new LinkedHashMap<>();

    /** By policy, and then by the path of the target, where a phase attaches it. */
    private final Map<String, Map<String, SourceSpan>> attached = new LinkedHashMap<>();

    /** @param written the policies of each target by its path, as the file names them; others without a name */
    PhaseReader(
            Findings findings,
            PolicyReferences references,
            ImmutableList<PolicyTarget> all,
            ImmutableMap<String, ImmutableList<String>> written) {
        this.findings = findings;
        this.references = references;
        this.all = all;
        this.written = written;
        this.targets = new PhaseTargets(all);
        this.values = new PhaseValues(findings);
        this.sound = !findings.hasErrors();
    }

    ImmutableList<Phase> read(ArrayNode node) {
        List<Phase> phases = new ArrayList<>();
        for (Node element : node.elements()) {
            if (element instanceof ObjectNode object) {
                phase(object).ifPresent(phases::add);
            } else {
                findings.add(
                        OrganizationFindings.WRONG_TYPE,
                        element.span(),
                        "a phase is an object with `name`, `attach` and `to`, not " + element.kind());
            }
        }
        new PhaseOrder(findings).check(phases);
        if (!findings.hasErrors()) {
            reportLeftOut();
        }
        return ImmutableList.copyOf(phases);
    }

    private Optional<Phase> phase(ObjectNode object) {
        Fields fields = new Fields(object, findings, OrganizationFindings.WRONG_TYPE);
        Optional<ScalarNode> name =
                fields.scalar("name").filter(node -> !node.text().isBlank());
        if (name.isEmpty()) {
            missing(fields, "name", "a phase needs a `name`");
        }
        name.ifPresent(this::checkName);
        ImmutableList<ScalarNode> policies = list(fields, "attach", "the policies that a phase attaches");
        ImmutableList<ScalarNode> places = list(fields, "to", "the units or accounts that a phase attaches to");
        Phase phase = new Phase(
                name.map(ScalarNode::text).orElse(""),
                attachments(policies, places),
                values.day(fields, "start"),
                values.day(fields, "attached"),
                values.quiet(fields),
                name.map(ScalarNode::span).orElse(object.span()));
        fields.reportUnknown(OrganizationFindings.UNKNOWN_KEY, "key");
        return name.map(found -> phase);
    }

    private void checkName(ScalarNode name) {
        SourceSpan first = names.putIfAbsent(name.text(), name.span());
        if (first != null) {
            findings.add(
                    OrganizationFindings.DUPLICATE_PHASE,
                    name.span(),
                    "a second phase is named " + Printable.quoted(name.text()) + "; the first is in line "
                            + first.line(),
                    "the state of a plan goes by the names of phases");
        }
    }

    private ImmutableList<ScalarNode> list(Fields fields, String key, String what) {
        ImmutableList<ScalarNode> found = ImmutableList.copyOf(fields.scalars(key));
        Optional<Node> node = fields.node(key);
        boolean empty = node.isEmpty()
                || (node.get() instanceof ArrayNode given && given.elements().isEmpty());
        if (empty) {
            missing(fields, key, "`" + key + "` names " + what + ", at least one");
        }
        return found;
    }

    private void missing(Fields fields, String key, String message) {
        findings.add(OrganizationFindings.MISSING_KEY, fields.keySpan(key).orElse(fields.span()), message);
    }

    private ImmutableList<PolicyTarget> attachments(
            ImmutableList<ScalarNode> policies, ImmutableList<ScalarNode> places) {
        int before = findings.errorCount();
        List<LocatedPolicy> documents = new ArrayList<>();
        for (ScalarNode policy : policies) {
            if (policy.text().equals(LocatedPolicy.FULL_AWS_ACCESS.name())) {
                findings.add(
                        OrganizationFindings.INVALID_VALUE,
                        policy.span(),
                        "FullAWSAccess is attached by AWS, not by a phase");
            } else {
                references.resolve(policy).ifPresent(documents::addAll);
            }
        }
        ImmutableList.Builder<PolicyTarget> found = ImmutableList.builder();
        for (ScalarNode place : sound ? places : ImmutableList.<ScalarNode>of()) {
            Optional<PolicyTarget> target = targets.find(place, findings);
            if (target.isPresent()) {
                policies.forEach(policy -> checkAttached(policy, place, target.get()));
                if (findings.errorCount() == before) {
                    found.add(attachment(target.get(), policies, documents, place));
                }
            }
        }
        return found.build();
    }

    private void checkAttached(ScalarNode policy, ScalarNode place, PolicyTarget target) {
        String path = PhaseTargets.path(target);
        String name = Printable.quoted(policy.text());
        if (!writtenAt(target).contains(policy.text())) {
            findings.add(
                    OrganizationFindings.PHASE_DIFFERS,
                    place.span(),
                    name + " is not among the `policies` of " + Printable.quoted(path),
                    "the phases lead to what organization.yaml attaches; add it there, or leave it out here");
        }
        SourceSpan first = attached.computeIfAbsent(policy.text(), key -> new LinkedHashMap<>())
                .putIfAbsent(path, place.span());
        if (first != null) {
            findings.add(
                    OrganizationFindings.DUPLICATE_ATTACHMENT,
                    place.span(),
                    name + " is attached to " + Printable.quoted(path) + " by phases twice; first in line "
                            + first.line());
        }
    }

    private ImmutableList<String> writtenAt(PolicyTarget target) {
        return written.getOrDefault(PhaseTargets.path(target), ImmutableList.of());
    }

    /** The documents of the phase; where those of the target are packed together, all of them or none. */
    private PolicyTarget attachment(
            PolicyTarget target, ImmutableList<ScalarNode> policies, List<LocatedPolicy> documents, ScalarNode place) {
        List<String> phase = policies.stream().map(ScalarNode::text).toList();
        ImmutableList<LocatedPolicy> own = target.policies().stream()
                .filter(policy -> !policy.equals(LocatedPolicy.FULL_AWS_ACCESS))
                .collect(ImmutableList.toImmutableList());
        boolean whole = writtenAt(target).stream()
                .allMatch(name -> phase.contains(name) || name.equals(LocatedPolicy.FULL_AWS_ACCESS.name()));
        if (!whole && !own.containsAll(documents)) {
            findings.add(
                    OrganizationFindings.PHASE_PACKED,
                    place.span(),
                    "the policies of " + Printable.quoted(PhaseTargets.path(target))
                            + " are packed together, so a part of them cannot be attached",
                    "attach all of them in one phase");
        }
        return new PolicyTarget(
                target.kind(), target.path(), target.id(), whole ? own : ImmutableList.copyOf(documents));
    }

    private void reportLeftOut() {
        attached.forEach((policy, paths) -> all.stream()
                .filter(target -> writtenAt(target).contains(policy) && !paths.containsKey(PhaseTargets.path(target)))
                .forEach(target -> findings.add(
                        OrganizationFindings.PHASE_INCOMPLETE,
                        paths.values().iterator().next(),
                        "no phase attaches " + Printable.quoted(policy) + " to "
                                + Printable.quoted(PhaseTargets.path(target)) + ", which has it",
                        "add a phase for it; what is attached there already needs none of its own")));
    }
}

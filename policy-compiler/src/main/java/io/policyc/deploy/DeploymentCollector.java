package io.policyc.deploy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.organization.PolicyTarget;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyWriter;
import io.policyc.source.SourceSpan;
import io.policyc.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the policies of a repository and what each is attached to. */
final class DeploymentCollector {
    /** The limit of the API's PolicyDescription. */
    private static final int LONGEST_DESCRIPTION = 512;

    /** More places than this are not named in one message. */
    private static final int MOST_PLACES = 5;

    /** A policy while its targets are collected. */
    private record Draft(String name, Optional<String> description, String content, Set<String> targets) {}

    private final Workspace workspace;
    private final Findings findings = new Findings();
    private final Map<LocatedPolicy, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, LocatedPolicy> names = new LinkedHashMap<>();

    DeploymentCollector(Workspace workspace) {
        this.workspace = workspace;
        names.put(key(LocatedPolicy.FULL_AWS_ACCESS.name()), LocatedPolicy.FULL_AWS_ACCESS);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Checked<Deployment> collect() {
        workspace.compilations().forEach(this::compiled);
        workspace.packedNodes().stream()
                .flatMap(node -> node.documents().stream())
                .forEach(document -> draft(
                        document.name(), Optional.empty(), document.policy(), document.minified(), Optional.empty()));
        ImmutableList<PolicyTarget> targets = workspace
                .organization()
                .map(organization -> organization.targets())
                .orElse(ImmutableList.of());
        UnitPlaces places = UnitPlaces.of(workspace);
        targets.forEach(target -> attach(target, places));
        note(targets);
        if (findings.hasErrors()) {
            return findings.withoutValue();
        }
        return findings.with(new Deployment(
                drafts.values().stream().map(DeploymentCollector::deployed).collect(ImmutableList.toImmutableList())));
    }

    private void compiled(Compilation compilation) {
        Optional<String> description = compilation.intent().description();
        SourceSpan place = compilation.intent().place();
        if (description.filter(text -> text.length() > LONGEST_DESCRIPTION).isPresent()) {
            findings.add(
                    DeployFindings.LONG_DESCRIPTION,
                    place,
                    "the description of " + Printable.quoted(compilation.name()) + " has "
                            + description.get().length() + " characters; AWS takes " + LONGEST_DESCRIPTION,
                    "shorten it; more can be said in a comment");
        }
        for (CompiledDocument document : compilation.documents()) {
            draft(document.name(), description, document.policy(), document.minified(), Optional.of(place));
        }
    }

    private void draft(
            String name,
            Optional<String> description,
            LocatedPolicy policy,
            String content,
            Optional<SourceSpan> place) {
        LocatedPolicy first = names.putIfAbsent(key(name), policy);
        if (first != null) {
            findings.add(new Finding(
                    DeployFindings.DUPLICATE_NAME,
                    "two policies would be named " + Printable.quoted(name),
                    place,
                    Optional.of("names are unique in an organization; rename one of the files")));
        }
        drafts.put(policy, new Draft(name, description, content, new LinkedHashSet<>()));
    }

    private void attach(PolicyTarget target, UnitPlaces places) {
        boolean reported = false;
        for (LocatedPolicy policy : target.policies()) {
            if (policy.equals(LocatedPolicy.FULL_AWS_ACCESS)) {
                continue;
            }
            if (!drafts.containsKey(policy)) {
                handWritten(policy);
            }
            Optional<Draft> draft = Optional.ofNullable(drafts.get(policy));
            if (target.id().isPresent()) {
                draft.ifPresent(found -> found.targets().add(target.id().get()));
            } else if (!reported) {
                reportMissingId(target, places);
                reported = true;
            }
        }
    }

    private void reportMissingId(PolicyTarget target, UnitPlaces places) {
        boolean root = target.kind() == PolicyTarget.Kind.ROOT;
        findings.add(new Finding(
                DeployFindings.MISSING_ID,
                (root ? "the root" : target.kind().word() + " " + Printable.quoted(target.path()))
                        + " has policies and no `id`",
                places.of(target.path()),
                Optional.of(
                        root
                                ? "add `id: r-…`, as `aws organizations list-roots` prints it"
                                : "add `id: ou-…`, as `aws organizations list-organizational-units-for-parent`"
                                        + " prints it")));
    }

    /** A document goes by its file's path; one that is written out in the organization has no name to go by. */
    private void handWritten(LocatedPolicy policy) {
        Optional<String> name = ToolNames.ofPath(policy.name());
        if (name.isPresent()) {
            draft(
                    name.get(),
                    Optional.empty(),
                    policy,
                    PolicyWriter.minified(policy.document()),
                    policy.statementPlace(0));
            return;
        }
        findings.add(new Finding(
                DeployFindings.NO_NAME,
                Printable.quoted(policy.name()) + " has no name that AWS could know it by",
                policy.statementPlace(0),
                Optional.of("put the document into a file under policies/, named with ASCII characters")));
        drafts.put(policy, new Draft("", Optional.empty(), "", new LinkedHashSet<>()));
    }

    private void note(ImmutableList<PolicyTarget> targets) {
        if (drafts.isEmpty()) {
            return;
        }
        if (targets.isEmpty()) {
            findings.add(Finding.withoutPlace(
                            DeployFindings.NO_TARGETS, "without organization.yaml the policies have no targets")
                    .withHelp("describe the organization, or attach them by hand"));
            return;
        }
        ImmutableSet<String> without = targets.stream()
                .filter(target -> !target.policies().contains(LocatedPolicy.FULL_AWS_ACCESS))
                .map(PolicyTarget::path)
                .collect(ImmutableSet.toImmutableSet());
        List<String> shown = new ArrayList<>();
        without.stream().limit(MOST_PLACES).map(Printable::quoted).forEach(shown::add);
        if (without.size() > shown.size()) {
            shown.add("…");
        }
        findings.add(Finding.withoutPlace(
                        DeployFindings.FULL_AWS_ACCESS,
                        "FullAWSAccess is AWS's own policy and is neither emitted nor detached")
                .withHelp(
                        without.isEmpty()
                                ? "AWS attaches it to every new root, unit and account; leave it there"
                                : "detach it by hand, after the deployment, from " + String.join(", ", shown)));
    }

    private static DeployedPolicy deployed(Draft draft) {
        return new DeployedPolicy(
                draft.name(), draft.description(), draft.content(), ImmutableList.copyOf(draft.targets()));
    }
}

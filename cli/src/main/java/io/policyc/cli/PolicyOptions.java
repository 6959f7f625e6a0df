package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.TestedPolicies;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Suggestions;
import io.policyc.node.SourceFiles;
import io.policyc.organization.Organization;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.request.Accounts;
import io.policyc.simulator.Simulator;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFindings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say which policies a request meets: some policies, or an organization as it is. */
final class PolicyOptions {
    @Option(
            names = "--policy",
            paramLabel = "FILE|NAME",
            description = "An intent's file or name, or the JSON text of an SCP; may be repeated. FullAWSAccess stands"
                    + " beside them unless one of them allows something.")
    List<String> policies = new ArrayList<>();

    @Option(
            names = "--organization",
            paramLabel = "FILE",
            description = "What is attached where. Default without --policy: organization.yaml of the repository in the"
                    + " current directory.")
    Optional<Path> organization = Optional.empty();

    @ArgGroup(exclusive = false)
    OtherPolicyOptions others = new OtherPolicyOptions();

    /** What requests are evaluated against, prepared. */
    record Simulation(TestedPolicies policies, Simulator simulator) {
        static Simulation of(TestedPolicies policies) {
            return new Simulation(policies, policies.simulator());
        }

        Accounts accounts() {
            return policies.accounts(Optional.empty());
        }
    }

    boolean isGiven() {
        return !policies.isEmpty() || organization.isPresent() || others.isGiven();
    }

    Checked<Simulation> simulation(GlobalOptions options) {
        return simulation(options, Optional.empty());
    }

    /** @param role that the request asks for, with the trust policy that it has in the repository */
    Checked<Simulation> simulation(GlobalOptions options, Optional<AssumedRole> role) {
        if (!policies.isEmpty() && organization.isPresent()) {
            throw new UsageException("give --policy or --organization, not both: an organization names its policies");
        }
        return organizationPolicies(options, role.isPresent())
                .map(found ->
                        role.flatMap(AssumedRole::trust).map(found::withTrust).orElse(found))
                .then(found -> others.read(found, options))
                .map(Simulation::of);
    }

    private Checked<TestedPolicies> organizationPolicies(GlobalOptions options, boolean ofRole) {
        if (!policies.isEmpty()) {
            return trial(options);
        }
        return organization.isEmpty() && (ofRole || others.isGiven())
                ? organizationIfAny(options)
                : organization(options);
    }

    /** Beside other policies there need not be an organization. */
    private Checked<TestedPolicies> organizationIfAny(GlobalOptions options) {
        Checked<TestedPolicies> found = organization(options);
        boolean nothingThere = found.value().isEmpty()
                && found.findings().stream().allMatch(finding -> finding.id().equals(WorkspaceFindings.NOTHING_FOUND));
        return nothingThere ? Checked.of(TestedPolicies.NONE) : found;
    }

    /** The repository that names of policies are looked up in: the one in or above the current directory. */
    Checked<Workspace> workspace(GlobalOptions options) {
        return Workspace.open(Target.current(options));
    }

    private Checked<TestedPolicies> organization(GlobalOptions options) {
        if (organization.isPresent()) {
            return organizationFile(organization.get(), options);
        }
        Findings findings = new Findings();
        Optional<Workspace> workspace = findings.take(workspace(options));
        Optional<Organization> found = workspace.flatMap(Workspace::organization);
        if (findings.hasErrors()) {
            return findings.withoutValue();
        }
        if (found.isEmpty()) {
            findings.add(
                    Finding.withoutPlace(WorkspaceFindings.NOTHING_FOUND, "no policies to evaluate the request against")
                            .withHelp("give --policy FILE or --organization FILE, or start in a repository with an"
                                    + " organization.yaml (-C DIR)"));
            return findings.withoutValue();
        }
        return findings.with(TestedPolicies.of(found.get()));
    }

    private static Checked<TestedPolicies> organizationFile(Path argument, GlobalOptions options) {
        Findings findings = new Findings();
        Optional<Workspace> workspace = Files.isRegularFile(options.resolve(argument))
                ? findings.take(Workspace.open(Target.of(argument, options).workspace()))
                : Optional.empty();
        Optional<Organization> found = findings.take(SourceFiles.read(options.resolve(argument), argument.toString())
                .then(source ->
                        workspace.map(opened -> opened.organization(source)).orElseGet(findings::withoutValue)));
        return findings.hasErrors() || found.isEmpty()
                ? findings.withoutValue()
                : findings.with(TestedPolicies.of(found.get()));
    }

    private Checked<TestedPolicies> trial(GlobalOptions options) {
        Findings findings = new Findings();
        ImmutableList.Builder<LocatedPolicy> found = ImmutableList.builder();
        for (String policy : policies) {
            Path file = options.resolve(Path.of(policy));
            Checked<ImmutableList<LocatedPolicy>> resolved =
                    Files.isRegularFile(file) ? fromFile(Path.of(policy), options) : fromName(policy, options);
            findings.take(resolved).ifPresent(found::addAll);
        }
        if (findings.hasErrors()) {
            return findings.withoutValue();
        }
        return findings.with(TestedPolicies.trial(found.build()));
    }

    private static Checked<ImmutableList<LocatedPolicy>> fromFile(Path file, GlobalOptions options) {
        Target target = Target.of(file, options);
        if (target.isJson()) {
            return SourceFiles.read(options.resolve(file), file.toString())
                    .then(source -> PolicyReader.read(file.toString(), source, PolicyType.SERVICE_CONTROL_POLICY))
                    .map(ImmutableList::of);
        }
        return target.openWorkspace()
                .map(workspace -> workspace.compilations().stream()
                        .flatMap(compilation -> compilation.policies().stream())
                        .collect(ImmutableList.toImmutableList()));
    }

    private Checked<ImmutableList<LocatedPolicy>> fromName(String name, GlobalOptions options) {
        if (name.equals(LocatedPolicy.FULL_AWS_ACCESS.name())) {
            return Checked.of(ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS));
        }
        return workspace(options)
                .then(workspace -> workspace
                        .resolver()
                        .resolve(name, PolicyType.SERVICE_CONTROL_POLICY)
                        .orElseGet(() -> Checked.failed(Finding.withoutPlace(
                                        WorkspaceFindings.NOTHING_FOUND,
                                        "`" + name + "` is neither a file nor a policy's name")
                                .withHelp(Suggestions.help(
                                        name, workspace.resolver().names())))));
    }
}

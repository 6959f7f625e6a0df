package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Suggestions;
import io.policyc.node.SourceFiles;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationReader;
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

    /** What requests are evaluated against. */
    record Simulation(Simulator simulator, Accounts accounts) {}

    boolean isGiven() {
        return !policies.isEmpty() || organization.isPresent();
    }

    Checked<Simulation> simulation(GlobalOptions options) {
        if (!policies.isEmpty() && organization.isPresent()) {
            throw new UsageException("give --policy or --organization, not both: an organization names its policies");
        }
        return policies.isEmpty() ? organization(options) : trial(options);
    }

    /** The repository that names of policies are looked up in: the one in or above the current directory. */
    Checked<Workspace> workspace(GlobalOptions options) {
        return Workspace.open(Target.current(options));
    }

    private Checked<Simulation> organization(GlobalOptions options) {
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
        return findings.with(simulation(found.get()));
    }

    private static Checked<Simulation> organizationFile(Path argument, GlobalOptions options) {
        Findings findings = new Findings();
        Optional<Workspace> workspace = Files.isRegularFile(options.resolve(argument))
                ? findings.take(Workspace.open(Target.of(argument, options).workspace()))
                : Optional.empty();
        Optional<Organization> found = findings.take(SourceFiles.read(options.resolve(argument), argument.toString())
                .then(source -> workspace
                        .map(opened -> OrganizationReader.read(
                                source, opened.resolver(), opened.settings().limits()))
                        .orElseGet(findings::withoutValue)));
        return findings.hasErrors() || found.isEmpty()
                ? findings.withoutValue()
                : findings.with(simulation(found.get()));
    }

    private static Simulation simulation(Organization organization) {
        return new Simulation(Simulator.prepare(organization), Accounts.of(organization.accountIds()));
    }

    private Checked<Simulation> trial(GlobalOptions options) {
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
        Simulator simulator = Simulator.prepare(ImmutableList.of(Organization.trial(found.build())));
        return findings.with(new Simulation(simulator, Accounts.WITHOUT_ORGANIZATION));
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
                        .map(compilation -> compilation.policy())
                        .collect(ImmutableList.toImmutableList()));
    }

    private Checked<ImmutableList<LocatedPolicy>> fromName(String name, GlobalOptions options) {
        return workspace(options)
                .then(workspace -> workspace
                        .resolver()
                        .resolve(name)
                        .orElseGet(() -> Checked.failed(Finding.withoutPlace(
                                        WorkspaceFindings.NOTHING_FOUND,
                                        "`" + name + "` is neither a file nor a policy's name")
                                .withHelp(Suggestions.help(
                                        name, workspace.resolver().names())))));
    }
}

package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.coverage.MeasuredPolicies;
import io.policyc.expectation.ExpectationContext;
import io.policyc.expectation.TestFile;
import io.policyc.expectation.TestFileReader;
import io.policyc.expectation.TestFindings;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationFindings;
import io.policyc.organization.OrganizationReader;
import io.policyc.organization.PolicyResolver;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import io.policyc.request.RequestFindings;
import io.policyc.role.CompiledRole;
import io.policyc.role.RoleContext;
import io.policyc.source.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy repository, read and compiled: its intents, its roles, its hand-written SCPs, and its organization. Tests are
 * read when they are asked for.
 */
public final class Workspace {
    /** What may only follow from an intent whose name cannot be read. */
    private static final ImmutableSet<FindingId> UNKNOWN_POLICY =
            ImmutableSet.of(OrganizationFindings.UNKNOWN_POLICY, TestFindings.UNKNOWN_POLICY);

    /** What may only follow from an organization that cannot be read. */
    private static final ImmutableSet<FindingId> UNKNOWN_ORGANIZATION =
            ImmutableSet.of(TestFindings.NO_ORGANIZATION, RequestFindings.UNKNOWN_ACCOUNT);

    private final WorkspaceFiles files;
    private final Settings settings;
    private final ImmutableList<Compilation> compilations;
    private final ImmutableList<CompiledRole> roles;
    private final ImmutableList<LocatedPolicy> handWritten;
    private final Optional<Organization> organization;
    private final ImmutableList<PackedNode> packedNodes;
    private final PolicyResolver resolver;
    private final ImmutableSet<FindingId> consequences;

    private Workspace(
            WorkspaceFiles files,
            Settings settings,
            ImmutableList<Compilation> compilations,
            ImmutableList<CompiledRole> roles,
            ImmutableList<LocatedPolicy> handWritten,
            Optional<Organization> organization,
            ImmutableList<PackedNode> packedNodes,
            PolicyResolver resolver,
            ImmutableSet<FindingId> consequences) {
        this.files = files;
        this.settings = settings;
        this.compilations = compilations;
        this.roles = roles;
        this.handWritten = handWritten;
        this.organization = organization;
        this.packedNodes = packedNodes;
        this.resolver = resolver;
        this.consequences = consequences;
    }

    /** Opens the repository in a folder. Everything that is wrong with its files is found in one run. */
    public static Checked<Workspace> open(Path folder) {
        return open(new WorkspaceFiles(folder, folder));
    }

    public static Checked<Workspace> open(WorkspaceFiles files) {
        Findings findings = new Findings();
        if (!Files.isDirectory(files.root())) {
            findings.add(noFolder(files));
            return findings.withoutValue();
        }
        Settings settings = settings(files, findings);
        CompiledIntents intents = CompiledIntents.of(files, files.intents(findings), compiler(settings), findings);
        CompiledPolicies resolver = new CompiledPolicies(files, intents);
        ImmutableList<LocatedPolicy> handWritten = handWritten(files, resolver, findings);
        ImmutableSet.Builder<FindingId> consequences =
                ImmutableSet.<FindingId>builder().add(WorkspaceFindings.BROKEN_POLICY);
        if (!intents.allNamed()) {
            consequences.addAll(UNKNOWN_POLICY);
        }
        ImmutableSet<FindingId> ofIntents = consequences.build();
        NodePacking packing = new NodePacking(settings.limits(), intents.compilations());
        Optional<Path> file = files.organization();
        Optional<Organization> organization = file.flatMap(found -> findings.take(ownFindings(
                files.read(found).then(source -> OrganizationReader.read(source, resolver, settings.limits(), packing)),
                ofIntents)));
        if (file.isPresent() && organization.isEmpty()) {
            consequences.addAll(UNKNOWN_ORGANIZATION);
        }
        List<Path> roleFiles = files.roles(findings);
        ImmutableList<CompiledRole> roles =
                CompiledRoles.of(files, roleFiles, context(settings, organization), findings);
        if (roles.size() < roleFiles.size()) {
            consequences.addAll(UNKNOWN_POLICY);
        }
        return findings.with(new Workspace(
                files,
                settings,
                intents.compilations(),
                roles,
                handWritten,
                organization,
                packing.nodes(),
                new RolePolicies(resolver, roles),
                consequences.build()));
    }

    private static PolicyCompiler compiler(Settings settings) {
        return PolicyCompiler.withLimits(settings.limits()).with(settings.intents());
    }

    /** Without what only follows from mistakes in other files: an intent that does not compile is no unknown policy. */
    private static <T> Checked<T> ownFindings(Checked<T> checked, ImmutableSet<FindingId> consequences) {
        return new Checked<>(
                checked.value(),
                checked.findings().stream()
                        .filter(finding -> !consequences.contains(finding.id()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Opens one intent of a repository with its settings, and nothing else of it. */
    public static Checked<Workspace> openIntent(WorkspaceFiles files, Path intent) {
        Findings findings = new Findings();
        Settings settings = settings(files, findings);
        CompiledIntents intents = CompiledIntents.of(files, List.of(intent), compiler(settings), findings);
        return findings.with(new Workspace(
                files,
                settings,
                intents.compilations(),
                ImmutableList.of(),
                ImmutableList.of(),
                Optional.empty(),
                ImmutableList.of(),
                new CompiledPolicies(files, intents),
                ImmutableSet.of()));
    }

    /** Opens one role of a repository with its settings and the names of its accounts, and nothing else of it. */
    public static Checked<Workspace> openRole(WorkspaceFiles files, Path role) {
        // What is wrong elsewhere is not said of this file: it is looked at for names only.
        Checked<Workspace> around = open(files);
        Settings settings = around.value().map(Workspace::settings).orElse(Settings.DEFAULT);
        RoleContext context = context(settings, around.value().flatMap(Workspace::organization));
        Findings findings = new Findings();
        ImmutableList<CompiledRole> roles = CompiledRoles.of(files, List.of(role), context, findings);
        CompiledIntents none = new CompiledIntents(ImmutableList.of(), ImmutableSet.of(), true);
        return findings.with(new Workspace(
                files,
                settings,
                ImmutableList.of(),
                roles,
                ImmutableList.of(),
                Optional.empty(),
                ImmutableList.of(),
                new CompiledPolicies(files, none),
                ImmutableSet.of()));
    }

    private static RoleContext context(Settings settings, Optional<Organization> organization) {
        return new RoleContext(
                settings.intents(), organization.map(Organization::accountIds).orElse(ImmutableMap.of()));
    }

    /** The settings of a repository and nothing else of it. */
    public static Checked<Settings> settings(WorkspaceFiles files) {
        Findings findings = new Findings();
        Settings settings = settings(files, findings);
        return findings.with(settings);
    }

    private static Settings settings(WorkspaceFiles files, Findings findings) {
        return files.settings()
                .flatMap(file -> findings.take(files.read(file).then(Settings::read)))
                .orElse(Settings.DEFAULT);
    }

    public WorkspaceFiles files() {
        return files;
    }

    public Settings settings() {
        return settings;
    }

    /** The compiled intents, in the order of their files' names. */
    public ImmutableList<Compilation> compilations() {
        return compilations;
    }

    /** The compiled roles, in the order of their files' names. */
    public ImmutableList<CompiledRole> roles() {
        return roles;
    }

    /** The documents that the intents were compiled to, and those that stand for several of them on a node. */
    public ImmutableList<CompiledDocument> documents() {
        return Stream.concat(
                        compilations.stream().flatMap(compilation -> compilation.documents().stream()),
                        packedNodes.stream().flatMap(node -> node.documents().stream()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The nodes on which one set of documents stands for several policies. */
    public ImmutableList<PackedNode> packedNodes() {
        return packedNodes;
    }

    /** The SCP documents under {@code policies/}. */
    public ImmutableList<LocatedPolicy> handWritten() {
        return handWritten;
    }

    /** Reads the description of another organization, with the policies of the repository. */
    public Checked<Organization> organization(SourceText source) {
        NodePacking packing = new NodePacking(settings.limits(), compilations);
        return OrganizationReader.read(source, resolver, settings.limits(), packing);
    }

    /** The organization, if the repository describes one; its nodes have what is attached to them after packing. */
    public Optional<Organization> organization() {
        return organization;
    }

    /** Finds policies by the names and paths that files of the repository use. */
    public PolicyResolver resolver() {
        return resolver;
    }

    /** What tests of the repository can exercise. */
    public MeasuredPolicies measured() {
        return new RepositoryCoverage(compilations, handWritten, packedNodes);
    }

    /** Reads all test files. */
    public Checked<ImmutableList<TestFile>> tests() {
        Findings findings = new Findings();
        ImmutableList<Path> testFiles = files.tests(findings);
        return findings.with(testFiles).then(this::tests);
    }

    public Checked<ImmutableList<TestFile>> tests(List<Path> testFiles) {
        Findings findings = new Findings();
        ImmutableList.Builder<TestFile> tests = ImmutableList.builder();
        ExpectationContext context = new ExpectationContext(resolver, organization, new RepositoryFiles(files));
        for (Path file : testFiles) {
            findings.take(ownFindings(
                            files.read(file).then(source -> TestFileReader.read(source, context)), consequences))
                    .ifPresent(tests::add);
        }
        return findings.with(tests.build());
    }

    private static Finding noFolder(WorkspaceFiles files) {
        String name = files.shown().toString();
        boolean fileMeant = Files.exists(files.root()) || name.endsWith(".yaml") || name.endsWith(".json");
        Finding finding = Finding.withoutPlace(
                WorkspaceFindings.NOTHING_FOUND,
                Files.exists(files.root())
                        ? "`" + name + "` is neither a file nor a folder"
                        : "there is no " + (fileMeant ? "file" : "folder") + " `" + name + "`");
        return fileMeant ? finding : finding.withHelp("`policyc init " + name + "` makes a repository there");
    }

    private static ImmutableList<LocatedPolicy> handWritten(
            WorkspaceFiles files, PolicyResolver resolver, Findings findings) {
        ImmutableList.Builder<LocatedPolicy> policies = ImmutableList.builder();
        for (Path file : files.policies(findings)) {
            resolver.resolve(files.relativeName(file), PolicyType.SERVICE_CONTROL_POLICY)
                    .flatMap(findings::take)
                    .ifPresent(policies::addAll);
        }
        return policies.build();
    }
}

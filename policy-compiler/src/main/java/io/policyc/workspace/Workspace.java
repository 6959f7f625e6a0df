package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.expectation.ExpectationContext;
import io.policyc.expectation.TestFile;
import io.policyc.expectation.TestFileReader;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationReader;
import io.policyc.organization.PolicyResolver;
import io.policyc.policy.LocatedPolicy;
import io.policyc.source.SourceSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy repository, read and compiled: its intents, its hand-written SCPs, and its organization. Tests are read when
 * they are asked for.
 */
public final class Workspace {
    private final WorkspaceFiles files;
    private final Settings settings;
    private final ImmutableList<Compilation> compilations;
    private final ImmutableList<LocatedPolicy> handWritten;
    private final Optional<Organization> organization;
    private final PolicyResolver resolver;

    private Workspace(
            WorkspaceFiles files,
            Settings settings,
            ImmutableList<Compilation> compilations,
            ImmutableList<LocatedPolicy> handWritten,
            Optional<Organization> organization,
            PolicyResolver resolver) {
        this.files = files;
        this.settings = settings;
        this.compilations = compilations;
        this.handWritten = handWritten;
        this.organization = organization;
        this.resolver = resolver;
    }

    /** Opens the repository in a folder. Everything that is wrong with its files is found in one run. */
    public static Checked<Workspace> open(Path folder) {
        return open(new WorkspaceFiles(folder, folder));
    }

    public static Checked<Workspace> open(WorkspaceFiles files) {
        Findings findings = new Findings();
        if (!Files.isDirectory(files.root())) {
            findings.add(
                    Finding.withoutPlace(WorkspaceFindings.NOTHING_FOUND, "there is no folder `" + files.shown() + "`")
                            .withHelp("`policyc init " + files.shown() + "` makes a repository there"));
            return findings.withoutValue();
        }
        Settings settings = settings(files, findings);
        List<Compilation> compilations = compile(files, files.intents(), settings, findings);
        CompiledPolicies resolver = new CompiledPolicies(files, compilations);
        ImmutableList<LocatedPolicy> handWritten = handWritten(files, resolver, findings);
        // An intent that does not compile would be an unknown policy to the organization too: said once is enough.
        Optional<Path> organizationFile = findings.hasErrors() ? Optional.empty() : files.organization();
        Optional<Organization> organization = organizationFile.flatMap(file -> findings.take(
                files.read(file).then(source -> OrganizationReader.read(source, resolver, settings.limits()))));
        return findings.with(new Workspace(
                files, settings, ImmutableList.copyOf(compilations), handWritten, organization, resolver));
    }

    /** Opens one intent of a repository with its settings, and nothing else of it. */
    public static Checked<Workspace> openIntent(WorkspaceFiles files, Path intent) {
        Findings findings = new Findings();
        Settings settings = settings(files, findings);
        List<Compilation> compilations = compile(files, List.of(intent), settings, findings);
        return findings.with(new Workspace(
                files,
                settings,
                ImmutableList.copyOf(compilations),
                ImmutableList.of(),
                Optional.empty(),
                new CompiledPolicies(files, compilations)));
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

    /** The SCP documents under {@code policies/}. */
    public ImmutableList<LocatedPolicy> handWritten() {
        return handWritten;
    }

    /** The organization, if the repository describes one. */
    public Optional<Organization> organization() {
        return organization;
    }

    /** Finds policies by the names and paths that files of the repository use. */
    public PolicyResolver resolver() {
        return resolver;
    }

    /** Reads all test files. */
    public Checked<ImmutableList<TestFile>> tests() {
        return tests(files.tests());
    }

    public Checked<ImmutableList<TestFile>> tests(List<Path> testFiles) {
        Findings findings = new Findings();
        ImmutableList.Builder<TestFile> tests = ImmutableList.builder();
        ExpectationContext context = new ExpectationContext(resolver, organization);
        for (Path file : testFiles) {
            findings.take(files.read(file).then(source -> TestFileReader.read(source, context)))
                    .ifPresent(tests::add);
        }
        return findings.with(tests.build());
    }

    /** Compiles each file; two policies of one name are reported with both places. */
    private static List<Compilation> compile(
            WorkspaceFiles files, List<Path> intents, Settings settings, Findings findings) {
        PolicyCompiler compiler = PolicyCompiler.withLimits(settings.limits());
        List<Compilation> compilations = new ArrayList<>();
        Map<String, SourceSpan> names = new HashMap<>();
        for (Path file : intents) {
            findings.take(files.read(file).then(compiler::compile)).ifPresent(compilation -> {
                SourceSpan first = names.putIfAbsent(
                        compilation.intent().name(), compilation.intent().place());
                if (first == null) {
                    compilations.add(compilation);
                } else {
                    findings.add(
                            WorkspaceFindings.DUPLICATE_POLICY,
                            compilation.intent().place(),
                            "policy `" + compilation.intent().name() + "` is already defined at " + first,
                            "names are unique in a repository; they name the files in dist/");
                }
            });
        }
        return compilations;
    }

    private static ImmutableList<LocatedPolicy> handWritten(
            WorkspaceFiles files, PolicyResolver resolver, Findings findings) {
        ImmutableList.Builder<LocatedPolicy> policies = ImmutableList.builder();
        for (Path file : files.policies()) {
            resolver.resolve(files.relativeName(file)).flatMap(findings::take).ifPresent(policies::addAll);
        }
        return policies.build();
    }
}

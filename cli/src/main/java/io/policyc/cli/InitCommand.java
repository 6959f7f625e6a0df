package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.guardrail.Guardrail;
import io.policyc.guardrail.GuardrailIntent;
import io.policyc.node.SourceFiles;
import io.policyc.workspace.AtomicFiles;
import io.policyc.workspace.GuardrailTests;
import io.policyc.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policyc init}. */
@Command(
        name = "init",
        header = "Make a policy repository that builds and tests at once.",
        description = {
            "",
            "It has settings, an organization, one intent, its tests, and a workflow for GitHub Actions. Files",
            "that exist are not overwritten.",
            "With --guardrail the intents are such that use the ready-made ones; in a repository that is",
            "there already, only these and their tests are added.",
            "With --github-oidc a role for GitHub Actions is added too: roles/github-deploy.role.yaml, its tests,",
            "and .github/workflows/deploy.yml, which needs no access keys.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc init my-policies",
            "  policyc init --guardrail no-root-user my-policies",
            "  policyc init --github-oidc acme/shop --account 111122223333 my-policies"
        })
final class InitCommand implements Callable<Integer> {
    /** Builds, checks and tests the policies on each change. */
    private static final String WORKFLOW = ".github/workflows/policies.yaml";

    /** The files of a new repository, which are also resources under init/. */
    static final ImmutableList<String> FILES = ImmutableList.of(
            WorkspaceFiles.SETTINGS,
            WorkspaceFiles.ORGANIZATION,
            "intents/deny-long-lived-credentials.policy.yaml",
            "tests/deny-long-lived-credentials.test.yaml",
            WORKFLOW);

    /** The intent of a new repository, which its organization attaches. */
    private static final String FIRST_POLICY = "DenyLongLivedCredentials";

    private final GlobalOptions options;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where; made if it does not exist. Default: the current directory.")
    Path argument = Path.of(".");

    @Option(
            names = "--guardrail",
            paramLabel = "NAME",
            description = "Add an intent that uses this guardrail, and its tests; can be repeated.")
    List<String> guardrails = new ArrayList<>();

    @Mixin
    GithubOptions github = new GithubOptions();

    InitCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = options.resolve(argument);
        ImmutableSet<Guardrail> used =
                guardrails.stream().map(GuardrailsCommand::named).collect(ImmutableSet.toImmutableSet());
        Optional<GithubDeployment> deployment = github.deployment();
        boolean adds = !used.isEmpty() || deployment.isPresent();
        boolean existed = adds && WorkspaceFiles.isRepository(folder);
        Map<String, String> files = existed ? new LinkedHashMap<>() : used.isEmpty() ? repository() : settings(used);
        used.forEach(guardrail -> add(guardrail, files));
        if (deployment.isPresent()) {
            files.putAll(deployment.get().files());
        }
        List<String> existing = files.keySet().stream()
                .filter(file -> Files.exists(folder.resolve(file)))
                .toList();
        if (!existing.isEmpty()) {
            throw new UsageException(
                    "`" + argument.resolve(existing.get(0)).normalize() + "` is there already; nothing was written");
        }
        write(files, folder);
        if (!options.quiet) {
            next(used, existed, deployment).forEach(terminal.out()::println);
        }
        return ExitCode.OK.number();
    }

    private static Map<String, String> repository() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : FILES) {
            files.put(file, ResourceFiles.text("init/" + file));
        }
        return files;
    }

    /** What a repository has beside intents and tests, with those policies attached. */
    private static Map<String, String> settings(Set<Guardrail> used) throws IOException {
        Map<String, String> files = repository();
        files.keySet().retainAll(ImmutableSet.of(WorkspaceFiles.SETTINGS, WorkspaceFiles.ORGANIZATION, WORKFLOW));
        files.computeIfPresent(
                WorkspaceFiles.ORGANIZATION, (name, text) -> text.replace(FIRST_POLICY, policyNames(used)));
        return files;
    }

    private static String policyNames(Set<Guardrail> used) {
        return used.stream().map(Guardrail::policyName).collect(Collectors.joining(", "));
    }

    private static void add(Guardrail guardrail, Map<String, String> files) {
        files.put(GuardrailText.file(guardrail), GuardrailIntent.starter(guardrail));
        files.put(
                WorkspaceFiles.TESTS + "/" + guardrail.name() + WorkspaceFiles.TEST_ENDING,
                GuardrailTests.of(guardrail).starter());
    }

    private void write(Map<String, String> files, Path folder) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.toAbsolutePath().getParent());
                AtomicFiles.write(target, file.getValue().getBytes(StandardCharsets.UTF_8));
                terminal.out().println("  " + argument.resolve(file.getKey()).normalize());
            }
        } catch (IOException e) {
            throw new UsageException("cannot write to `" + argument + "`: " + SourceFiles.reason(e));
        }
    }

    private List<String> next(Set<Guardrail> used, boolean existed, Optional<GithubDeployment> deployment) {
        List<String> lines = new ArrayList<>(List.of("", "Next:"));
        used.stream()
                .filter(guardrail -> !guardrail.required().isEmpty())
                .forEach(guardrail -> lines.add("  fill in the parameters in "
                        + argument.resolve(GuardrailText.file(guardrail)).normalize()
                        + "\n    (its tests say for which values they hold)"));
        if (existed && !used.isEmpty()) {
            lines.add("  attach " + policyNames(used) + " in "
                    + argument.resolve(WorkspaceFiles.ORGANIZATION).normalize());
        }
        lines.add("  policyc build " + argument);
        lines.add("  policyc test " + argument);
        if (!existed) {
            lines.add("  say in " + argument.resolve(WORKFLOW).normalize() + " where policyc is cloned from");
        }
        deployment.ifPresent(found -> found.next(argument).forEach(line -> lines.add("  " + line)));
        return lines;
    }
}

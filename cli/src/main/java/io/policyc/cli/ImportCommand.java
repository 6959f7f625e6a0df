package io.policyc.cli;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.imports.ImportFindings;
import io.policyc.imports.ImportedIntent;
import io.policyc.imports.IntentImport;
import io.policyc.intent.Intent;
import io.policyc.intent.Partition;
import io.policyc.node.JsonText;
import io.policyc.node.SourceFiles;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.workspace.AtomicFiles;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFiles;
import io.policyc.workspace.WorkspaceFindings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policyc import}. */
@Command(
        name = "import",
        header = "Write an SCP as an intent that compiles back to it.",
        description = {
            "",
            "Statements, conditions and values come back as they are, in the same order. Facets stand where",
            "one compiles to the very same condition, IAM's own words elsewhere. $${Account}, <account> and",
            "[ACCOUNT] are taken for placeholders and become ((Account)), with an entry under values: to fill",
            "in. What an intent cannot say is a finding, exit code 1, and nothing is written.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  policyc import deny-root.json                        to standard output",
            "  policyc import deny-root.json --output intents/deny-root.policy.yaml",
            "  policyc import protect.json --value Account=111122223333"
        })
final class ImportCommand implements Callable<Integer> {
    /** Findings about a document that was read; beside any other error it was not. */
    private static final ImmutableSet<FindingId> READ = ImmutableSet.of(ImportFindings.CANNOT_BE_SAID);

    private static final CharMatcher NAME = CharMatcher.inRange('A', 'Z')
            .or(CharMatcher.inRange('a', 'z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("_-"));

    private final GlobalOptions options;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The JSON text of an SCP.")
    Path argument = Path.of("");

    @Option(names = "--output", paramLabel = "FILE", description = "Write here instead of to standard output.")
    Optional<Path> output = Optional.empty();

    @Option(names = "--force", description = "Overwrite the file of --output.")
    boolean force;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the policy. Default: that of the file.")
    Optional<String> name = Optional.empty();

    @Option(
            names = "--value",
            paramLabel = "NAME=VALUE",
            description = "What stands for a placeholder, for example Account=111122223333. May be repeated.")
    List<String> values = new ArrayList<>();

    ImportCommand(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (force && output.isEmpty()) {
            throw new UsageException("--force is for --output; there is no file to overwrite");
        }
        name.filter(given -> !Intent.isName(given)).ifPresent(given -> {
            throw new UsageException("--name: `" + given + "` may only hold A-Z a-z 0-9 _ -, at most 128 characters");
        });
        Optional<Path> target = output.map(options::resolve);
        if (!force && target.filter(Files::exists).isPresent()) {
            throw new UsageException(
                    "`" + output.get() + "` is there already; nothing was written (--force overwrites it)");
        }
        ImmutableMap<String, String> given = given();
        Findings findings = new Findings();
        Partition partition = findings.take(Workspace.settings(repository(target)))
                .map(settings -> settings.intents().partition())
                .orElse(Partition.AWS);
        Optional<ImportedIntent> imported = findings.take(
                read().then(policy -> IntentImport.of(policy, name.orElseGet(this::nameOfFile), given, partition)));
        Optional<ImportedIntent> intent = findings.hasErrors() ? Optional.empty() : imported;
        intent.ifPresent(found -> target.ifPresent(file -> write(file, found, findings)));
        report(intent, findings);
        ExitCode code = READ.containsAll(findings.errorIds()) ? ExitCode.OK : ExitCode.BAD_INPUT;
        return code.or(FailLevel.exitCode(findings.toList(), options.failOn)).number();
    }

    /** The repository that the intent is for: above its file, or above the current directory. */
    private WorkspaceFiles repository(Optional<Path> target) {
        Path start =
                target.flatMap(file -> Optional.ofNullable(file.getParent())).orElse(options.directory);
        Path root = WorkspaceFiles.rootAbove(start).orElse(start);
        return target.isEmpty() ? Target.current(options) : new WorkspaceFiles(root, root);
    }

    private ImmutableMap<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : values) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--value takes NAME=VALUE, not `" + pair + "`");
            }
            if (given.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new UsageException("--value `" + pair.substring(0, equals) + "` is given twice");
            }
        }
        return ImmutableMap.copyOf(given);
    }

    private Checked<LocatedPolicy> read() {
        return SourceFiles.read(options.resolve(argument), argument.toString())
                .then(text -> PolicyReader.read(argument.toString(), text, PolicyType.SERVICE_CONTROL_POLICY));
    }

    /** What a name can hold of the file's own. */
    private String nameOfFile() {
        String file = MoreFiles.getNameWithoutExtension(argument);
        String made = CharMatcher.is('-').trimFrom(NAME.negate().collapseFrom(file, '-'));
        String shortened = made.substring(0, Math.min(made.length(), 128));
        return Intent.isName(shortened) ? shortened : "imported";
    }

    private void write(Path file, ImportedIntent intent, Findings findings) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFiles.write(file, intent.yaml().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            findings.add(Finding.withoutPlace(
                    WorkspaceFindings.CANNOT_WRITE,
                    "cannot write to `" + output.orElseThrow() + "`: " + SourceFiles.reason(e)));
        }
    }

    private void report(Optional<ImportedIntent> intent, Findings findings) {
        if (options.format == GlobalOptions.Format.json) {
            JsonText json = JsonText.pretty();
            json.object(() -> {
                FindingsJson.write(findings.toList(), json);
                json.field("policy", intent.map(ImportedIntent::name));
                json.field("intent", intent.map(ImportedIntent::yaml));
            });
            terminal.out().println(json);
            return;
        }
        if (!options.quiet || findings.hasErrors()) {
            terminal.printFindings(findings.toList(), options.colour);
        }
        if (findings.hasErrors()) {
            return;
        }
        intent.ifPresent(found -> {
            if (output.isEmpty()) {
                terminal.out().print(found.yaml());
            } else if (!options.quiet) {
                terminal.out().println("policy `" + found.name() + "` written to " + output.get());
            }
        });
    }
}

package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.finding.Finding;
import io.policyc.finding.GithubAnnotation;
import io.policyc.finding.Printable;
import io.policyc.finding.Severity;
import io.policyc.packing.Packed.PassSizes;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyWriter;
import io.policyc.role.CompiledRole;
import io.policyc.workspace.DistFolder.FileState;
import io.policyc.workspace.DistFolder.State;
import io.policyc.workspace.Distribution;
import io.policyc.workspace.PackedNode;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code policyc build} says: each document with its size, what packing did, and what became of the files. */
record BuildReport(GlobalOptions options, Terminal terminal, Path argument, Optional<Path> dist, boolean check) {

    /** A file, and how it differs from what would be built. */
    record FileReport(FileState file, ImmutableList<String> differences) {
        State state() {
            return file.state();
        }
    }

    void print(List<Finding> findings, List<FileReport> files, Optional<Workspace> workspace) {
        if (options.format == GlobalOptions.Format.json) {
            terminal.out().println(new BuildJson(findings, files, workspace).text());
            return;
        }
        if (options.format == GlobalOptions.Format.github) {
            annotate(findings, files, workspace);
            return;
        }
        printText(findings, files, workspace);
    }

    /** The findings, and one error more if dist/ is stale; the log is the text for people. */
    private void annotate(List<Finding> findings, List<FileReport> files, Optional<Workspace> workspace) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream log = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Terminal captured = new Terminal(terminal.in(), log, log, false, terminal.environment());
        new BuildReport(options, captured, argument, dist, check).printText(findings, files, workspace);
        String text = bytes.toString(StandardCharsets.UTF_8);
        List<GithubAnnotation> annotations =
                new ArrayList<>(findings.stream().map(GithubAnnotation::of).toList());
        if (files.stream().anyMatch(file -> file.state() != State.SAME)) {
            annotations.add(new GithubAnnotation(Severity.ERROR, Optional.empty(), "dist is stale", text));
        }
        terminal.annotate(annotations, text, RepositoryPaths.of(terminal.environment(), options));
    }

    private void printText(List<Finding> findings, List<FileReport> files, Optional<Workspace> workspace) {
        long errors = findings.stream().filter(Finding::isError).count();
        if (!options.quiet || errors > 0) {
            terminal.printFindings(findings, options.colour);
        }
        if (errors > 0) {
            terminal.err().println(errors + (errors == 1 ? " error" : " errors") + "; nothing was written");
            return;
        }
        workspace.ifPresent(found -> print(found, files));
    }

    private void print(Workspace workspace, List<FileReport> files) {
        for (Compilation compilation : workspace.compilations()) {
            compilation.documents().forEach(document -> line(document, workspace));
            passes(compilation.passes());
        }
        for (PackedNode node : workspace.packedNodes()) {
            node.documents().forEach(document -> line(document, workspace));
            terminal.out()
                    .println("  on " + Printable.quoted(node.node()) + " in place of "
                            + String.join(", ", node.policies()));
            passes(node.passes());
        }
        workspace.roles().forEach(role -> line(role, workspace));
        Path shown = shownDist(workspace);
        if (options.verbose || check) {
            files.stream()
                    .filter(file -> options.verbose || file.state() != State.SAME)
                    .forEach(file -> file(file, shown));
        }
        terminal.out().println(summary(workspace, files, shown));
    }

    private static int width(Workspace workspace) {
        return Stream.concat(
                        workspace.documents().stream().map(CompiledDocument::name),
                        workspace.roles().stream().map(role -> role.intent().name()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private void line(CompiledRole role, Workspace workspace) {
        List<String> policies = new ArrayList<>();
        role.trustPolicy().ifPresent(policy -> policies.add(characters("trust policy", policy)));
        role.permissionsPolicy().ifPresent(policy -> policies.add(characters("permissions", policy)));
        String name = String.format(
                Locale.ROOT, "%-" + width(workspace) + "s", role.intent().name());
        terminal.out()
                .println(name + "  " + role.intent().account() + "  "
                        + (policies.isEmpty() ? "managed policies only" : String.join(", ", policies)));
    }

    private static String characters(String what, LocatedPolicy policy) {
        int characters = PolicySize.of(PolicyWriter.minified(policy.document())).characters();
        return String.format(Locale.ROOT, "%s %,d characters", what, characters);
    }

    private void line(CompiledDocument document, Workspace workspace) {
        PolicyLimits limits = workspace.settings().limits();
        int width = width(workspace);
        int statements = document.policy().document().statements().size();
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-" + width + "s  %,6d of %,d characters  %2d statement%s",
                        document.name(),
                        document.size().counted(),
                        limits.documentSize(),
                        statements,
                        statements == 1 ? "" : "s"));
    }

    /** Those that saved something; all of them if more is asked for. */
    private void passes(List<PassSizes> passes) {
        for (PassSizes pass : passes) {
            if (options.verbose || pass.after() < pass.before()) {
                terminal.out()
                        .println(String.format(
                                Locale.ROOT,
                                "  %,7d -> %,7d  %s",
                                pass.before(),
                                pass.after(),
                                pass.pass().words()));
            }
        }
    }

    private void file(FileReport file, Path shown) {
        terminal.out().println("  " + shown.resolve(file.file().name()) + ": " + words(file.state()));
        file.differences().forEach(difference -> terminal.out().println("    " + difference));
    }

    Path shownDist(Workspace workspace) {
        return dist.orElseGet(() -> workspace.files().shown().resolve(WorkspaceFiles.DIST));
    }

    private String summary(Workspace workspace, List<FileReport> files, Path shown) {
        int policies = workspace.compilations().size();
        boolean single = files.stream().noneMatch(file -> file.file().name().equals(Distribution.MANIFEST));
        int roles = workspace.roles().size();
        String compiled = (roles > 0 && policies == 0 ? "" : policies + (policies == 1 ? " policy" : " policies"))
                + (roles > 0 && policies > 0 ? " and " : "")
                + (roles == 0 ? "" : roles + (roles == 1 ? " role" : " roles"))
                + " compiled; ";
        long changed = files.stream().filter(file -> file.state() != State.SAME).count();
        if (check) {
            return compiled
                    + (changed == 0
                            ? shown + " is up to date"
                            : shown + " is stale: " + changed + " of " + files.size() + " files; run `policyc build "
                                    + argument + "`");
        }
        long removed =
                files.stream().filter(file -> file.state() == State.LEFT_OVER).count();
        return compiled + "wrote " + (changed - removed) + " of " + (files.size() - removed) + " files to " + shown
                + (changed == 0 ? " (no change)" : "")
                + (removed == 0 ? "" : ", removed " + removed)
                + (single ? "; the manifest is left as it is" : "");
    }

    private String words(State state) {
        return switch (state) {
            case SAME -> "up to date";
            case DIFFERENT -> check ? "differs" : "written";
            case MISSING -> check ? "missing" : "written";
            case LEFT_OVER -> check ? "no longer built" : "removed";
        };
    }
}

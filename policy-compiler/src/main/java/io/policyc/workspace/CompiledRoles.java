package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.role.CompiledRole;
import io.policyc.role.RoleCompiler;
import io.policyc.role.RoleContext;
import io.policyc.role.RoleFindings;
import io.policyc.role.RoleIntent;
import io.policyc.source.SourceSpan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The roles of a repository. */
final class CompiledRoles {
    private CompiledRoles() {}

    /** Compiles each file; two roles of one name in one account are reported with both places. */
    static ImmutableList<CompiledRole> of(
            WorkspaceFiles files, List<Path> roles, RoleContext context, Findings findings) {
        ImmutableList.Builder<CompiledRole> compiled = ImmutableList.builder();
        Map<String, SourceSpan> places = new HashMap<>();
        for (Path file : roles) {
            findings.take(files.read(file).then(source -> RoleCompiler.compile(source, context)))
                    .filter(role -> isFree(role.intent(), places, findings))
                    .ifPresent(compiled::add);
        }
        ImmutableList<CompiledRole> roleList = compiled.build();
        RoleFileNames.check(roleList, findings);
        return roleList;
    }

    /** Names of roles are unique in an account, whatever their path and letter case. */
    private static boolean isFree(RoleIntent role, Map<String, SourceSpan> places, Findings findings) {
        String kind = role.arn().isPresent() ? "role" : "permission set";
        String key = kind + "/" + role.account() + "/" + role.name().toLowerCase(Locale.ROOT);
        SourceSpan first = places.putIfAbsent(key, role.place());
        if (first != null) {
            findings.add(
                    RoleFindings.DUPLICATE_ROLE,
                    role.place(),
                    kind + " " + Printable.quoted(role.name()) + " of account " + role.account()
                            + " is already defined at " + first,
                    "names are unique in an account, whatever their path and letter case");
        }
        return first == null;
    }
}

package io.policyc.workspace;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.role.CompiledRole;
import io.policyc.role.RoleIntent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of the files of roles: each is there once, whatever its letter case, and on every machine. */
final class RoleFileNames {
    private RoleFileNames() {}

    static void check(List<CompiledRole> roles, Findings findings) {
        Map<String, RoleIntent> owners = new HashMap<>();
        for (CompiledRole role : roles) {
            RoleIntent intent = role.intent();
            if (PolicyNames.isDevice(beforeDot(intent.name()))) {
                findings.add(
                        WorkspaceFindings.ROLE_FILE,
                        intent.place(),
                        Printable.quoted(intent.name()) + " cannot be the name of a file",
                        "Windows takes its files in dist/ for a device; choose another name");
            }
            for (String file : RoleFiles.policies(role).keySet()) {
                RoleIntent owner = owners.putIfAbsent(file.toLowerCase(Locale.ROOT), intent);
                if (owner != null) {
                    findings.add(
                            WorkspaceFindings.ROLE_FILE,
                            intent.place(),
                            Printable.quoted(file) + " in dist/ would be the file of " + Printable.quoted(owner.name())
                                    + " at " + owner.place() + " too",
                            "a role and a permission set of one account need different names here");
                }
            }
        }
    }

    private static String beforeDot(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}

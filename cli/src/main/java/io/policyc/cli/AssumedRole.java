package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.policy.Arn;
import io.policyc.policy.LocatedPolicy;
import io.policyc.role.CompiledRole;
import io.policyc.workspace.Workspace;
import io.policyc.workspace.WorkspaceFindings;
import java.util.List;
import java.util.Optional;

/**
 * The role that a request asks for.
 *
 * @param trust as a role intent of the repository says; empty if none has the ARN
 */
record AssumedRole(String arn, Optional<LocatedPolicy> trust) {

    /**
     * The role of a name in the repository, or of an ARN.
     *
     * @param otherTrust whether a trust policy is given beside it
     */
    static Checked<AssumedRole> of(String role, boolean otherTrust, GlobalOptions options) {
        boolean byArn = role.startsWith("arn:");
        if (byArn && !isRole(role)) {
            throw new UsageException("--assume-role: `" + Printable.line(role)
                    + "` is no ARN of a role, such as arn:aws:iam::111122223333:role/deploy");
        }
        if (byArn && otherTrust) {
            return Checked.of(new AssumedRole(role, Optional.empty()));
        }
        Findings findings = new Findings();
        Optional<Workspace> workspace = findings.take(Workspace.open(Target.current(options)));
        ImmutableList<CompiledRole> roles = workspace.map(Workspace::roles).orElse(ImmutableList.of());
        List<CompiledRole> found = roles.stream()
                .filter(one -> byArn
                        ? one.intent().arn().filter(role::equals).isPresent()
                        : one.intent().name().equals(role))
                .toList();
        if (findings.hasErrors()) {
            return findings.withoutValue();
        }
        if (found.size() != 1 || found.get(0).intent().arn().isEmpty()) {
            return Checked.failed(nothing(role, byArn, roles, found));
        }
        return Checked.of(
                new AssumedRole(found.get(0).intent().arn().get(), found.get(0).trustPolicy()));
    }

    private static boolean isRole(String arn) {
        return Arn.parse(arn)
                .filter(parsed -> parsed.service().equals("iam")
                        && Arn.isAccountId(parsed.account())
                        && parsed.resource().matches("role/[^*?]+"))
                .isPresent();
    }

    private static Finding nothing(
            String role, boolean byArn, ImmutableList<CompiledRole> roles, List<CompiledRole> found) {
        String name = Printable.quoted(role);
        if (found.size() > 1) {
            return finding(
                    name + " is the name of several roles",
                    "give the ARN, one of "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .flatMap(one -> one.intent().arn().stream())
                                            .toList()));
        }
        if (!found.isEmpty()) {
            return finding(name + " is a permission set, which nobody asks for by an ARN", "give the name of a role");
        }
        return byArn
                ? finding("no role of the repository is " + name, "give its trust policy with --trust-policy FILE")
                : finding(
                        "no role of the repository is named " + name,
                        Suggestions.help(
                                        role,
                                        roles.stream()
                                                .map(one -> one.intent().name())
                                                .toList())
                                + "; else give its ARN, and --trust-policy FILE");
    }

    private static Finding finding(String message, String help) {
        return Finding.withoutPlace(WorkspaceFindings.NOTHING_FOUND, message).withHelp(help);
    }
}

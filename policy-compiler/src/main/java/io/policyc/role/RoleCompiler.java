package io.policyc.role;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.source.SourceText;
import io.policyc.trust.TrustFindings;
import io.policyc.trust.TrustLinter;
import java.util.Optional;

/** Compiles roles to a trust policy and a permissions policy. Same role, same characters, on every machine. */
public final class RoleCompiler {
    /** What is told of a role in the words of its file already. */
    private static final ImmutableSet<FindingId> TOLD = ImmutableSet.of(
            TrustFindings.CLAIM_NOT_OFFERED,
            TrustFindings.LIKE_WITHOUT_WILDCARD,
            TrustFindings.OLDER_SUBJECT,
            TrustFindings.SUBJECT_OF_ANY_RUN);

    private RoleCompiler() {}

    /** Reads and compiles the text of a role file; the places of the policies are lines of it. */
    public static Checked<CompiledRole> compile(SourceText yaml, RoleContext context) {
        return RoleReader.read(yaml, context).then(RoleCompiler::compile);
    }

    /** Compiles a role that was made otherwise. */
    public static Checked<CompiledRole> compile(RoleIntent intent) {
        return compile(ReadRole.of(intent));
    }

    private static Checked<CompiledRole> compile(ReadRole role) {
        RoleIntent intent = role.intent();
        Optional<LocatedPolicy> trust = TrustPolicies.of(role);
        Optional<LocatedPolicy> permissions = intent.permissions().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LocatedPolicy(intent.name(), PolicyDocument.of(intent.permissions()), role.permissions()));
        CompiledRole compiled = new CompiledRole(intent, trust, permissions);
        Findings findings = new Findings();
        RoleQuotas.check(compiled, role.trust(), findings);
        trust.ifPresent(policy -> TrustLinter.lint(policy).stream()
                .filter(finding -> !TOLD.contains(finding.id()))
                .forEach(findings::add));
        permissions.ifPresent(policy -> WidePermissions.check(policy, findings));
        return findings.with(compiled);
    }
}

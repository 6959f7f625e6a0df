package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
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
    /** Findings on trust policies, each with the one that tells the same in the words of a role file. */
    private static final ImmutableMap<FindingId, FindingId> IN_OTHER_WORDS = ImmutableMap.of(
            TrustFindings.OLDER_SUBJECT, RoleFindings.OLDER_SUBJECT,
            TrustFindings.SUBJECT_OF_ANY_RUN, RoleFindings.ANY_REF);

    private RoleCompiler() {}

    /** Reads and compiles the text of a role file; the places of the policies are lines of it. */
    public static Checked<CompiledRole> compile(SourceText yaml, RoleContext context) {
        Checked<CompiledRole> compiled = RoleReader.read(yaml, context).then(RoleCompiler::compile);
        ImmutableSet<FindingId> told =
                compiled.findings().stream().map(Finding::id).collect(ImmutableSet.toImmutableSet());
        return new Checked<>(
                compiled.value(),
                compiled.findings().stream()
                        .filter(finding -> !IN_OTHER_WORDS.containsKey(finding.id())
                                || !told.contains(IN_OTHER_WORDS.get(finding.id())))
                        .collect(ImmutableList.toImmutableList()));
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
        trust.ifPresent(policy -> TrustLinter.lint(policy).forEach(findings::add));
        permissions.ifPresent(policy -> WidePermissions.check(policy, findings));
        return findings.with(compiled);
    }
}

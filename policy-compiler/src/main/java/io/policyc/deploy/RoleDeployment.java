package io.policyc.deploy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.role.CompiledRole;
import io.policyc.role.IdentityProvider;
import io.policyc.role.Trust;
import io.policyc.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles and permission sets of one account.
 *
 * @param providers those that the roles trust, each once with all audiences, without those that the account has
 */
public record RoleDeployment(
        String account, ImmutableList<CompiledRole> roles, ImmutableList<IdentityProvider> providers) {

    /** More providers than this are not named in one message. */
    private static final int MOST_SHOWN = 5;

    /**
     * The roles by account; the value is there beside errors, so that what else is wrong is found too.
     *
     * @param existing the ARNs of providers that accounts have, and where each is written; one that no role trusts is a
     *     finding, because it is the name of another in all likelihood
     */
    static Checked<ImmutableList<RoleDeployment>> of(
            List<CompiledRole> roles, ImmutableMap<String, SourceSpan> existing) {
        Map<String, ImmutableList.Builder<CompiledRole>> byAccount = new TreeMap<>();
        for (CompiledRole role : roles) {
            byAccount
                    .computeIfAbsent(role.intent().account(), account -> ImmutableList.builder())
                    .add(role);
        }
        ImmutableSet.Builder<String> trusted = ImmutableSet.builder();
        ImmutableList.Builder<RoleDeployment> deployments = ImmutableList.builder();
        byAccount.forEach((account, builder) -> {
            ImmutableList<CompiledRole> own = builder.build();
            ImmutableList<IdentityProvider> providers = providers(own);
            providers.forEach(provider -> trusted.add(provider.arn(account)));
            deployments.add(new RoleDeployment(
                    account,
                    own,
                    providers.stream()
                            .filter(provider -> !existing.containsKey(provider.arn(account)))
                            .collect(ImmutableList.toImmutableList())));
        });
        Findings findings = new Findings();
        checkExisting(existing, trusted.build(), findings);
        deployments.build().forEach(deployment -> deployment.noteNewProviders(findings));
        return findings.with(deployments.build());
    }

    private void noteNewProviders(Findings findings) {
        for (IdentityProvider provider : providers) {
            findings.add(Finding.withoutPlace(
                            DeployFindings.NEW_PROVIDER,
                            "account " + account + " gets the identity provider " + Printable.quoted(provider.issuer()))
                    .withHelp("if it has it already, add " + Printable.quoted(provider.arn(account))
                            + " to `existing-providers` in policyc.yaml"));
        }
    }

    private static void checkExisting(
            ImmutableMap<String, SourceSpan> existing, ImmutableSet<String> trusted, Findings findings) {
        String shown = Stream.concat(
                        trusted.stream().limit(MOST_SHOWN).map(Printable::quoted),
                        trusted.size() > MOST_SHOWN ? Stream.of("…") : Stream.empty())
                .collect(Collectors.joining(", "));
        existing.forEach((arn, place) -> {
            if (!trusted.contains(arn)) {
                findings.add(
                        DeployFindings.UNKNOWN_PROVIDER,
                        place,
                        "no role trusts the identity provider " + Printable.quoted(arn),
                        trusted.isEmpty() ? "leave it out" : "trusted here: " + shown);
            }
        });
    }

    private static ImmutableList<IdentityProvider> providers(List<CompiledRole> roles) {
        Map<String, ImmutableSet.Builder<String>> audiences = new LinkedHashMap<>();
        for (CompiledRole role : roles) {
            if (role.intent().trust() instanceof Trust.WebIdentity trust) {
                audiences
                        .computeIfAbsent(trust.provider().issuer(), issuer -> ImmutableSet.builder())
                        .addAll(trust.provider().audiences());
            }
        }
        return audiences.entrySet().stream()
                .map(entry -> new IdentityProvider(
                        entry.getKey(), entry.getValue().build().asList()))
                .collect(ImmutableList.toImmutableList());
    }

    ImmutableList<String> issuers() {
        return providers.stream().map(IdentityProvider::issuer).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<String> names() {
        return roles.stream().map(role -> role.intent().name()).collect(ImmutableList.toImmutableList());
    }

    boolean hasPermissionSets() {
        return roles.stream().anyMatch(role -> role.intent().trust() instanceof Trust.IdentityCenter);
    }
}

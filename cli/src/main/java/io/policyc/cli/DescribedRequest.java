package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.cli.PolicyOptions.Simulation;
import io.policyc.expectation.PolicyListReader;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.organization.Organization;
import io.policyc.organization.PolicyResolver;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.Accounts;
import io.policyc.request.RequestReader;
import io.policyc.request.RequestVariant;
import io.policyc.simulator.Simulator;
import io.policyc.workspace.WorkspaceFindings;
import java.util.Optional;

/**
 * A description of a request with what the command adds to the language of test files: an {@code id} for the answer, and
 * {@code policies} of its own.
 *
 * @param variants the requests that it stands for
 */
record DescribedRequest(Simulator simulator, ImmutableList<RequestVariant> variants) {
    private static final ImmutableSet<String> OWN_KEYS = ImmutableSet.of("id", "policies");

    /** The id of a description, whether or not the rest of it can be read. */
    static Optional<String> id(Node node) {
        return node instanceof ObjectNode object
                        && object.get("id").orElse(null) instanceof ScalarNode id
                        && !id.isNull()
                ? Optional.of(id.text())
                : Optional.empty();
    }

    /** @param common what descriptions without policies of their own meet; empty if nothing was said about that */
    static Checked<DescribedRequest> read(Node node, Optional<Simulation> common, PolicyResolver resolver) {
        if (!(node instanceof ObjectNode object)) {
            return RequestReader.of(Accounts.WITHOUT_ORGANIZATION)
                    .read(node)
                    .then(impossible -> new Findings().withoutValue());
        }
        Findings findings = new Findings();
        Optional<Simulation> own = object.get("policies").map(list -> trial(list, resolver, findings));
        Optional<Simulation> simulation = own.or(() -> common);
        ObjectNode request = new ObjectNode(
                object.members().stream()
                        .filter(member -> !OWN_KEYS.contains(member.key()))
                        .collect(ImmutableList.toImmutableList()),
                object.span());
        if (simulation.isEmpty()) {
            findings.add(Finding.of(
                            WorkspaceFindings.NOTHING_FOUND, object.span(), "the request names no policies to meet")
                    .withHelp("give it `policies: [...]`, or all of them --policy FILE or --organization FILE"));
            return findings.withoutValue();
        }
        Optional<ImmutableList<RequestVariant>> variants =
                findings.take(RequestReader.of(simulation.get().accounts()).read(request));
        return findings.hasErrors() || variants.isEmpty()
                ? findings.withoutValue()
                : findings.with(new DescribedRequest(simulation.get().simulator(), variants.get()));
    }

    private static Simulation trial(Node list, PolicyResolver resolver, Findings findings) {
        ImmutableList<LocatedPolicy> policies = PolicyListReader.read(list, resolver, findings);
        return new Simulation(
                Simulator.prepare(ImmutableList.of(Organization.trial(policies))), Accounts.WITHOUT_ORGANIZATION);
    }
}

package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.evidence.ContextEntries;
import io.policyc.expectation.ExpectationContext;
import io.policyc.expectation.TestFindings;
import io.policyc.expectation.TestedPolicies;
import io.policyc.expectation.TestedPoliciesReader;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ReferredFiles;
import io.policyc.node.ScalarNode;
import io.policyc.organization.PolicyResolver;
import io.policyc.request.Accounts;
import io.policyc.request.RequestReader;
import io.policyc.request.RequestVariant;
import io.policyc.workspace.WorkspaceFindings;
import java.util.Optional;

/**
 * A description of a request with what the command adds to the language of test files: an {@code id} for the answer, and
 * {@code policies} of its own.
 *
 * @param own the policies that it names, over the common ones; empty if it names none
 * @param variants the requests that it stands for
 */
record DescribedRequest(Optional<TestedPolicies> own, ImmutableList<RequestVariant> variants) {
    private static final ImmutableSet<String> OWN_KEYS = ImmutableSet.<String>builder()
            .add("id")
            .addAll(TestedPoliciesReader.KEYS)
            .build();

    /** The id of a description, whether or not the rest of it can be read. */
    static Optional<String> id(Node node) {
        return node instanceof ObjectNode object
                        && object.get("id").orElse(null) instanceof ScalarNode id
                        && !id.isNull()
                ? Optional.of(id.text())
                : Optional.empty();
    }

    /** @param common what descriptions without policies of their own meet; empty if nothing was said about that */
    static Checked<DescribedRequest> read(Node node, Optional<TestedPolicies> common, PolicyResolver resolver) {
        if (!(node instanceof ObjectNode object)) {
            return RequestReader.of(Accounts.WITHOUT_ORGANIZATION)
                    .read(node)
                    .then(impossible -> new Findings().withoutValue());
        }
        Findings findings = new Findings();
        Optional<TestedPolicies> own = own(object, common, resolver, findings);
        Optional<TestedPolicies> policies = own.or(() -> common);
        ObjectNode described = new ObjectNode(
                object.members().stream()
                        .filter(member -> !OWN_KEYS.contains(member.key()))
                        .collect(ImmutableList.toImmutableList()),
                object.span());
        ObjectNode request = ContextEntries.expand(described, ReferredFiles.NONE, findings);
        if (policies.isEmpty()) {
            findings.add(Finding.of(
                            WorkspaceFindings.NOTHING_FOUND, object.span(), "the request names no policies to meet")
                    .withHelp("give it `policies: [...]`, or all of them --policy FILE or --organization FILE"));
            return findings.withoutValue();
        }
        Optional<ImmutableList<RequestVariant>> variants = findings.take(
                RequestReader.of(policies.get().accounts(Optional.empty())).read(request));
        return findings.hasErrors() || variants.isEmpty()
                ? findings.withoutValue()
                : findings.with(new DescribedRequest(own, variants.get()));
    }

    /** Its own policies over the common ones. */
    private static Optional<TestedPolicies> own(
            ObjectNode object, Optional<TestedPolicies> common, PolicyResolver resolver, Findings findings) {
        if (!TestedPoliciesReader.isNamedIn(object)) {
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, TestFindings.WRONG_TYPE);
        ExpectationContext context = new ExpectationContext(resolver, Optional.empty());
        TestedPoliciesReader reader = new TestedPoliciesReader(context, findings);
        TestedPolicies read = reader.read(fields, common.orElse(TestedPolicies.NONE));
        reader.checkLimits(fields, read);
        return Optional.of(read);
    }
}

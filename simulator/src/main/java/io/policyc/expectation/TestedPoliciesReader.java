package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationReader;
import io.policyc.organization.PolicyReferences;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicyType;
import io.policyc.request.Accounts;
import io.policyc.request.RequestReader;
import java.util.List;
import java.util.Optional;

/** Reads the policies that a test file, one test or a described request names; what one names lies over what is below. */
public final class TestedPoliciesReader {
    /** The keys that are read here. */
    public static final ImmutableSet<String> KEYS = RequestReader.POLICY_KEYS;

    private final ExpectationContext context;
    private final Findings findings;

    public TestedPoliciesReader(ExpectationContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    /** Whether an object names any policies. */
    public static boolean isNamedIn(ObjectNode object) {
        return object.members().stream().anyMatch(member -> KEYS.contains(member.key()));
    }

    /** The accounts that requests to some policies may name. */
    Accounts accounts(TestedPolicies policies) {
        return policies.accounts(context.organization());
    }

    /** The policies below, with those that the fields name in their place. What is wrong is reported, and left out. */
    public TestedPolicies read(Fields fields, TestedPolicies below) {
        List<String> named =
                KEYS.stream().filter(key -> fields.node(key).isPresent()).toList();
        return named.isEmpty() ? below : over(fields, below);
    }

    private TestedPolicies over(Fields fields, TestedPolicies below) {
        checkAlternatives(fields, "policies", "organization");
        checkAlternatives(fields, "resource-policy", "trust-policy");
        Optional<LocatedPolicy> resource = one(fields, "resource-policy", PolicyType.RESOURCE_POLICY);
        Optional<LocatedPolicy> trust = one(fields, "trust-policy", PolicyType.TRUST_POLICY);
        boolean own = resource.isPresent() || trust.isPresent();
        Optional<ImmutableList<LocatedPolicy>> identity = list(fields, "identity-policies", PolicyType.IDENTITY_POLICY);
        TestedPolicies read = new TestedPolicies(
                below.organization(),
                below.trial(),
                list(fields, "rcps", PolicyType.RESOURCE_CONTROL_POLICY).orElse(below.rcps()),
                identity.or(below::identity),
                one(fields, "boundary", PolicyType.PERMISSIONS_BOUNDARY).or(below::boundary),
                list(fields, "session-policies", PolicyType.SESSION_POLICY).orElse(below.session()),
                own ? resource : below.resource(),
                own ? trust : below.trust());
        Optional<ImmutableList<LocatedPolicy>> trial = list(fields, "policies", PolicyType.SERVICE_CONTROL_POLICY);
        if (trial.isPresent()) {
            read = read.withTrial(trial.get());
        }
        if (fields.node("organization").isPresent()) {
            Optional<Organization> organization = fields.object("organization")
                    .flatMap(
                            node -> findings.take(OrganizationReader.read(node, context.policies(), PolicyLimits.AWS)));
            read = read.withOrganization(organization);
        }
        return read;
    }

    private Optional<ImmutableList<LocatedPolicy>> list(Fields fields, String key, PolicyType type) {
        PolicyReferences references = references(type);
        return fields.node(key).map(node -> {
            ImmutableList.Builder<LocatedPolicy> policies = ImmutableList.builder();
            ImmutableList<Node> elements = node instanceof ArrayNode array ? array.elements() : ImmutableList.of(node);
            elements.forEach(element -> references.resolve(element).ifPresent(policies::addAll));
            return policies.build();
        });
    }

    private Optional<LocatedPolicy> one(Fields fields, String key, PolicyType type) {
        return fields.node(key)
                .flatMap(node -> references(type).resolve(node))
                .flatMap(policies -> policies.stream().findFirst());
    }

    private PolicyReferences references(PolicyType type) {
        return new PolicyReferences(
                context.policies(), type, findings, TestFindings.UNKNOWN_POLICY, TestFindings.WRONG_TYPE);
    }

    private void checkAlternatives(Fields fields, String one, String other) {
        if (fields.node(one).isPresent() && fields.node(other).isPresent()) {
            findings.add(
                    TestFindings.CONFLICTING_POLICIES,
                    fields.keySpan(other).orElse(fields.span()),
                    "`" + one + "` and `" + other + "` stand side by side",
                    other.equals("organization")
                            ? "an organization names its policies itself"
                            : "a trust policy is the resource policy of a role");
        }
    }

    /** A boundary that limits nothing would turn every answer into an implicit deny. */
    public void checkLimits(Fields fields, TestedPolicies read) {
        if (read.limits() && !read.grants()) {
            findings.add(
                    TestFindings.LIMITS_WITHOUT_GRANTS,
                    fields.keySpan("boundary")
                            .or(() -> fields.keySpan("session-policies"))
                            .orElse(fields.span()),
                    "a boundary and session policies limit what identity policies grant, and there are none",
                    "add `identity-policies: [...]`");
        }
    }
}

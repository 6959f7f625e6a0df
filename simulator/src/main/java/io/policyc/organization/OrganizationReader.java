package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.Nodes;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the description of an organization: its ids, and from the root down units, accounts and the policies attached to
 * each. A value is there only if there is no error.
 */
public final class OrganizationReader {
    /** The pattern of the API's OrganizationId. */
    private static final Pattern ID = Pattern.compile("o-[a-z0-9]{10,32}");

    private final Findings findings = new Findings();
    private final PolicyReferences references;
    private final PolicyLimits limits;
    private final AttachmentPacker packer;

    private OrganizationReader(PolicyResolver resolver, PolicyLimits limits, AttachmentPacker packer) {
        this.references = new PolicyReferences(
                resolver,
                PolicyType.SERVICE_CONTROL_POLICY,
                findings,
                OrganizationFindings.UNKNOWN_POLICY,
                OrganizationFindings.WRONG_TYPE);
        this.limits = limits;
        this.packer = packer;
    }

    public static Checked<Organization> read(SourceText source, PolicyResolver resolver, PolicyLimits limits) {
        return read(source, resolver, limits, AttachmentPacker.NONE);
    }

    /**
     * Reads a description, and packs what is attached.
     *
     * @param packer is asked wherever more policies are attached than the limits allow
     */
    public static Checked<Organization> read(
            SourceText source, PolicyResolver resolver, PolicyLimits limits, AttachmentPacker packer) {
        return Nodes.read(source).then(node -> read(node, resolver, limits, packer));
    }

    public static Checked<Organization> read(Node node, PolicyResolver resolver, PolicyLimits limits) {
        return read(node, resolver, limits, AttachmentPacker.NONE);
    }

    private static Checked<Organization> read(
            Node node, PolicyResolver resolver, PolicyLimits limits, AttachmentPacker packer) {
        OrganizationReader reader = new OrganizationReader(resolver, limits, packer);
        Optional<Organization> organization = reader.organization(node);
        return reader.findings.hasErrors() || organization.isEmpty()
                ? reader.findings.withoutValue()
                : reader.findings.with(organization.get());
    }

    private Optional<Organization> organization(Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(
                    OrganizationFindings.WRONG_TYPE,
                    node.span(),
                    "an organization is an object, not " + node.kind(),
                    "it starts with `root:` and may have `organization:` before it");
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, OrganizationFindings.WRONG_TYPE);
        Optional<ObjectNode> ids = fields.object("organization");
        Optional<Fields> idFields = ids.map(found -> new Fields(found, findings, OrganizationFindings.WRONG_TYPE));
        Optional<String> id = idFields.flatMap(this::id);
        Optional<String> management = idFields.flatMap(this::managementAccount);
        idFields.ifPresent(found -> found.reportUnknown(OrganizationFindings.UNKNOWN_KEY, "key"));
        Optional<ObjectNode> root = fields.object("root");
        if (fields.node("root").isEmpty()) {
            findings.add(
                    OrganizationFindings.MISSING_KEY,
                    fields.span(),
                    "an organization needs a `root`",
                    "`root: {policies: [FullAWSAccess], units: {}, accounts: {}}`");
        }
        Optional<ArrayNode> phases = fields.array("phases");
        fields.reportUnknown(OrganizationFindings.UNKNOWN_KEY, "key");
        UnitReader units = new UnitReader(findings, references, limits, packer, management);
        Optional<Organization> organization =
                root.map(units::root).flatMap(top -> organization(id, management, top, phases, units));
        return findings.hasErrors() ? Optional.empty() : organization;
    }

    private Optional<Organization> organization(
            Optional<String> id,
            Optional<String> management,
            OrganizationalUnit root,
            Optional<ArrayNode> phases,
            UnitReader units) {
        ImmutableList<Phase> read = phases.map(node ->
                        new PhaseReader(findings, references, Organization.targets(root), units.written()).read(node))
                .orElse(ImmutableList.of());
        return findings.hasErrors() ? Optional.empty() : Optional.of(new Organization(id, management, root, read));
    }

    private Optional<String> id(Fields fields) {
        Optional<ScalarNode> id = fields.scalar("id");
        id.filter(node -> !ID.matcher(node.text()).matches())
                .ifPresent(node -> findings.add(
                        OrganizationFindings.INVALID_ID,
                        node.span(),
                        Printable.quoted(node.text()) + " is not the id of an organization",
                        "it is o- and 10 to 32 lower-case letters or digits"));
        return id.map(ScalarNode::text);
    }

    private Optional<String> managementAccount(Fields fields) {
        Optional<ScalarNode> id = fields.scalar("management-account");
        id.ifPresent(node -> UnitReader.checkAccountId(node, findings));
        return id.map(ScalarNode::text);
    }
}

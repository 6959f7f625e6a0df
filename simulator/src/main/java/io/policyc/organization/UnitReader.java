package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import io.policyc.source.SourceSpan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the root, units and accounts. A node without {@code policies} has FullAWSAccess, as AWS attaches it; a written list
 * is the whole list.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Quotas: units nest
 *     five deep</a>
 */
final class UnitReader {
    private static final int DEEPEST = 5;

    /** The patterns of the API's RootId and OrganizationalUnitId. */
    private static final Pattern ROOT_ID = Pattern.compile("r-[0-9a-z]{4,32}");

    private static final Pattern UNIT_ID = Pattern.compile("ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}");

    private final Findings findings;
    private final PolicyReferences references;
    private final PolicyLimits limits;
    private final AttachmentPacker packer;
    private final Optional<String> managementAccount;
    private final Map<String, SourceSpan> ids = new HashMap<>();
    private final Map<String, SourceSpan> names = new HashMap<>();
    private final Map<String, ImmutableList<String>> written = new LinkedHashMap<>();

    UnitReader(
            Findings findings,
            PolicyReferences references,
            PolicyLimits limits,
            AttachmentPacker packer,
            Optional<String> managementAccount) {
        this.findings = findings;
        this.references = references;
        this.limits = limits;
        this.packer = packer;
        this.managementAccount = managementAccount;
    }

    OrganizationalUnit root(ObjectNode node) {
        return unit("Root", "Root", node, 0);
    }

    /** The policies of each node by its path, as the file names them; a document that is written out goes without a name. */
    ImmutableMap<String, ImmutableList<String>> written() {
        return ImmutableMap.copyOf(written);
    }

    private OrganizationalUnit unit(String name, String path, ObjectNode node, int depth) {
        Fields fields = new Fields(node, findings, OrganizationFindings.WRONG_TYPE);
        Optional<String> id = unitId(fields, depth == 0);
        ImmutableList<LocatedPolicy> policies =
                policies(fields, path, depth == 0 ? "the root" : "unit " + Printable.quoted(name), true);
        ImmutableList.Builder<OrganizationalUnit> units = ImmutableList.builder();
        for (Member member : members(fields, "units")) {
            child(member, depth == 0 ? member.key() : path + "/" + member.key(), depth + 1)
                    .ifPresent(units::add);
        }
        ImmutableList.Builder<Account> accounts = ImmutableList.builder();
        for (Member member : members(fields, "accounts")) {
            account(member, depth == 0 ? member.key() : path + "/" + member.key())
                    .ifPresent(accounts::add);
        }
        fields.reportUnknown(OrganizationFindings.UNKNOWN_KEY, "key");
        return new OrganizationalUnit(name, id, policies, units.build(), accounts.build());
    }

    private Optional<String> unitId(Fields fields, boolean root) {
        Optional<ScalarNode> id = fields.scalar("id");
        id.filter(node -> !(root ? ROOT_ID : UNIT_ID).matcher(node.text()).matches())
                .ifPresent(node -> findings.add(
                        OrganizationFindings.INVALID_ID,
                        node.span(),
                        Printable.quoted(node.text()) + " is not the id of " + (root ? "a root" : "a unit"),
                        root
                                ? "it is r- and 4 to 32 lower-case letters or digits"
                                : "it is ou-, the letters and digits of the root's id, and -, for example"
                                        + " ou-exam-12345678"));
        return id.map(ScalarNode::text);
    }

    private static List<Member> members(Fields fields, String key) {
        return fields.object(key).map(ObjectNode::members).orElse(ImmutableList.of());
    }

    private Optional<OrganizationalUnit> child(Member member, String path, int depth) {
        if (depth > DEEPEST) {
            findings.add(
                    OrganizationFindings.TOO_DEEP,
                    member.keySpan(),
                    "unit " + Printable.quoted(member.key()) + " is nested deeper than " + DEEPEST
                            + " levels under the root");
            return Optional.empty();
        }
        if (!(member.value() instanceof ObjectNode object)) {
            wrongType("unit " + Printable.quoted(member.key()) + " must be an object", member.value());
            return Optional.empty();
        }
        return Optional.of(unit(member.key(), path, object, depth));
    }

    private Optional<Account> account(Member member, String path) {
        String what = "account " + Printable.quoted(member.key());
        SourceSpan first = names.putIfAbsent(member.key(), member.keySpan());
        if (first != null) {
            findings.add(
                    OrganizationFindings.DUPLICATE_ACCOUNT_NAME,
                    member.keySpan(),
                    "a second account is named " + Printable.quoted(member.key()) + "; the first is in line "
                            + first.line(),
                    "tests refer to accounts by name");
        }
        if (member.value() instanceof ScalarNode id && !id.isNull()) {
            return accountId(id).map(text -> new Account(member.key(), text, policyDefault()));
        }
        if (!(member.value() instanceof ObjectNode object)) {
            wrongType(what + " must be an id or an object with `id` and `policies`", member.value());
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, OrganizationFindings.WRONG_TYPE);
        Optional<ScalarNode> node = fields.scalar("id");
        if (fields.node("id").isEmpty()) {
            findings.add(OrganizationFindings.MISSING_KEY, member.keySpan(), what + " needs an `id`");
        }
        Optional<String> id = node.flatMap(this::accountId);
        boolean bound = !(id.isPresent() && id.equals(managementAccount));
        ImmutableList<LocatedPolicy> policies = policies(fields, path, what, bound);
        fields.reportUnknown(OrganizationFindings.UNKNOWN_KEY, "key");
        return id.map(text -> new Account(member.key(), text, policies));
    }

    private Optional<String> accountId(ScalarNode node) {
        if (!checkAccountId(node, findings)) {
            return Optional.empty();
        }
        SourceSpan first = ids.putIfAbsent(node.text(), node.span());
        if (first != null) {
            findings.add(
                    OrganizationFindings.DUPLICATE_ACCOUNT_ID,
                    node.span(),
                    "the account id " + Printable.quoted(node.text()) + " occurs twice; first in line " + first.line());
        }
        return Optional.of(node.text());
    }

    static boolean checkAccountId(ScalarNode node, Findings findings) {
        boolean valid = Arn.isAccountId(node.text());
        if (!valid) {
            findings.add(
                    OrganizationFindings.INVALID_ACCOUNT_ID,
                    node.span(),
                    Printable.quoted(node.text()) + " is not an account id",
                    "an account id has twelve digits, leading zeros included");
        }
        return valid;
    }

    /** @param bound whether the policies of the node bind anything, so that one that allows must be among them */
    private ImmutableList<LocatedPolicy> policies(Fields fields, String node, String what, boolean bound) {
        boolean quarantine = isQuarantine(fields);
        SourceSpan place = fields.keySpan("policies").orElse(fields.span());
        if (fields.node("policies").isEmpty()) {
            checkAllow(policyDefault(), place, what, bound, quarantine);
            return policyDefault();
        }
        boolean complete = true;
        Set<String> seen = new HashSet<>();
        ImmutableList.Builder<LocatedPolicy> builder = ImmutableList.builder();
        for (Node reference : elements(fields.node("policies").orElseThrow())) {
            String name = reference instanceof ScalarNode scalar ? scalar.text() : "";
            if (name.isEmpty() || seen.add(name)) {
                Optional<ImmutableList<LocatedPolicy>> found = references.resolve(reference);
                complete &= found.isPresent();
                found.ifPresent(builder::addAll);
            } else {
                findings.add(
                        OrganizationFindings.DUPLICATE_ATTACHMENT,
                        reference.span(),
                        Printable.quoted(name) + " is attached to " + what + " twice");
            }
        }
        written.put(
                node,
                elements(fields.node("policies").orElseThrow()).stream()
                        .map(reference -> reference instanceof ScalarNode scalar ? scalar.text() : "")
                        .collect(ImmutableList.toImmutableList()));
        ImmutableList<LocatedPolicy> policies = fewEnough(node, builder.build());
        if (policies.size() > limits.attachedPerNode()) {
            findings.add(
                    OrganizationFindings.TOO_MANY_POLICIES,
                    place,
                    "%s has %d policies attached; the limit is %d (profile %s)"
                            .formatted(what, policies.size(), limits.attachedPerNode(), limits.profile()));
        }
        if (complete) {
            checkAllow(policies, place, what, bound, quarantine);
        }
        return policies;
    }

    /** A node at which nothing is allowed locks everybody out below it, so it has to be said that this is meant. */
    private void checkAllow(
            ImmutableList<LocatedPolicy> policies, SourceSpan place, String what, boolean bound, boolean quarantine) {
        boolean allows = policies.stream().anyMatch(Organization::allows);
        if (quarantine && allows) {
            findings.add(
                    OrganizationFindings.QUARANTINE_ALLOWS,
                    place,
                    what + " is a quarantine, and one of its policies allows something",
                    "leave out what allows, FullAWSAccess too; a node without `policies` has FullAWSAccess");
        } else if (bound && !quarantine && !allows) {
            findings.add(
                    OrganizationFindings.LEVEL_WITHOUT_ALLOW,
                    place,
                    "no policy of " + what + " allows anything, so everything there and below is denied",
                    "add FullAWSAccess; if that is meant, write `quarantine: true` beside `policies`");
        }
    }

    private boolean isQuarantine(Fields fields) {
        Optional<ScalarNode> said = fields.scalar("quarantine");
        said.filter(node -> !node.text().equals("true") && !node.text().equals("false"))
                .ifPresent(node -> findings.add(
                        OrganizationFindings.WRONG_TYPE,
                        node.span(),
                        "`quarantine` is `true` or `false`, not " + Printable.quoted(node.text())));
        return said.map(node -> node.text().equals("true")).orElse(false);
    }

    private ImmutableList<LocatedPolicy> fewEnough(String node, ImmutableList<LocatedPolicy> policies) {
        return policies.size() > limits.attachedPerNode()
                ? packer.pack(node, policies, limits.attachedPerNode())
                : policies;
    }

    private static ImmutableList<Node> elements(Node node) {
        return node instanceof ArrayNode array ? array.elements() : ImmutableList.of(node);
    }

    private static ImmutableList<LocatedPolicy> policyDefault() {
        return ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS);
    }

    private void wrongType(String message, Node node) {
        findings.add(OrganizationFindings.WRONG_TYPE, node.span(), message + ", not " + node.kind());
    }
}

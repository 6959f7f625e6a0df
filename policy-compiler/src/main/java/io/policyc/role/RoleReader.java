package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.intent.IntentRule;
import io.policyc.intent.Partition;
import io.policyc.intent.PermissionRules;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.node.YamlNodes;
import io.policyc.policy.Arn;
import io.policyc.policy.LocatedPolicy;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.time.Duration;
import java.util.Optional;

/** Reads a role file, after its values are put in their places. All mistakes of a file are found in one run. */
final class RoleReader {
    /** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html. */
    private static final TextForm NAME =
            TextForm.of("[A-Za-z0-9_+=,.@-]{1,64}", "the name of a role: 1 to 64 letters, digits and `_+=,.@-`");

    /** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html. */
    private static final int LONGEST_PERMISSION_SET = 32;

    private static final int LONGEST_DESCRIPTION_OF_SET = 700;

    private static final TextForm PATH =
            TextForm.of("/|/[!-~]{1,510}/", "a path that begins and ends with a slash, such as `/ci/`");
    private static final TextForm DESCRIPTION =
            TextForm.of("[\\t\\n\\r -~\\xA1-\\xFF]{1,1000}", "a description of at most 1,000 characters of Latin-1");
    private static final TextForm POLICY = TextForm.of(
            "arn:aws:iam::(?:aws|[0-9]{12}):policy/[!-~]+",
            "the ARN of a managed policy such as `arn:aws:iam::aws:policy/ReadOnlyAccess`");
    private static final TextForm USER = TextForm.of(
            "arn:aws:iam::[0-9]{12}:user/[!-~]+",
            "the ARN of an IAM user such as `arn:aws:iam::123456789012:user/ci-deploy`");

    /** What {@code policyc init} writes where it is told no account; AWS has none of this id. */
    private static final String NO_ACCOUNT = "000000000000";

    private final RoleContext context;
    private final Findings findings = new Findings();

    private RoleReader(RoleContext context) {
        this.context = context;
    }

    static Checked<ReadRole> read(SourceText yaml, RoleContext context) {
        return YamlNodes.read(yaml).then(node -> read(node, context));
    }

    private static Checked<ReadRole> read(Node node, RoleContext context) {
        RoleReader reader = new RoleReader(context);
        Optional<ReadRole> role = reader.role(node);
        return reader.findings.hasErrors()
                ? reader.findings.withoutValue()
                : new Checked<>(role, reader.findings.toList());
    }

    private Optional<ReadRole> role(Node node) {
        if (!(node instanceof ObjectNode written)) {
            findings.add(
                    RoleFindings.WRONG_TYPE,
                    node.span(),
                    "a role is a map that starts with `role: NAME`, not " + node.kind());
            return Optional.empty();
        }
        RoleFields fields =
                new RoleFields(context.intents().substitute(written, ImmutableSet.of("role"), findings), findings);
        final Optional<String> name = fields.required("role", NAME);
        final Optional<String> account = account(fields);
        final String path = fields.text("path", PATH).orElse("/");
        final Optional<String> description = fields.text("description", DESCRIPTION);
        final Duration session = session(fields);
        final Optional<String> owner = fields.text("owner", TextForm.ANY);
        final ImmutableList<String> replaces = fields.texts("replaces", USER);
        if (!fields.has("trust")) {
            fields.missing("trust", "say who may assume the role, for example `trust: {github: {…}}`");
        }
        final Optional<ReadTrust> trust = fields.object("trust")
                .flatMap(found -> TrustReader.read(found, account.orElse("000000000000"), findings));
        final Optional<LocatedPolicy> permissions = permissions(fields, name.orElse(""));
        final ImmutableList<String> managed = fields.texts("managed-policies", POLICY);
        final Optional<String> boundary = fields.text("boundary", POLICY);
        final RoleTags tags = RoleTags.read(fields);
        checkPartition(fields);
        trust.filter(found -> found.trust() instanceof Trust.IdentityCenter)
                .ifPresent(found -> checkPermissionSet(name.orElse(""), fields));
        fields.close("key of a role");
        if (name.isEmpty() || account.isEmpty() || trust.isEmpty()) {
            return Optional.empty();
        }
        RoleIntent intent = new RoleIntent(
                name.get(),
                account.get(),
                path,
                description,
                session,
                trust.get().trust(),
                permissions.map(policy -> policy.document().statements()).orElse(ImmutableList.of()),
                managed,
                boundary,
                tags.values(),
                replaces,
                owner,
                fields.place("role"));
        return Optional.of(new ReadRole(
                intent,
                trust.get().place(),
                trust.get().conditions(),
                permissions.map(LocatedPolicy::places).orElse(ImmutableList.of())));
    }

    /** An id, or the name of an account of the organization. */
    private Optional<String> account(RoleFields fields) {
        Optional<String> written = fields.required("account", TextForm.ANY);
        if (written.isPresent() && written.get().equals(NO_ACCOUNT)) {
            findings.add(
                    RoleFindings.PLACEHOLDER,
                    fields.place("account"),
                    "account `" + NO_ACCOUNT + "` stands for one that is not named yet",
                    "write the id of the account, here and in the ARNs of the role");
        }
        if (written.isEmpty() || Arn.isAccountId(written.get())) {
            return written;
        }
        Optional<String> id = Optional.ofNullable(context.accounts().get(written.get()));
        if (id.isEmpty()) {
            findings.add(
                    RoleFindings.UNKNOWN_ACCOUNT,
                    fields.place("account"),
                    "unknown account " + Printable.quoted(written.get()),
                    context.accounts().isEmpty()
                            ? "write its id of twelve digits; names are those of organization.yaml"
                            : Suggestions.help(written.get(), context.accounts().keySet()));
        }
        return id;
    }

    private Duration session(RoleFields fields) {
        Optional<String> written = fields.text("session", TextForm.ANY);
        Optional<Duration> session = written.flatMap(Sessions::parse);
        if (written.isPresent()
                && session.isEmpty()
                && fields.node("session").orElseThrow() instanceof ScalarNode scalar) {
            fields.invalid(scalar, "session", "is not a duration from 1h to 12h, such as `1h`, `90m` or `1h30m`");
        }
        return session.orElse(Sessions.DEFAULT);
    }

    /** The inline policy; none if there are only managed ones. */
    private Optional<LocatedPolicy> permissions(RoleFields fields, String name) {
        Optional<ArrayNode> list = fields.array("permissions");
        if (list.isEmpty()) {
            if (!fields.has("permissions") && !fields.has("managed-policies")) {
                fields.missing("permissions", "say what the role may do: `permissions` or `managed-policies`");
            }
            return Optional.empty();
        }
        SourceSpan place = list.get().span();
        int errorsBefore = findings.errorCount();
        ImmutableList<IntentRule> rules = PermissionRules.read(list.get(), context.intents(), findings);
        if (list.get().elements().isEmpty()) {
            findings.add(
                    RoleFindings.INVALID_VALUE, place, "`permissions` is an empty list", "name one, or leave it out");
        }
        return findings.errorCount() > errorsBefore
                ? Optional.empty()
                : findings.take(PolicyCompiler.lower(name, place, rules));
    }

    private void checkPartition(RoleFields fields) {
        if (context.intents().partition() != Partition.AWS) {
            findings.add(
                    RoleFindings.INVALID_VALUE,
                    fields.span(),
                    "roles compile for the partition `aws` only, and policyc.yaml names `"
                            + context.intents().partition().word() + "`",
                    "keep roles in a repository of their own");
        }
    }

    /** What Identity Center has no place for. */
    private void checkPermissionSet(String name, RoleFields fields) {
        if (name.length() > LONGEST_PERMISSION_SET) {
            findings.add(
                    RoleFindings.INVALID_VALUE,
                    fields.place("role"),
                    "the name of a permission set has at most " + LONGEST_PERMISSION_SET + " characters, not "
                            + name.length());
        }
        if (fields.node("description").orElse(null) instanceof ScalarNode text
                && text.text().length() > LONGEST_DESCRIPTION_OF_SET) {
            findings.add(
                    RoleFindings.INVALID_VALUE,
                    text.span(),
                    "the description of a permission set has at most " + LONGEST_DESCRIPTION_OF_SET
                            + " characters, not " + text.text().length());
        }
        if (fields.has("path")) {
            findings.add(
                    RoleFindings.CONFLICTING_KEYS,
                    fields.place("path"),
                    "a permission set has no path; Identity Center chooses that of its roles",
                    "leave it out");
        }
    }
}

package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.request.RoleSession.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who calls: {@code principal}, {@code account}, {@code credentials} and {@code mfa}. */
final class PrincipalReader {
    /** Both forms of the role's path: with the home Region in it, and without where that is us-east-1. */
    private static final ImmutableList<String> HOME_REGIONS = ImmutableList.of("us-east-1", "eu-west-1");

    private static final Pattern ARN_OF_USER_OR_ROOT = Pattern.compile("arn:[^:]*:iam::[^:]*:(?:user/.*|root)");
    private final Fields fields;
    private final Findings findings;
    private final Accounts accounts;
    private final CredentialsReader credentials;
    private final Optional<String> resourceAccount;

    /** A principal, and what tells it from the other principals of its description. */
    record NamedPrincipal(String label, Principal principal) {}

    PrincipalReader(Fields fields, Findings findings, Accounts accounts) {
        this.fields = fields;
        this.findings = findings;
        this.accounts = accounts;
        this.credentials = new CredentialsReader(fields, findings);
        this.resourceAccount = fields.scalar("resource-account").flatMap(this::account);
    }

    /** Whether a principal signs with credentials of its own choice. */
    static boolean takesCredentials(Node principal) {
        if (principal instanceof ObjectNode object) {
            return object.get(PrincipalNames.IAM_USER).isPresent()
                    || object.get(PrincipalNames.ROOT).isPresent();
        }
        String text = principal instanceof ScalarNode scalar ? scalar.text() : "";
        return text.equals(PrincipalNames.ROOT)
                || text.startsWith(PrincipalNames.IAM_USER + "/")
                || ARN_OF_USER_OR_ROOT.matcher(text).matches();
    }

    List<NamedPrincipal> read() {
        Optional<ScalarNode> accountNode = fields.scalar("account");
        Optional<String> account = accountNode.flatMap(this::account);
        Optional<Node> node = fields.node("principal");
        if (node.isEmpty()) {
            findings.add(
                    RequestFindings.MISSING_KEY,
                    fields.span(),
                    "a request needs a `principal`",
                    "for example iam-user/alice, role/ci, identity-center/AdministratorAccess or an IAM ARN");
            return ImmutableList.of();
        }
        if (accountNode.isPresent() && account.isEmpty()) {
            account = Optional.of(Accounts.EXAMPLE);
        }
        List<NamedPrincipal> principals = ImmutableList.of();
        if (node.get() instanceof ScalarNode text && !text.isNull()) {
            principals = text.text().startsWith("arn:") ? arn(text, account) : shortForm(text, account);
        } else if (node.get() instanceof ObjectNode object) {
            principals = longForm(object, account);
        } else {
            findings.add(
                    RequestFindings.WRONG_TYPE,
                    node.get().span(),
                    "`principal` must be text or an object, not " + node.get().kind());
        }
        principals.stream().findFirst().ifPresent(principal -> credentials.check(principal.principal()));
        return principals;
    }

    /** The account that owns the resources. */
    Optional<String> resourceAccount() {
        return resourceAccount;
    }

    void fillMfa(Principal principal, Request.Builder builder) {
        credentials.fillMfa(principal, builder);
    }

    private Optional<String> account(ScalarNode node) {
        String text = node.text();
        String id = accounts.ids().get(text);
        if (id != null) {
            return Optional.of(id);
        }
        if (Arn.isAccountId(text)) {
            return Optional.of(text);
        }
        findings.add(
                RequestFindings.UNKNOWN_ACCOUNT,
                node.span(),
                Printable.quoted(text) + " is neither twelve digits nor the name of an account",
                accounts.ids().isEmpty()
                        ? "there is no organization whose accounts have names"
                        : Suggestions.help(text, accounts.ids().keySet()));
        return Optional.empty();
    }

    /** Only its own accounts have something to ask of the SCPs of an organization. */
    private void checkMember(Optional<String> id, ScalarNode node) {
        if (accounts.onlyThese() && id.isPresent() && !accounts.ids().containsValue(id.get())) {
            findings.add(
                    RequestFindings.UNKNOWN_ACCOUNT,
                    fields.keySpan("account").orElse(node.span()),
                    "account " + id.get() + " is not in the organization, so its policies do not bind the principal",
                    Suggestions.help(id.get(), accounts.ids().values()));
        }
    }

    private List<NamedPrincipal> arn(ScalarNode node, Optional<String> account) {
        Optional<PrincipalArn> arn = PrincipalArn.read(node, findings);
        if (arn.isEmpty()) {
            return ImmutableList.of();
        }
        String own = arn.get().account();
        if (account.isPresent() && !account.get().equals(own)) {
            findings.add(
                    RequestFindings.CONTRADICTION,
                    node.span(),
                    "the principal is of account " + own + ", yet `account` says " + account.get(),
                    "leave `account` out; the ARN has it");
        }
        return principal(arn.get().kind(), arn.get().name(), node, Optional.of(own), Optional.empty());
    }

    private List<NamedPrincipal> shortForm(ScalarNode node, Optional<String> account) {
        String text = node.text();
        int slash = text.indexOf('/');
        String kind = slash < 0 ? text : text.substring(0, slash);
        if (!PrincipalNames.KINDS.contains(kind)) {
            findings.add(
                    RequestFindings.INVALID_PRINCIPAL,
                    node.span(),
                    Printable.quoted(text) + " is not a principal",
                    Suggestions.nearest(kind, PrincipalNames.KINDS)
                            .map(near -> "did you mean `" + near + (slash < 0 ? "" : text.substring(slash)) + "`?")
                            .orElse(
                                    "iam-user/NAME, root, role/NAME, identity-center/SET, service-linked-role/NAME, "
                                            + "federated-user/NAME, service/NAME, web-identity/PROVIDER, anonymous, or an ARN"));
            return ImmutableList.of();
        }
        return principal(kind, slash < 0 ? "" : text.substring(slash + 1), node, account, Optional.empty());
    }

    private List<NamedPrincipal> longForm(ObjectNode object, Optional<String> account) {
        Fields longForm = new Fields(object, findings, RequestFindings.WRONG_TYPE);
        List<String> kinds = PrincipalNames.KINDS.stream()
                .filter(kind -> longForm.node(kind).isPresent())
                .toList();
        List<NamedPrincipal> principals = ImmutableList.of();
        boolean onlyToken = kinds.isEmpty() && object.get(TokenFields.TOKEN).isPresent();
        if (onlyToken || kinds.equals(ImmutableList.of(PrincipalNames.WEB_IDENTITY))) {
            Optional<List<NamedPrincipal>> named = longForm.scalar(PrincipalNames.WEB_IDENTITY)
                    .map(node -> principal(PrincipalNames.WEB_IDENTITY, node.text(), node, account, Optional.empty()));
            principals = new TokenFields(longForm, fields, findings, account.or(accounts::byDefault)).apply(named);
        } else if (kinds.size() == 1) {
            String kind = kinds.get(0);
            Optional<ScalarNode> node = longForm.scalar(kind);
            if (node.isPresent()) {
                String name = node.get().text();
                boolean root = PrincipalNames.NAMELESS.contains(kind) && name.equals("true");
                SessionFields session = new SessionFields(kind, longForm, findings);
                principals = principal(kind, root ? "" : name, node.get(), account, Optional.of(session));
            }
        } else {
            findings.add(
                    RequestFindings.INVALID_PRINCIPAL,
                    object.span(),
                    kinds.isEmpty()
                            ? "a principal says what it is"
                            : "a principal is one of " + String.join(", ", kinds) + ", not several",
                    "one of the keys " + String.join(", ", PrincipalNames.KINDS));
        }
        longForm.reportUnknown(RequestFindings.UNKNOWN_KEY, "key of a principal");
        return principals;
    }

    private List<NamedPrincipal> principal(
            String kind, String name, ScalarNode node, Optional<String> account, Optional<SessionFields> session) {
        if (kind.equals(PrincipalNames.SERVICE)) {
            ScalarNode service = new ScalarNode(node.type(), name, node.span());
            return CallReader.service(service, findings)
                    .map(valid -> one(new AwsService(valid)))
                    .orElse(ImmutableList.of());
        }
        if (PrincipalNames.NAMELESS.contains(kind) && !name.isEmpty()) {
            findings.add(
                    RequestFindings.INVALID_PRINCIPAL,
                    node.span(),
                    "a principal of kind `" + kind + "` has no name, not " + Printable.quoted(name),
                    "`" + kind + "`, or {" + kind + ": true}");
            return ImmutableList.of();
        }
        if (kind.equals(PrincipalNames.ANONYMOUS)) {
            return one(new Anonymous());
        }
        if (kind.equals(PrincipalNames.WEB_IDENTITY) && !name.equals(SessionFields.GITHUB)) {
            return PrincipalNames.checkProvider(name, node, findings) ? one(new WebIdentity(name)) : ImmutableList.of();
        }
        Optional<String> id = account.or(accounts::byDefault);
        if (id.isEmpty()) {
            findings.add(
                    RequestFindings.MISSING_KEY,
                    node.span(),
                    "a request to an organization needs an `account`",
                    Suggestions.help("", accounts.ids().keySet()));
        }
        String accountId = id.orElse(Accounts.EXAMPLE);
        checkMember(id, node);
        if (kind.equals(PrincipalNames.WEB_IDENTITY)) {
            return one(new WebIdentity(SessionFields.githubProvider(accountId)));
        }
        if (kind.equals(PrincipalNames.ROOT)) {
            return one(new RootUser(accountId, credentials.value()));
        }
        if (!PrincipalNames.check(kind, name, node, findings)) {
            return ImmutableList.of();
        }
        return switch (kind) {
            case PrincipalNames.IAM_USER -> one(IamUser.of(accountId, name, credentials.value()));
            case PrincipalNames.FEDERATED_USER -> one(new FederatedUser(accountId, name));
            case PrincipalNames.SERVICE_LINKED_ROLE ->
                one(RoleSession.of(accountId, "aws-service-role/" + name, Kind.SERVICE_LINKED));
            case PrincipalNames.IDENTITY_CENTER -> identityCenter(accountId, name, session);
            default ->
                one(session.map(given -> given.apply(RoleSession.of(accountId, name, given.kind())))
                        .orElseGet(() -> RoleSession.of(accountId, name, kindOfPath(name))));
        };
    }

    private static Kind kindOfPath(String pathAndName) {
        if (pathAndName.startsWith("aws-service-role/")) {
            return Kind.SERVICE_LINKED;
        }
        return pathAndName.startsWith("aws-reserved/sso.amazonaws.com/") ? Kind.IDENTITY_CENTER : Kind.ASSUMED;
    }

    private static List<NamedPrincipal> identityCenter(
            String account, String permissionSet, Optional<SessionFields> session) {
        Optional<String> home = session.flatMap(SessionFields::homeRegion);
        ImmutableList.Builder<NamedPrincipal> principals = ImmutableList.builder();
        for (String region : home.map(ImmutableList::of).orElse(HOME_REGIONS)) {
            RoleSession role = RoleSession.identityCenter(account, permissionSet, region);
            RoleSession named = session.map(given -> given.apply(role)).orElse(role);
            principals.add(new NamedPrincipal(home.isPresent() ? "" : "home region " + region, named));
        }
        return principals.build();
    }

    private static List<NamedPrincipal> one(Principal principal) {
        return ImmutableList.of(new NamedPrincipal("", principal));
    }
}

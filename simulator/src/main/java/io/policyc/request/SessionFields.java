package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.Fields;
import io.policyc.node.ScalarNode;
import io.policyc.request.RoleSession.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the long form says of a role's session: how it came to be, its name, its identity provider, its home Region. */
final class SessionFields {
    /** A word for the provider that everybody means by it. */
    static final String GITHUB = "github";

    private static final Pattern SESSION_NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{2,64}");

    private static final ImmutableList<String> ROLE_SESSIONS = Arrays.stream(Kind.values())
            .filter(kind -> kind != Kind.IDENTITY_CENTER && kind != Kind.SERVICE_LINKED)
            .map(Kind::word)
            .collect(ImmutableList.toImmutableList());

    private final Findings findings;
    private Kind kind = Kind.ASSUMED;
    private Optional<String> name = Optional.empty();
    private Optional<String> provider = Optional.empty();
    private Optional<String> homeRegion = Optional.empty();

    /** Asks only for the keys that the kind of principal has, so that others are reported. */
    SessionFields(String principalKind, Fields fields, Findings findings) {
        this.findings = findings;
        if (principalKind.equals(PrincipalNames.ROLE)) {
            fields.scalar("session").ifPresent(this::kind);
            Optional<ScalarNode> given = fields.scalar("provider");
            given.ifPresent(this::provider);
            name = fields.scalar("name").flatMap(this::sessionName);
        } else if (principalKind.equals(PrincipalNames.IDENTITY_CENTER)) {
            Optional<ScalarNode> region = fields.scalar("home-region");
            region.ifPresent(node -> CallReader.checkRegion(node, findings));
            homeRegion = region.map(ScalarNode::text);
            name = fields.scalar("name").flatMap(this::sessionName);
        }
    }

    Kind kind() {
        return kind;
    }

    Optional<String> homeRegion() {
        return homeRegion;
    }

    RoleSession apply(RoleSession session) {
        RoleSession named = name.map(session::withSessionName).orElse(session);
        return provider.map(text -> text.equals(GITHUB) ? githubProvider(session.accountId()) : text)
                .map(named::withProvider)
                .orElse(named);
    }

    /** The provider of GitHub Actions as it is set up in an account. */
    static String githubProvider(String accountId) {
        return "arn:aws:iam::" + accountId + ":oidc-provider/token.actions.githubusercontent.com";
    }

    private void kind(ScalarNode node) {
        Optional<Kind> parsed = Kind.parse(node.text()).filter(found -> ROLE_SESSIONS.contains(found.word()));
        if (parsed.isEmpty()) {
            findings.add(
                    RequestFindings.INVALID_PRINCIPAL,
                    node.span(),
                    "a role has no session of the kind " + Printable.quoted(node.text()),
                    Kind.parse(node.text())
                            .map(other -> "that is a principal of its own")
                            .orElseGet(() -> Suggestions.help(node.text(), ROLE_SESSIONS)));
        }
        kind = parsed.orElse(Kind.ASSUMED);
    }

    /**
     * The name of a session as STS takes it.
     *
     * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">RoleSessionName</a>
     */
    private Optional<String> sessionName(ScalarNode node) {
        if (SESSION_NAME.matcher(node.text()).matches()) {
            return Optional.of(node.text());
        }
        findings.add(
                RequestFindings.INVALID_PRINCIPAL,
                node.span(),
                Printable.quoted(node.text()) + " is not the name of a session",
                "2 to 64 letters, digits and _+=,.@-");
        return Optional.empty();
    }

    private void provider(ScalarNode node) {
        if (kind != Kind.WEB_IDENTITY && kind != Kind.SAML) {
            findings.add(
                    RequestFindings.INVALID_PRINCIPAL,
                    node.span(),
                    "only sessions of the kinds `web-identity` and `saml` have a provider",
                    "add `session: web-identity` or `session: saml`");
        }
        provider = Optional.of(node.text());
    }
}

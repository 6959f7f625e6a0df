package io.policyc.request;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ScalarNode;
import java.util.regex.Pattern;

/**
 * The names that IAM takes, and the words for kinds of principals.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Names</a>
 */
final class PrincipalNames {
    static final String IAM_USER = "iam-user";
    static final String ROOT = "root";
    static final String ROLE = "role";
    static final String IDENTITY_CENTER = "identity-center";
    static final String SERVICE_LINKED_ROLE = "service-linked-role";
    static final String SERVICE = "service";
    static final String FEDERATED_USER = "federated-user";
    static final String ANONYMOUS = "anonymous";
    static final String WEB_IDENTITY = "web-identity";

    /** All kinds, as the short form starts with them and the long form has them as keys. */
    static final ImmutableSet<String> KINDS = ImmutableSet.of(
            IAM_USER,
            ROOT,
            ROLE,
            IDENTITY_CENTER,
            SERVICE_LINKED_ROLE,
            SERVICE,
            FEDERATED_USER,
            WEB_IDENTITY,
            ANONYMOUS);

    /** Kinds of which there is one, so that it has no name. */
    static final ImmutableSet<String> NAMELESS = ImmutableSet.of(ROOT, ANONYMOUS);

    private static final Pattern PATH_AND_NAME = Pattern.compile("(?:[!-~&&[^*?/]]++/)*+[A-Za-z0-9_+=,.@-]{1,64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

    private static final Pattern PROVIDER = Pattern.compile(
            "arn:[a-z-]{1,20}:iam::[0-9]{12}:(oidc|saml)-provider/[!-~&&[^*?]]{1,255}|[A-Za-z0-9.-]{1,255}");

    /** An issuer without its scheme: a host with a dot in it, and a path. */
    private static final Pattern ISSUER =
            Pattern.compile("(?=[^/]*\\.)[A-Za-z0-9.-]{1,255}(?:/[!-~&&[^*?:${}]]{0,254})?");

    /** The longest path of IAM, 512 characters, and a name. */
    private static final int LONGEST = 512 + 64;

    private PrincipalNames() {}

    /** Whether a text names an identity provider as a trust policy does. */
    static boolean checkProvider(String name, ScalarNode place, Findings findings) {
        if (PROVIDER.matcher(name).matches()) {
            return true;
        }
        findings.add(
                RequestFindings.INVALID_PRINCIPAL,
                place.span(),
                Printable.quoted(name) + " is not an identity provider",
                "`web-identity/github`, accounts.google.com, or arn:aws:iam::ACCOUNT:oidc-provider/HOST");
        return false;
    }

    /**
     * Whether IAM could have a provider for an issuer.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html">Url</a>
     */
    static boolean isIssuer(String issuer) {
        return issuer.length() < 256 && ISSUER.matcher(issuer).matches();
    }

    /** Whether a name may stand there, with a path before it if the kind has one. */
    static boolean check(String kind, String name, ScalarNode place, Findings findings) {
        boolean plain = kind.equals(IDENTITY_CENTER) || kind.equals(FEDERATED_USER);
        if (name.length() <= LONGEST
                && (plain ? NAME : PATH_AND_NAME).matcher(name).matches()) {
            return true;
        }
        boolean wildcard = name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
        findings.add(
                RequestFindings.INVALID_PRINCIPAL,
                place.span(),
                Printable.quoted(name) + " is not the name of a principal of kind `" + kind + "`",
                wildcard
                        ? "a request has one principal, without wildcards"
                        : "letters, digits and _+=,.@- " + (plain ? "" : "with an optional path, ") + "for example `"
                                + kind + "/" + (plain ? "Name" : "path/name") + "`");
        return false;
    }
}

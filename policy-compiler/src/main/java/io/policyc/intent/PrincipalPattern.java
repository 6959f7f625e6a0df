package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values of the facet {@code principal}: a kind of principal with an optional path, or an ARN pattern for
 * aws:PrincipalArn.
 *
 * @see <a href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">Roles of IAM
 *     Identity Center</a>
 */
final class PrincipalPattern {
    private static final List<String> KINDS = List.of("iam-user", "root", "role", "identity-center");
    private static final String PREFIX = "arn:aws:iam::*:";

    /**
     * With and without the Region of the Identity Center instance, which its us-east-1 form leaves out. Nobody but Identity
     * Center can create roles under this path.
     */
    private static final String IDENTITY_CENTER = PREFIX + "role/aws-reserved/sso.amazonaws.com/";

    private static final String PERMISSION_SET = "AWSReservedSSO_";

    /** The suffix that Identity Center appends to the name of a permission set. */
    private static final String SUFFIX = "_????????????????";

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}|[0-9?]*\\*[0-9?*]*|[0-9?]{12}");
    private static final Pattern IAM_PRINCIPAL = Pattern.compile("(?:user|role)/.+|root|[a-z]*[*?].*");
    private static final Pattern STS_PRINCIPAL = Pattern.compile("federated-user/.+|[a-z-]*[*?].*");
    private static final Pattern WITHOUT_IDENTITY_CENTER_PATH =
            Pattern.compile("role/(?!aws-reserved/).*AWSReservedSSO_.*");

    private PrincipalPattern() {}

    /** The ARN patterns of a value; a finding and nothing if there is none. */
    static ImmutableList<String> read(ScalarNode scalar, Findings findings) {
        String text = scalar.text();
        if (text.startsWith("arn:")) {
            return arn(scalar, findings).stream().collect(ImmutableList.toImmutableList());
        }
        int slash = text.indexOf('/');
        String kind = slash < 0 ? text : text.substring(0, slash);
        String path = slash < 0 ? "" : text.substring(slash + 1);
        if (kind.equals("identity-center") && !path.isEmpty()) {
            return permissionSet(path);
        }
        return named(scalar, kind, path, findings).stream().collect(ImmutableList.toImmutableList());
    }

    /**
     * Both forms of the path, each spelled out: one pattern with a star for the Region would also match a permission set
     * whose own name ends like this.
     */
    private static ImmutableList<String> permissionSet(String name) {
        return ImmutableList.of(
                IDENTITY_CENTER + PERMISSION_SET + name + SUFFIX,
                IDENTITY_CENTER + "*/" + PERMISSION_SET + name + SUFFIX);
    }

    private static Optional<String> named(ScalarNode scalar, String kind, String path, Findings findings) {
        boolean slash = scalar.text().contains("/");
        if (slash && kind.equals("root")) {
            return invalid(scalar, findings, "is no kind of principal", "an account has one `root`, without a name");
        }
        if (slash && path.isEmpty()) {
            return invalid(scalar, findings, "has nothing after the slash that it could name", "for example role/ci");
        }
        return switch (kind) {
            case "iam-user" -> Optional.of(PREFIX + "user/" + (path.isEmpty() ? "*" : path));
            case "root" -> Optional.of(PREFIX + "root");
            case "role" -> Optional.of(PREFIX + "role/" + (path.isEmpty() ? "*" : path));
            case "identity-center" -> Optional.of(IDENTITY_CENTER + "*" + PERMISSION_SET + "*");
            default ->
                invalid(
                        scalar,
                        findings,
                        "is no kind of principal",
                        Suggestions.help(kind, KINDS) + "; or an ARN such as arn:aws:iam::*:role/ci");
        };
    }

    private static Optional<String> arn(ScalarNode scalar, Findings findings) {
        Optional<String[]> fields = Arn.fields(scalar.text());
        if (fields.isEmpty()) {
            return invalid(
                    scalar,
                    findings,
                    "has fewer than six fields, so it would match nobody, or everybody",
                    "write arn:aws:iam::ACCOUNT:role/NAME; `*` for any account");
        }
        String service = fields.get()[2];
        String account = fields.get()[4];
        String resource = fields.get()[5];
        if (service.equals("sts") && resource.startsWith("assumed-role/")) {
            return never(
                    scalar,
                    findings,
                    "names a session, but aws:PrincipalArn of a session is the ARN of its role",
                    "write arn:aws:iam::" + account + ":role/PATH/NAME, with the role's path");
        }
        boolean region = !fields.get()[3].isEmpty() && !fields.get()[3].equals("*");
        if (region || !isPrincipal(service, resource)) {
            return never(
                    scalar,
                    findings,
                    "is no ARN of a principal",
                    "principals are arn:aws:iam::…:user/…, :role/… or :root, and arn:aws:sts::…:federated-user/…");
        }
        if (!ACCOUNT.matcher(account).matches()) {
            return invalid(scalar, findings, "has an account id that is not twelve digits", "or `*` for any account");
        }
        if (WITHOUT_IDENTITY_CENTER_PATH.matcher(resource).matches() && !resource.startsWith("role/*")) {
            return never(
                    scalar,
                    findings,
                    "lacks the path of Identity Center's roles",
                    "write `identity-center`, or `identity-center/PERMISSION_SET`");
        }
        return Optional.of(scalar.text());
    }

    /** Whether service and resource can be those of a user, role, root user or federated user; a wildcard can be any. */
    private static boolean isPrincipal(String service, String resource) {
        return switch (service) {
            case "iam" -> IAM_PRINCIPAL.matcher(resource).matches();
            case "sts" -> STS_PRINCIPAL.matcher(resource).matches();
            default -> service.contains("*") || service.contains("?");
        };
    }

    private static Optional<String> never(ScalarNode scalar, Findings findings, String why, String help) {
        findings.add(
                IntentFindings.NEVER_APPLIES,
                scalar.span(),
                "principal " + Printable.quoted(scalar.text()) + " " + why,
                help);
        return Optional.empty();
    }

    private static Optional<String> invalid(ScalarNode scalar, Findings findings, String why, String help) {
        findings.add(
                IntentFindings.INVALID_PRINCIPAL,
                scalar.span(),
                "principal " + Printable.quoted(scalar.text()) + " " + why,
                help);
        return Optional.empty();
    }
}

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

    /**
     * With and without the Region of the Identity Center instance, which its us-east-1 form leaves out. Nobody but Identity
     * Center can create roles under this path.
     */
    private static final String IDENTITY_CENTER = "role/aws-reserved/sso.amazonaws.com/";

    private static final String PERMISSION_SET = "AWSReservedSSO_";

    /** The suffix that Identity Center appends to the name of a permission set. */
    private static final String SUFFIX = "_????????????????";

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}|[0-9?]*\\*[0-9?*]*|[0-9?]{12}");
    private static final Pattern IAM_PRINCIPAL = Pattern.compile("(?:user|role)/.+|root|[a-z]*[*?].*");
    private static final Pattern STS_PRINCIPAL = Pattern.compile("federated-user/.+|[a-z-]*[*?].*");
    private static final Pattern WITHOUT_IDENTITY_CENTER_PATH =
            Pattern.compile("role/(?!aws-reserved/).*AWSReservedSSO_.*");

    private final String prefix;
    private final Findings findings;

    private PrincipalPattern(Partition partition, Findings findings) {
        this.prefix = "arn:" + partition.field() + ":iam::*:";
        this.findings = findings;
    }

    /** The ARN patterns of some values; what stands for none is reported. */
    static ImmutableList<String> read(FacetValues values) {
        PrincipalPattern reader = new PrincipalPattern(values.partition(), values.findings());
        return values.scalars().stream()
                .flatMap(scalar -> reader.patterns(scalar).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<String> patterns(ScalarNode scalar) {
        String text = scalar.text();
        if (text.startsWith("arn:")) {
            return arn(scalar).stream().collect(ImmutableList.toImmutableList());
        }
        int slash = text.indexOf('/');
        String kind = slash < 0 ? text : text.substring(0, slash);
        String path = slash < 0 ? "" : text.substring(slash + 1);
        if (kind.equals("identity-center") && !path.isEmpty()) {
            return permissionSet(path);
        }
        return named(scalar, kind, path).stream().collect(ImmutableList.toImmutableList());
    }

    /**
     * Both forms of the path, each spelled out: one pattern with a star for the Region would also match a permission set
     * whose own name ends like this.
     */
    private ImmutableList<String> permissionSet(String name) {
        return ImmutableList.of(
                prefix + IDENTITY_CENTER + PERMISSION_SET + name + SUFFIX,
                prefix + IDENTITY_CENTER + "*/" + PERMISSION_SET + name + SUFFIX);
    }

    private Optional<String> named(ScalarNode scalar, String kind, String path) {
        boolean slash = scalar.text().contains("/");
        if (slash && kind.equals("root")) {
            return invalid(scalar, "is no kind of principal", "an account has one `root`, without a name");
        }
        if (slash && path.isEmpty()) {
            return invalid(scalar, "has nothing after the slash that it could name", "for example role/ci");
        }
        return switch (kind) {
            case "iam-user" -> Optional.of(prefix + "user/" + (path.isEmpty() ? "*" : path));
            case "root" -> Optional.of(prefix + "root");
            case "role" -> Optional.of(prefix + "role/" + (path.isEmpty() ? "*" : path));
            case "identity-center" -> Optional.of(prefix + IDENTITY_CENTER + "*" + PERMISSION_SET + "*");
            default ->
                invalid(
                        scalar,
                        "is no kind of principal",
                        Suggestions.help(kind, KINDS) + "; or an ARN such as arn:aws:iam::*:role/ci");
        };
    }

    private Optional<String> arn(ScalarNode scalar) {
        Optional<String[]> fields = Arn.fields(scalar.text());
        if (fields.isEmpty()) {
            return invalid(
                    scalar,
                    "has fewer than six fields, so it would match nobody, or everybody",
                    "write arn:aws:iam::ACCOUNT:role/NAME; `*` for any account");
        }
        String service = fields.get()[2];
        String account = fields.get()[4];
        String resource = fields.get()[5];
        if (matchesNobody(scalar, findings)) {
            return Optional.empty();
        }
        boolean region = !fields.get()[3].isEmpty() && !fields.get()[3].equals("*");
        if (region || !isPrincipal(service, resource)) {
            never(
                    scalar,
                    findings,
                    "is no ARN of a principal",
                    "principals are arn:aws:iam::…:user/…, :role/… or :root, and arn:aws:sts::…:federated-user/…");
            return Optional.empty();
        }
        if (!ACCOUNT.matcher(account).matches()) {
            return invalid(scalar, "has an account id that is not twelve digits", "or `*` for any account");
        }
        return Optional.of(scalar.text());
    }

    /** Whether an ARN pattern is written as aws:PrincipalArn never is; a finding then. Raw conditions are held to it too. */
    static boolean matchesNobody(ScalarNode scalar, Findings findings) {
        Optional<String[]> fields = Arn.fields(scalar.text());
        if (fields.isEmpty()) {
            return false;
        }
        String account = fields.get()[4];
        String resource = fields.get()[5];
        if (fields.get()[2].equals("sts") && resource.startsWith("assumed-role/")) {
            never(
                    scalar,
                    findings,
                    "names a session, but aws:PrincipalArn of a session is the ARN of its role",
                    "write arn:aws:iam::" + account + ":role/PATH/NAME, with the role's path");
            return true;
        }
        if (WITHOUT_IDENTITY_CENTER_PATH.matcher(resource).matches() && !resource.startsWith("role/*")) {
            never(
                    scalar,
                    findings,
                    "lacks the path of Identity Center's roles",
                    "write `identity-center`, or `identity-center/PERMISSION_SET`");
            return true;
        }
        return false;
    }

    /** Whether service and resource can be those of a user, role, root user or federated user; a wildcard can be any. */
    private static boolean isPrincipal(String service, String resource) {
        return switch (service) {
            case "iam" -> IAM_PRINCIPAL.matcher(resource).matches();
            case "sts" -> STS_PRINCIPAL.matcher(resource).matches();
            default -> service.contains("*") || service.contains("?");
        };
    }

    private static void never(ScalarNode scalar, Findings findings, String why, String help) {
        findings.add(
                IntentFindings.NEVER_APPLIES,
                scalar.span(),
                "principal " + Printable.quoted(scalar.text()) + " " + why,
                help);
    }

    private Optional<String> invalid(ScalarNode scalar, String why, String help) {
        findings.add(
                IntentFindings.INVALID_PRINCIPAL,
                scalar.span(),
                "principal " + Printable.quoted(scalar.text()) + " " + why,
                help);
        return Optional.empty();
    }
}

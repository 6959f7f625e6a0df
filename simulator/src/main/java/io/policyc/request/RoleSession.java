package io.policyc.request;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A session of an IAM role.
 *
 * @param accountId twelve digits
 * @param path of the role, with a slash at both ends, {@code /} for none
 * @param sessionName empty if nobody said
 * @param provider the identity provider of web-identity and SAML sessions; empty if nobody said
 */
public record RoleSession(
        String accountId,
        String path,
        String roleName,
        Kind kind,
        Optional<String> sessionName,
        Optional<String> provider)
        implements Principal {

    private static final String SERVICE_LINKED_PATH = "/aws-service-role/";

    public RoleSession {
        Sessions.checkPath(path);
    }

    /** How the session came to be. */
    public enum Kind {
        /** By AssumeRole, from the same or another account. */
        ASSUMED("assumed"),
        CROSS_ACCOUNT("cross-account"),
        /** An EC2 instance profile. */
        INSTANCE("instance"),
        LAMBDA("lambda"),
        ECS("ecs"),
        /** By AssumeRoleWithWebIdentity. */
        WEB_IDENTITY("web-identity"),
        /** By AssumeRoleWithSAML. */
        SAML("saml"),
        IDENTITY_CENTER("identity-center"),
        SERVICE_LINKED("service-linked");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in test files. */
        public String word() {
            return word;
        }

        public static Optional<Kind> parse(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }

        private boolean federated() {
            return this == WEB_IDENTITY || this == SAML || this == IDENTITY_CENTER;
        }
    }

    /**
     * A session of a role by its name with its path before it.
     *
     * @param pathAndName for example {@code ci} or {@code service-role/lambda-x}
     */
    public static RoleSession of(String accountId, String pathAndName, Kind kind) {
        int slash = pathAndName.lastIndexOf('/');
        return new RoleSession(
                accountId,
                "/" + pathAndName.substring(0, slash + 1),
                pathAndName.substring(slash + 1),
                kind,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * A session of IAM Identity Center. The path of its role holds the Region of the Identity Center instance, except
     * where that is us-east-1.
     *
     * @param homeRegion the Region of the Identity Center instance
     * @see <a href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">Referencing
     *     permission sets</a>
     */
    public static RoleSession identityCenter(String accountId, String permissionSet, String homeRegion) {
        String region = homeRegion.equals("us-east-1") ? "" : homeRegion + "/";
        String suffix = String.format(Locale.ROOT, "%016x", 0x5eed_0000_0000_0000L ^ permissionSet.hashCode());
        return of(
                accountId,
                "aws-reserved/sso.amazonaws.com/" + region + "AWSReservedSSO_" + permissionSet + "_" + suffix,
                Kind.IDENTITY_CENTER);
    }

    public RoleSession withSessionName(String name) {
        return new RoleSession(accountId, path, roleName, kind, Optional.of(name), provider);
    }

    public RoleSession withProvider(String name) {
        return new RoleSession(accountId, path, roleName, kind, sessionName, Optional.of(name));
    }

    /**
     * Whether the role is linked to an AWS service, which the path tells; customers cannot create roles under it.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html">Service-linked roles</a>
     */
    public boolean isServiceLinked() {
        return path.startsWith(SERVICE_LINKED_PATH);
    }

    @Override
    public Optional<String> account() {
        return Optional.of(accountId);
    }

    @Override
    public Optional<String> arn() {
        return Optional.of("arn:aws:iam::" + accountId + ":role" + path + roleName);
    }

    @Override
    public ImmutableMap<ConditionKey, ContextValue> context() {
        ContextBuilder context = Sessions.signed(accountId, arn().orElseThrow(), "AssumedRole")
                .someValue("aws:TokenIssueTime")
                .absent("aws:username", "aws:AssumedRoot", "aws:SignInSessionArn");
        if (kind.federated()) {
            context.absent("aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");
        }
        if (kind == Kind.WEB_IDENTITY || kind == Kind.SAML) {
            provider.ifPresentOrElse(
                    name -> context.present("aws:FederatedProvider", name),
                    () -> context.unknown("aws:FederatedProvider"));
        } else if (kind != Kind.IDENTITY_CENTER) {
            context.absent("aws:FederatedProvider");
        }
        context.absent(Sessions.WORKLOAD_KEYS);
        switch (kind) {
            case INSTANCE ->
                context.unknown(
                        "aws:Ec2InstanceSourceVpc",
                        "aws:Ec2InstanceSourcePrivateIPv4",
                        "ec2:SourceInstanceArn",
                        "ec2:RoleDelivery");
            case LAMBDA -> context.unknown("lambda:SourceFunctionArn");
            default -> {}
        }
        return context.build();
    }
}

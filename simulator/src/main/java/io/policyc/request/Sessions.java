package io.policyc.request;

/** What sessions have in common. */
final class Sessions {
    private Sessions() {}

    /** Paths of IAM start and end with a slash; anything else would make another name of the principal. */
    static void checkPath(String path) {
        if (!path.startsWith("/") || !path.endsWith("/")) {
            throw new IllegalArgumentException("a path starts and ends with a slash: " + path);
        }
    }

    /** The keys of requests by principals that are neither AWS services nor in a session of a special kind. */
    static ContextBuilder signed(String account, String arn, String type) {
        return new ContextBuilder()
                .present("aws:PrincipalArn", arn)
                .present("aws:PrincipalAccount", account)
                .present("aws:PrincipalType", type)
                .present("aws:PrincipalIsAWSService", false)
                .absent("aws:PrincipalServiceName", "aws:PrincipalServiceNamesList");
    }

    /** The keys that only temporary credentials carry. */
    static final String[] TEMPORARY_KEYS = {
        "aws:TokenIssueTime",
        "aws:MultiFactorAuthPresent",
        "aws:MultiFactorAuthAge",
        "aws:FederatedProvider",
        "aws:SourceIdentity",
        "aws:AssumedRoot",
        "aws:SignInSessionArn"
    };

    /** The keys that only credentials delivered to a workload carry. */
    static final String[] WORKLOAD_KEYS = {
        "aws:Ec2InstanceSourceVpc",
        "aws:Ec2InstanceSourcePrivateIPv4",
        "ec2:SourceInstanceArn",
        "ec2:RoleDelivery",
        "lambda:SourceFunctionArn",
        "ssm:SourceInstanceArn"
    };
}

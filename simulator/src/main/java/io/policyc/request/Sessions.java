package io.policyc.request;

/** What sessions have in common. */
final class Sessions {
    /**
     * A time at which a session was issued, for requests that name none: present, and in the past of every test. Whoever
     * tests the age of a token gives aws:TokenIssueTime in the context.
     */
    static final String ISSUE_TIME = "2026-01-01T00:00:00Z";

    private Sessions() {}

    /** The keys of requests by principals that are neither AWS services nor in a session of a special kind. */
    static ContextBuilder signed(String account, String arn, String type) {
        return new ContextBuilder()
                .present("aws:PrincipalArn", arn)
                .present("aws:PrincipalAccount", account)
                .present("aws:PrincipalType", type)
                .present("aws:PrincipalIsAWSService", false)
                .absent("aws:PrincipalServiceName", "aws:PrincipalServiceNamesList");
    }

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

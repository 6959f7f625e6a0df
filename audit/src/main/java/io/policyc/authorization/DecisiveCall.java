package io.policyc.authorization;

import com.google.common.collect.ImmutableList;

/**
 * A call that an administrator may make.
 *
 * @param resource with {@code %p} for the partition and {@code %a} for the account
 * @param telling whether nobody without it is an administrator; the others tell whether it is really everything
 * @param words what it is, after "no policy allows"
 */
record DecisiveCall(String action, String resource, boolean telling, String words) {
    /** Names that nobody gives: a pattern that covers them covers every name of the kind. */
    private static final String NAME = "policyc-any-name-4f1c";

    private static final String REGION = "policyc-any-region-1";

    /** In the order in which the first one that is not allowed is named. */
    static final ImmutableList<DecisiveCall> ALL = ImmutableList.of(
            telling("iam:CreateUser", "arn:%p:iam::%a:user/" + NAME),
            telling("iam:AttachUserPolicy", "arn:%p:iam::%a:user/" + NAME),
            telling("iam:PutUserPolicy", "arn:%p:iam::%a:user/" + NAME),
            telling("sts:AssumeRole", "arn:%p:iam::%a:role/" + NAME),
            telling("s3:GetObject", "arn:%p:s3:::" + NAME + "/" + NAME),
            telling("ec2:RunInstances", "arn:%p:ec2:" + REGION + ":%a:instance/" + NAME),
            telling("kms:Decrypt", "arn:%p:kms:" + REGION + ":%a:key/" + NAME),
            telling("organizations:DescribeAccount", "arn:%p:organizations::%a:account/" + NAME + "/" + NAME),
            new DecisiveCall("ec2:DescribeInstances", "*", false, "calls without a resource"),
            new DecisiveCall(
                    NAME + ":AnyAction",
                    "arn:%p:" + NAME + ":" + REGION + ":%a:any/" + NAME,
                    false,
                    "actions of any service"),
            new DecisiveCall(NAME + ":AnyAction", "*", false, "actions of any service"));

    private static DecisiveCall telling(String action, String resource) {
        return new DecisiveCall(action, resource, true, "`" + action + "`");
    }

    String resource(String partition, String account) {
        return resource.replace("%p", partition).replace("%a", account);
    }
}

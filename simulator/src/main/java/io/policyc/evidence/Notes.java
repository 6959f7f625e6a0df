package io.policyc.evidence;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** Collects what evidence does not tell, and what is guessed instead. */
public final class Notes {
    /** How to say who called. */
    public static final String GIVE_PRINCIPAL =
            "give --principal, for example role/path/name, iam-user/name or web-identity/PROVIDER";

    static final String DECODE =
            "decode it with `aws sts decode-authorization-message --encoded-message TEXT`, and give what that prints"
                    + " with --message";

    private static final String IDENTITY_CENTER = "AWSReservedSSO_";

    private final List<Finding> list = new ArrayList<>();

    public void notTold(SourceSpan at, String message, String help) {
        list.add(Finding.of(EvidenceFindings.NOT_TOLD, at, message).withHelp(help));
    }

    public void guess(SourceSpan at, String message, String help) {
        list.add(Finding.of(EvidenceFindings.GUESS, at, message).withHelp(help));
    }

    /** A part of a message that only AWS can read. */
    public void encoded(SourceSpan at) {
        notTold(at, "the message has an encoded part, which tells more", DECODE);
    }

    /** Describes a caller by its ARN alone. */
    public void callerArn(ScalarNode arn, Description description) {
        CallerArn.describe(arn.text(), arn.span(), description, this);
    }

    /**
     * The ARN of a session leaves out the path of its role, which aws:PrincipalArn has. Roles of IAM Identity Center have
     * one of two paths.
     *
     * @see <a href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">Referencing
     *     permission sets</a>
     */
    public void roleWithoutPath(String role, SourceSpan at) {
        String path = role.startsWith(IDENTITY_CENTER)
                ? "--principal role/aws-reserved/sso.amazonaws.com/HOME-REGION/" + role
                        + ", without HOME-REGION/ if that is us-east-1"
                : "--principal role/PATH/" + role + ", or role/" + role + " if it has none";
        notTold(
                at,
                "the path of role " + Printable.quoted(role) + " is not told, so aws:PrincipalArn is not",
                "give " + path);
    }

    public ImmutableList<Finding> toList() {
        return ImmutableList.copyOf(list);
    }
}

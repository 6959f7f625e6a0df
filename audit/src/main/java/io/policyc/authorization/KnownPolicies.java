package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * Policies of AWS whose documents are known where the details do not have them. AWS creates a policy with another name rather than
 * change what such a one is for. Of the quarantine policies only what matters here.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html">AdministratorAccess</a>
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSDenyAll.html">AWSDenyAll</a>
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV2.html">
 *     AWSCompromisedKeyQuarantineV2</a>
 */
final class KnownPolicies {
    private static final String QUARANTINE =
            document("Deny", "[\"iam:AttachUserPolicy\",\"iam:CreateUser\",\"iam:PutUserPolicy\"]");

    private static final ImmutableMap<String, String> DOCUMENTS = ImmutableMap.of(
            "AdministratorAccess", document("Allow", "\"*\""),
            "AWSDenyAll", document("Deny", "\"*\""),
            "AWSCompromisedKeyQuarantine", QUARANTINE,
            "AWSCompromisedKeyQuarantineV2", QUARANTINE,
            "AWSCompromisedKeyQuarantineV3", QUARANTINE);

    private KnownPolicies() {}

    static Optional<String> document(String arn) {
        return IamName.parse(arn, "policy")
                .filter(name -> name.isOfAws() && arn.endsWith("::aws:policy/" + name.name()))
                .map(name -> DOCUMENTS.get(name.name()));
    }

    private static String document(String effect, String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"" + effect + "\",\"Action\":" + action
                + ",\"Resource\":\"*\"}]}";
    }
}

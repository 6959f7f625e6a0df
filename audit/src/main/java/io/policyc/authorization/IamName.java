package io.policyc.authorization;

import io.policyc.policy.Arn;
import java.util.Optional;

/**
 * The ARN of something of IAM, such as {@code arn:aws:iam::111122223333:user/division/alice}. Names are unique within an account
 * whatever their path.
 *
 * @param account twelve digits, or {@code aws}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 */
record IamName(String partition, String account, String name) {
    static Optional<IamName> parse(String arn, String type) {
        return Arn.parse(arn)
                .filter(found -> found.service().equals("iam")
                        && found.region().isEmpty()
                        && found.resource().startsWith(type + "/")
                        && !found.resource().endsWith("/")
                        && (Arn.isAccountId(found.account()) || isAwsPolicy(found)))
                .map(found -> new IamName(
                        found.partition(),
                        found.account(),
                        found.resource().substring(found.resource().lastIndexOf('/') + 1)));
    }

    private static boolean isAwsPolicy(Arn arn) {
        return arn.account().equals("aws") && arn.resource().startsWith("policy/");
    }

    /** Whether it belongs to AWS and is the same in all accounts. */
    boolean isOfAws() {
        return account.equals("aws");
    }
}

package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Arn;
import java.util.Optional;

/**
 * Principals of other accounts. An account id lets the account itself decide whom of its principals it allows the call:
 * <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>.
 */
final class AccountsTrust {
    private static final TextForm PRINCIPAL = TextForm.of(
            "[0-9]{12}|arn:aws:(?:iam::[0-9]{12}:(?:root|(?:role|user)/[^*?\\s]+)|sts::[0-9]{12}:assumed-role/[^*?\\s]+)",
            "an account id or the ARN of a role or user without wildcards; patterns are for `principal-arns`");
    private static final TextForm PATTERN =
            TextForm.of("arn:[^:]+:(?:iam|sts):[^:]*:[^:]*:.+", "an ARN of a principal, in which wildcards may stand");
    private static final TextForm ORGANIZATION =
            TextForm.of("o-[a-z0-9]{10,32}", "an organization id such as `o-exampleorgid`");

    /** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html. */
    private static final TextForm EXTERNAL_ID =
            TextForm.of("[A-Za-z0-9_+=,.@:/-]{2,1224}", "an external id: 2 to 1,224 letters, digits and `_+=,.@:/-`");

    private AccountsTrust() {}

    static Optional<ReadTrust> read(TrustFields trust) {
        RoleFields fields = trust.fields();
        ImmutableList<String> principals = fields.texts("principals", PRINCIPAL).stream()
                .map(name -> Arn.isAccountId(name) ? "arn:aws:iam::" + name + ":root" : name)
                .distinct()
                .collect(ImmutableList.toImmutableList());
        Optional<String> organization = fields.text("organization", ORGANIZATION);
        final Optional<String> externalId = fields.text("external-id", EXTERNAL_ID);
        ImmutableList<String> patterns = fields.texts("principal-arns", PATTERN);
        if (!fields.has("principals") && !fields.has("organization")) {
            fields.missing("principals", "name accounts or principals, or the `organization` that all of them are in");
        }
        ImmutableList.Builder<PlacedCondition> conditions = ImmutableList.builder();
        organization.ifPresent(id -> conditions.add(
                PlacedCondition.equal("aws:PrincipalOrgID", ImmutableList.of(id), fields.place("organization"))));
        if (!patterns.isEmpty()) {
            conditions.add(PlacedCondition.arnLike("aws:PrincipalArn", patterns, fields.place("principal-arns")));
        }
        ImmutableList<PlacedCondition> placed = conditions.build();
        Trust accounts = new Trust.Accounts(
                principals.isEmpty() ? ImmutableList.of("*") : principals, externalId, ReadTrust.conditions(placed));
        return Optional.of(new ReadTrust(accounts, trust.place(), ImmutableList.of(ReadTrust.places(placed))));
    }
}

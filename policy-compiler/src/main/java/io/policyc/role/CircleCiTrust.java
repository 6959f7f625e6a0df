package io.policyc.role;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Jobs of CircleCI. Subjects are {@code org/O/project/P/user/U}, and in the second version of the token
 * {@code …/vcs-origin/REPOSITORY/vcs-ref/REF} behind: <https://circleci.com/docs/openid-connect-tokens/>. A branch is not
 * offered: both versions are let in, and slashes in names would let a pattern for the end of a subject match another branch.
 */
final class CircleCiTrust {
    private CircleCiTrust() {}

    static Optional<ReadTrust> read(TrustFields trust) {
        RoleFields fields = trust.fields();
        Optional<String> organization = fields.required("organization-id", TextForm.UUID);
        ImmutableList.Builder<ClaimText> tails = ImmutableList.builder();
        fields.requiredTexts("project-ids", TextForm.UUID)
                .forEach(project -> tails.add(
                        ClaimText.literal("/project/" + project + "/user/").then(ClaimText.ANY)));
        IdentityProvider provider = new IdentityProvider(
                "oidc.circleci.com/org/" + organization.orElse(""), ImmutableList.of(organization.orElse("")));
        return trust.bearers(provider, organization.map(id -> "org/" + id), tails.build());
    }
}

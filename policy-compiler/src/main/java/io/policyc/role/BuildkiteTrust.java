package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import java.util.Optional;

/**
 * Jobs of Buildkite. Subjects are {@code organization:O:pipeline:P:ref:REF:commit:C:step:S}:
 * <https://buildkite.com/docs/pipelines/security/oidc/aws>. Keys of steps may hold colons, and whoever may push a branch
 * chooses them; so everything that is asked for stands before the first wildcard.
 */
final class BuildkiteTrust {
    private static final TextForm SLUG = TextForm.of("[a-z0-9-]+", "a slug of lower-case letters, digits and `-`");
    private static final TextForm REF = TextForm.of(
            "[^*?:\\s]+\\*?|\\*",
            "a name with at most one wildcard, `*` at its end: the step behind it could fill in another");

    private BuildkiteTrust() {}

    static Optional<ReadTrust> read(TrustFields trust) {
        RoleFields fields = trust.fields();
        Optional<String> organization = fields.required("organization", SLUG);
        Optional<String> pipeline = fields.required("pipeline", SLUG);
        String audience = fields.text("audience", TextForm.ANY).orElse("sts.amazonaws.com");
        ImmutableList.Builder<ClaimText> tails = ImmutableList.builder();
        trust.patterns("branches", REF).forEach(branch -> tails.add(tail(":ref:refs/heads/", branch)));
        trust.patterns("tags", REF).forEach(tag -> tails.add(tail(":ref:refs/tags/", tag)));
        if (trust.any("branches", "tags")) {
            trust.reportAny("every job of the pipeline "
                    + pipeline.map(Printable::quoted).orElse("")
                    + " may assume the role: of any branch and tag; whoever may push a branch may change the job");
            tails.add(ClaimText.literal(":").then(ClaimText.ANY));
        }
        IdentityProvider provider = new IdentityProvider("agent.buildkite.com", ImmutableList.of(audience));
        Optional<String> prefix =
                organization.flatMap(name -> pipeline.map(slug -> "organization:" + name + ":pipeline:" + slug));
        return trust.bearers(provider, prefix, tails.build());
    }

    private static ClaimText tail(String kind, ClaimText ref) {
        ClaimText text = ClaimText.literal(kind).then(ref);
        return ref.wildcard() ? text : text.then(":commit:").then(ClaimText.ANY);
    }
}

package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ConditionKey;
import io.policyc.source.SourceSpan;

/**
 * What a trust says, and the role that it is for.
 *
 * @param account of the role
 * @param place of the name of the trust and everything in it
 */
record TrustFields(RoleFields fields, String account, SourceSpan place) {

    /** Values of a key, in which {@code *} and {@code ?} are wildcards. */
    ImmutableList<ClaimText> patterns(String key, TextForm form) {
        return fields.texts(key, form).stream().map(ClaimText::pattern).collect(ImmutableList.toImmutableList());
    }

    /** The condition on the audience: exact, because a token for another audience was made for somebody else. */
    PlacedCondition audience(IdentityProvider provider) {
        return PlacedCondition.equal(provider.issuer() + ":aud", provider.audiences(), fields.place("audience"));
    }

    PlacedCondition subject(IdentityProvider provider, Iterable<ClaimText> subjects) {
        return PlacedCondition.on(provider.issuer() + ":sub", ImmutableList.copyOf(subjects), place);
    }

    /** The conditions on further claims, each one value or a list of which one is enough. */
    ImmutableList<PlacedCondition> claims(IdentityProvider provider) {
        ImmutableList.Builder<PlacedCondition> conditions = ImmutableList.builder();
        ObjectNode claims = fields.object("claims").orElse(new ObjectNode(ImmutableList.of(), fields.span()));
        RoleFields values = new RoleFields(claims, fields.findings());
        for (ObjectNode.Member member : claims.members()) {
            ImmutableList<ClaimText> patterns = values.texts(member.key(), TextForm.ANY).stream()
                    .map(ClaimText::pattern)
                    .collect(ImmutableList.toImmutableList());
            String key = provider.issuer() + ":" + member.key();
            if (!patterns.isEmpty() && ConditionKey.isValid(key)) {
                conditions.add(PlacedCondition.on(
                        key, patterns, member.keySpan().to(member.value().span())));
            }
        }
        return conditions.build();
    }

    /** That everything is let in which the trust could tell apart. */
    void reportAny(String who, String help) {
        Node any = fields.node("any").orElse(new ScalarNode(ScalarNode.Type.NULL, "", place));
        findings().add(RoleFindings.ANY_REF, any.span(), who, help);
    }

    Findings findings() {
        return fields.findings();
    }
}

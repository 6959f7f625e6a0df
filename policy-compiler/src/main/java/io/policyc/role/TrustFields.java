package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.policy.ConditionKey;
import io.policyc.source.SourceSpan;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private PlacedCondition audience(IdentityProvider provider) {
        return PlacedCondition.equal(provider.issuer() + ":aud", provider.audiences(), fields.place("audience"));
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
            if (!ConditionKey.isValid(key)) {
                findings()
                        .add(
                                RoleFindings.INVALID_VALUE,
                                member.keySpan(),
                                Printable.quoted(member.key()) + " is no name of a claim");
            } else if (!patterns.isEmpty()) {
                conditions.add(PlacedCondition.on(
                        key, patterns, member.keySpan().to(member.value().span())));
            }
        }
        return conditions.build();
    }

    /**
     * Whether everything is let in that the trust could tell apart by some keys. One of the keys has to be there, or else
     * {@code any: true}.
     */
    boolean any(String... keys) {
        return any(Arrays.stream(keys).anyMatch(fields::has), keys);
    }

    /** The same where it is known whether one of the keys lets somebody in. */
    boolean any(boolean some, String... keys) {
        boolean any = fields.flag("any");
        String named = Arrays.stream(keys).map(key -> "`" + key + "`").collect(Collectors.joining(", "));
        if (any && some) {
            findings()
                    .add(
                            RoleFindings.CONFLICTING_KEYS,
                            fields.place("any"),
                            "`any: true` lets in whatever " + named + " would choose",
                            "leave out one or the other");
        }
        if (!any && !some) {
            fields.missing(keys[0], "say which: " + named + "; or `any: true` for all");
        }
        return any;
    }

    /** That everybody is let in whom the trust could tell apart. */
    void reportAny(String who) {
        Node any = fields.node(fields.has("any") ? "any" : "workspaces").orElseThrow();
        findings().add(RoleFindings.ANY_REF, any.span(), who, "name those that need the role");
    }

    /** Bearers of a token whose subject begins with a text and goes on in one of several ways. */
    Optional<ReadTrust> bearers(
            IdentityProvider provider,
            Optional<String> prefix,
            ImmutableList<ClaimText> tails,
            PlacedCondition... more) {
        if (prefix.isEmpty() || tails.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<ClaimText> subjects = tails.stream()
                .map(tail -> ClaimText.literal(prefix.get()).then(tail))
                .collect(ImmutableList.toImmutableList());
        return bearers(
                provider,
                ImmutableList.<PlacedCondition>builder()
                        .add(PlacedCondition.on(provider.issuer() + ":sub", subjects, place))
                        .add(more)
                        .build());
    }

    /** Bearers of a token for the audience that satisfies some conditions, each on another claim. */
    Optional<ReadTrust> bearers(IdentityProvider provider, ImmutableList<PlacedCondition> claims) {
        ImmutableList<PlacedCondition> conditions = ImmutableList.<PlacedCondition>builder()
                .add(audience(provider))
                .addAll(claims)
                .build();
        Set<ConditionKey> asked = new HashSet<>();
        for (PlacedCondition placed : conditions) {
            ConditionKey key = placed.condition().key();
            if (!asked.add(key)) {
                findings()
                        .add(
                                RoleFindings.CONFLICTING_KEYS,
                                placed.place(),
                                Printable.quoted(key.spelling())
                                        + " is asked for already; letter case tells no claims apart",
                                "leave it out here");
            }
        }
        return Optional.of(ReadTrust.webIdentity(provider, place, conditions));
    }

    Findings findings() {
        return fields.findings();
    }
}

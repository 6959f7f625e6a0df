package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import io.policyc.node.ObjectNode;
import io.policyc.policy.ConditionKey;
import java.util.Optional;

/** {@code principal-tag}, {@code resource-tag}, {@code request-tag}: a map of tag keys, each with a value or several. */
final class TagFacet {
    private TagFacet() {}

    static Optional<Expression> read(String prefix, FacetValues values) {
        if (!(values.node() instanceof ObjectNode tags) || tags.members().isEmpty()) {
            values.findings()
                    .add(
                            IntentFindings.WRONG_TYPE,
                            values.node().span(),
                            "`" + values.facet() + "` is a map of tag keys, for example {team: payments}");
            return Optional.empty();
        }
        ImmutableList.Builder<Expression> parts = ImmutableList.builder();
        for (ObjectNode.Member tag : tags.members()) {
            FacetValues one = values.inside(values.facet(), tag);
            if (ConditionKey.isValid(prefix + tag.key())) {
                one.text(prefix + tag.key(), one.texts()).ifPresent(parts::add);
            } else {
                values.findings()
                        .add(
                                IntentFindings.INVALID_VALUE,
                                tag.keySpan(),
                                Printable.quoted(tag.key()) + " cannot be a tag key");
            }
        }
        return Optional.of(new Expression.All(parts.build(), values.place()));
    }
}

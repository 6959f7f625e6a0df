package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ConditionKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The principal of a description that does not name one, and has aws:PrincipalArn in its {@code context} instead. */
final class PrincipalOfContext {
    private static final String KEY = ConditionKey.of("aws:PrincipalArn").folded();

    private PrincipalOfContext() {}

    /** Names the principal in each layer whose context tells it; a principal that any layer names itself stays. */
    static ImmutableList<ObjectNode> named(List<ObjectNode> layers) {
        boolean named = layers.stream().anyMatch(layer -> layer.get("principal").isPresent());
        return named
                ? ImmutableList.copyOf(layers)
                : layers.stream()
                        .map(layer -> arn(layer).map(arn -> with(layer, arn)).orElse(layer))
                        .collect(ImmutableList.toImmutableList());
    }

    private static Optional<ScalarNode> arn(ObjectNode layer) {
        return layer.get("context")
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .flatMap(context -> context.members().stream()
                        .filter(member -> member.key().toLowerCase(Locale.ROOT).equals(KEY))
                        .map(Member::value)
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .filter(value -> value.text().startsWith("arn:"))
                        .findFirst());
    }

    private static ObjectNode with(ObjectNode layer, ScalarNode arn) {
        return new ObjectNode(
                ImmutableList.<Member>builder()
                        .addAll(layer.members())
                        .add(new Member("principal", arn.span(), arn))
                        .build(),
                layer.span());
    }
}

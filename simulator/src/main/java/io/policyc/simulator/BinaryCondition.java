package io.policyc.simulator;

import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Condition;
import io.policyc.request.RequestContext;
import java.util.Base64;

/** BinaryEquals: bytes in strict base64. Only canonical text is base64 at all, so equal bytes are equal text. */
final class BinaryCondition extends PlannedCondition {
    private final ImmutableSet<String> wanted;

    BinaryCondition(Condition condition, Doubts doubts) {
        super(condition, doubts);
        this.wanted = condition.values().stream()
                .map(value -> value.text())
                .filter(BinaryCondition::isCanonicalBase64)
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    Truth testValue(String value, RequestContext context) {
        return Truth.of(wanted.contains(value));
    }

    static boolean isCanonicalBase64(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(text))
                    .equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

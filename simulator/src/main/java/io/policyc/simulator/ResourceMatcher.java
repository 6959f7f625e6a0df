package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Arn;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.Request;

/**
 * Resource or NotResource. A pattern with an unresolved variable matches nothing, so under NotResource the statement
 * applies: that is the documentation taken literally, and was not observed at AWS.
 */
final class ResourceMatcher {
    private final boolean everything;
    private final boolean negated;
    private final ImmutableList<TextPattern> patterns;
    private final Doubts doubts;
    private final boolean hasShortArn;

    ResourceMatcher(ResourceElement element, PolicyVersion version, Doubts doubts) {
        this.everything =
                element.patterns().stream().anyMatch(pattern -> pattern.text().equals("*"));
        this.negated = element.<Boolean>fold(resource -> false, notResource -> true);
        this.patterns = TextPattern.all(element.patterns(), version, Syntaxes::resource, doubts);
        this.doubts = doubts;
        this.hasShortArn = element.patterns().stream().anyMatch(pattern -> isShort(pattern, version));
    }

    Truth matches(Facts facts) {
        if (everything) {
            return Truth.of(!negated);
        }
        if (facts.resource().isEmpty()) {
            return Truth.UNKNOWN;
        }
        Truth listed = TextPattern.any(patterns, facts.resource().get(), facts.context());
        if (listed == Truth.FALSE) {
            listed = doubtful(listed, facts);
        }
        return negated ? listed.not() : listed;
    }

    private Truth doubtful(Truth listed, Facts facts) {
        if (hasShortArn && doubts.contains(DoubtfulRule.SHORT_RESOURCE_ARN)) {
            return Truth.UNKNOWN;
        }
        boolean unresolved = negated
                && doubts.contains(DoubtfulRule.NOT_RESOURCE_UNRESOLVED_VARIABLE)
                && patterns.stream().anyMatch(pattern -> pattern.isUnresolved(facts.context()));
        return unresolved ? Truth.UNKNOWN : listed;
    }

    /** Written with fewer than six fields, and not open at the end. */
    private static boolean isShort(ValueTemplate pattern, PolicyVersion version) {
        return pattern.text().startsWith("arn:")
                && !pattern.text().endsWith("*")
                && Arn.fields(pattern.text()).isEmpty()
                && VariableExpander.variables(pattern.parts(version)).isEmpty();
    }

    ImmutableSet<ConditionKey> unknownKeys(Facts facts) {
        if (facts.resource().isEmpty()) {
            return ImmutableSet.of(Request.RESOURCE);
        }
        return patterns.stream()
                .flatMap(pattern -> pattern.unknownKeys(facts.context()).stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}

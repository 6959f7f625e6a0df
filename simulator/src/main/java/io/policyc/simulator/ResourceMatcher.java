package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.request.Request;

/**
 * Resource or NotResource. A pattern with an unresolved variable matches nothing, so under NotResource the statement
 * applies: that is the documentation taken literally, and was not observed at AWS.
 */
final class ResourceMatcher {
    private final boolean everything;
    private final boolean negated;
    private final ImmutableList<TextPattern> patterns;

    ResourceMatcher(ResourceElement element, PolicyVersion version) {
        this.everything =
                element.patterns().stream().anyMatch(pattern -> pattern.text().equals("*"));
        this.negated = element.<Boolean>fold(resource -> false, notResource -> true);
        this.patterns = TextPattern.all(element.patterns(), version, Syntaxes::resource);
    }

    Truth matches(Facts facts) {
        if (everything) {
            return Truth.of(!negated);
        }
        if (facts.resource().isEmpty()) {
            return Truth.UNKNOWN;
        }
        Truth listed = TextPattern.any(patterns, facts.resource().get(), facts.context());
        return negated ? listed.not() : listed;
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

package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.request.RequestContext;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A value of a policy made ready to be compared with text of a request. Without variables it is compiled once; with them
 * it is compiled for each request, after substitution.
 */
final class TextPattern {
    /** How the parts become a matcher; empty if text so formed can never match. */
    interface Syntax {
        Optional<Predicate<String>> compile(ImmutableList<Part> parts, boolean substituted);
    }

    private final ValueTemplate template;
    private final VariableExpander expander;
    private final Syntax syntax;
    private final Doubts doubts;
    private final Optional<Predicate<String>> compiled;

    TextPattern(ValueTemplate template, PolicyVersion version, Syntax syntax, Doubts doubts) {
        this.template = template;
        this.expander = new VariableExpander(template.parts(version));
        this.syntax = syntax;
        this.doubts = doubts;
        this.compiled = expander.hasVariables() ? Optional.empty() : syntax.compile(expander.parts(), false);
    }

    ValueTemplate template() {
        return template;
    }

    /** Whether the text matches. An unresolved variable matches nothing, an unknown one cannot be told. */
    Truth matches(String text, RequestContext context) {
        if (!expander.hasVariables()) {
            return Truth.of(compiled.isPresent() && compiled.get().test(text));
        }
        VariableExpander.Expansion expansion = expander.expand(context);
        return switch (expansion.state()) {
            case UNKNOWN -> Truth.UNKNOWN;
            case UNRESOLVED -> Truth.FALSE;
            case RESOLVED -> matches(expansion, text);
        };
    }

    private Truth matches(VariableExpander.Expansion expansion, String text) {
        Truth truth = Truth.of(syntax.compile(expansion.parts(), true)
                .map(matcher -> matcher.test(text))
                .orElse(false));
        return expansion.withWildcards() ? doubts.restingOn(DoubtfulRule.WILDCARD_IN_VARIABLE_VALUE, truth) : truth;
    }

    /** Whether a variable of the pattern has no value, so that it matches nothing. */
    boolean isUnresolved(RequestContext context) {
        return expander.hasVariables()
                && expander.expand(context).state() == VariableExpander.Expansion.State.UNRESOLVED;
    }

    /** The keys of variables that are unknown in a context. */
    ImmutableSet<ConditionKey> unknownKeys(RequestContext context) {
        return expander.unknownKeys(context);
    }

    /** Whether any of the patterns matches. */
    static Truth any(ImmutableList<TextPattern> patterns, String text, RequestContext context) {
        Truth any = Truth.FALSE;
        for (TextPattern pattern : patterns) {
            any = any.or(pattern.matches(text, context));
            if (any == Truth.TRUE) {
                return any;
            }
        }
        return any;
    }

    static ImmutableList<TextPattern> all(
            ImmutableList<ValueTemplate> templates, PolicyVersion version, Syntax syntax, Doubts doubts) {
        return templates.stream()
                .map(template -> new TextPattern(template, version, syntax, doubts))
                .collect(ImmutableList.toImmutableList());
    }
}

package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.GlobBuilder;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Part;
import java.util.Locale;
import java.util.Optional;

/**
 * What a pattern of a policy matches, as far as its text alone tells: patterns with variables, and those that a doubtful
 * rule is about, are comparable with equal ones only.
 */
public final class PatternExtent {
    private static final String EVERYTHING = "*";

    private final String text;
    private final boolean everything;
    private final Optional<GlobBuilder> glob;
    private final String prefix;

    private PatternExtent(String text, boolean everything, Optional<GlobBuilder> glob) {
        this.text = text;
        this.everything = everything;
        this.glob = glob;
        this.prefix = glob.map(GlobBuilder::literalPrefix).orElse("");
    }

    public static PatternExtent of(ActionPattern action) {
        String lower = action.text().toLowerCase(Locale.ROOT);
        return new PatternExtent(lower, action.isEverything(), Optional.of(new GlobBuilder().pattern(lower)));
    }

    /** Of a pattern under Resource or NotResource. */
    public static PatternExtent ofResource(ValueTemplate resource, PolicyVersion version) {
        ImmutableList<Part> parts = resource.parts(version);
        // A short pattern may be completed at AWS, and `*` also matches a resource that a request does not name.
        boolean comparable = VariableExpander.variables(parts).isEmpty() && !Syntaxes.isShort(parts);
        return new PatternExtent(
                resource.text(),
                resource.text().equals(EVERYTHING),
                comparable ? Optional.of(Syntaxes.resource(parts)) : Optional.empty());
    }

    /** Of a value of a condition. */
    public static PatternExtent ofValue(ValueTemplate value, Comparison comparison, PolicyVersion version) {
        ImmutableList<Part> parts = value.parts(version);
        Optional<GlobBuilder> glob = Optional.empty();
        if (comparison.hasWildcards() && VariableExpander.variables(parts).isEmpty()) {
            glob = comparison.family() == Comparison.Family.ARN
                    ? Optional.of(parts).filter(Syntaxes::isArn).map(Syntaxes::arn)
                    : Optional.of(Syntaxes.like(parts));
        }
        return new PatternExtent(value.text(), false, glob);
    }

    /** The pattern by which equal ones are told: actions in lower case. */
    public String text() {
        return text;
    }

    /** Whether it may match more than its own text. */
    public boolean hasWildcard() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether it surely matches whatever the other one matches. */
    public boolean covers(PatternExtent other) {
        return everything
                || text.equals(other.text)
                || (mayCover(other) && glob.orElseThrow().covers(other.glob.orElseThrow()));
    }

    /** What {@link #covers} costs, roughly in steps. */
    public long cost(PatternExtent other) {
        return mayCover(other)
                ? 1
                        + (long) glob.orElseThrow().size()
                                * other.glob.orElseThrow().size()
                : 1;
    }

    /** What begins otherwise is not covered. */
    private boolean mayCover(PatternExtent other) {
        return !other.everything && glob.isPresent() && other.glob.isPresent() && other.prefix.startsWith(prefix);
    }
}

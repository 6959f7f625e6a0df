package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.Effort;
import io.policyc.glob.GlobBuilder;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Part;
import java.util.Locale;
import java.util.Optional;

/**
 * What a pattern of a policy matches, as far as its text alone tells. With variables that is what it may match at most, or
 * nothing, because they may be without a value. Patterns that a doubtful rule is about, and values whose comparison is not
 * by their text, are comparable with equal ones only.
 */
public final class PatternExtent {
    private static final String EVERYTHING = "*";

    private final String text;
    private final boolean everything;
    private final boolean hasVariable;
    private final Optional<GlobBuilder> glob;
    private final String prefix;
    private final String suffix;

    private PatternExtent(String text, boolean everything, boolean hasVariable, Optional<GlobBuilder> glob) {
        this.text = text;
        this.everything = everything;
        this.hasVariable = hasVariable;
        this.glob = glob;
        this.prefix = glob.map(GlobBuilder::literalPrefix).orElse("");
        this.suffix = glob.map(GlobBuilder::literalSuffix).orElse("");
    }

    public static PatternExtent of(ActionPattern action) {
        String lower = action.text().toLowerCase(Locale.ROOT);
        return new PatternExtent(lower, action.isEverything(), false, Optional.of(new GlobBuilder().pattern(lower)));
    }

    /** Of a pattern under Resource or NotResource. */
    public static PatternExtent ofResource(ValueTemplate resource, PolicyVersion version) {
        ImmutableList<Part> parts = resource.parts(version);
        return new PatternExtent(
                resource.text(),
                resource.text().equals(EVERYTHING),
                hasVariable(parts),
                // A short pattern may be completed at AWS, and `*` also matches a resource that a request does not
                // name.
                Syntaxes.isShort(parts) ? Optional.empty() : Optional.of(Syntaxes.resource(parts)));
    }

    /** Of the values of a condition. */
    public static ImmutableList<PatternExtent> ofValues(Condition condition, PolicyVersion version) {
        Comparison comparison = condition.operator().comparison();
        return condition.values().stream()
                .map(value -> ofValue(value, comparison, version))
                .collect(ImmutableList.toImmutableList());
    }

    private static PatternExtent ofValue(ValueTemplate value, Comparison comparison, PolicyVersion version) {
        ImmutableList<Part> parts = value.parts(version);
        return new PatternExtent(value.text(), false, hasVariable(parts), glob(parts, comparison));
    }

    private static Optional<GlobBuilder> glob(ImmutableList<Part> parts, Comparison comparison) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> Optional.of(Syntaxes.exact(parts));
            case STRING_LIKE, STRING_NOT_LIKE -> Optional.of(Syntaxes.like(parts));
            case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE ->
                Optional.of(parts).filter(Syntaxes::isArn).map(Syntaxes::arn);
            default -> Optional.empty();
        };
    }

    private static boolean hasVariable(ImmutableList<Part> parts) {
        return !VariableExpander.variables(parts).isEmpty();
    }

    /** The pattern by which equal ones are told: actions in lower case. */
    public String text() {
        return text;
    }

    /** Whether it may match more than its own text. */
    public boolean hasWildcard() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether it matches whatever a request says, or does not say. */
    public boolean isEverything() {
        return everything;
    }

    public boolean hasVariable() {
        return hasVariable;
    }

    /** Whether more is known of it than that equal ones are equal. */
    public boolean isComparable() {
        return glob.isPresent();
    }

    /** Whether it surely matches whatever the other one matches. */
    public boolean covers(PatternExtent other, Effort effort) {
        return effort.spend(1)
                && (everything
                        || text.equals(other.text)
                        || (mayCover(other) && glob.orElseThrow().covers(other.glob.orElseThrow(), effort)));
    }

    /** What begins or ends otherwise is not covered. */
    private boolean mayCover(PatternExtent other) {
        return !hasVariable
                && !other.everything
                && isComparable()
                && other.isComparable()
                && other.prefix.startsWith(prefix)
                && other.suffix.endsWith(suffix);
    }

    /** Whether surely nothing is matched by both. */
    public boolean excludes(PatternExtent other, Effort effort) {
        return effort.spend(1)
                && isComparable()
                && other.isComparable()
                && (beginsOrEndsOtherwise(other) || glob.orElseThrow().excludes(other.glob.orElseThrow(), effort));
    }

    private boolean beginsOrEndsOtherwise(PatternExtent other) {
        return !(prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
                || !(suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix));
    }
}

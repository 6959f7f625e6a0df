package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.glob.Glob;
import io.policyc.policy.Arn;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.request.RequestContext;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The Arn operators; Equals and Like are the same. A request value that is no ARN matches none of them, negated or not. A
 * pattern that is no ARN ends the scan of the list when it is reached, and fails towards denial: false in an Allow, true
 * in a Deny (both observed at AWS, September 2026). What counts as malformed was observed for one text only; here it is
 * everything that does not start with {@code arn:} or has fewer than six fields.
 */
final class ArnCondition extends PlannedCondition {
    private final ImmutableList<ArnPattern> patterns;
    private final boolean negated;
    private final Truth onMalformedPattern;

    ArnCondition(Condition condition, Effect effect, PolicyVersion version, Doubts doubts) {
        super(condition, doubts);
        this.negated = condition.operator().comparison().negated();
        this.onMalformedPattern = Truth.of(effect == Effect.DENY);
        this.patterns = condition.values().stream()
                .map(template -> ArnPattern.of(template, version, doubts))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    Truth testValue(String value, RequestContext context) {
        if (!Arn.hasForm(value)) {
            return Truth.FALSE;
        }
        EnumSet<Truth> possible = EnumSet.noneOf(Truth.class);
        for (ArnPattern pattern : patterns) {
            ArnPattern.Match match = pattern.match(value, context);
            if (match.mayMatch()) {
                possible.add(Truth.of(!negated));
            }
            if (match.mayBeMalformed()) {
                possible.add(onMalformedPattern);
            }
            if (match == ArnPattern.Match.MATCH || match == ArnPattern.Match.MALFORMED) {
                return one(possible);
            }
        }
        possible.add(Truth.of(negated));
        return one(possible);
    }

    /** The verdict, if all that remain possible agree. */
    private static Truth one(EnumSet<Truth> possible) {
        return possible.size() == 1 ? possible.iterator().next() : Truth.UNKNOWN;
    }

    @Override
    ImmutableSet<ConditionKey> unknownKeys(RequestContext context) {
        ImmutableSet.Builder<ConditionKey> keys = ImmutableSet.builder();
        keys.addAll(super.unknownKeys(context));
        patterns.forEach(pattern -> keys.addAll(pattern.expander().unknownKeys(context)));
        return keys.build();
    }

    /** A value of the list. */
    private record ArnPattern(VariableExpander expander, Optional<Glob> compiled, Doubts doubts) {
        private enum Match {
            MATCH,
            NO_MATCH,
            MALFORMED,
            /** Well-formed, but a variable is unknown. */
            UNKNOWN,
            /** On an unknown variable it depends whether it is an ARN at all. */
            PERHAPS_MALFORMED;

            boolean mayMatch() {
                return this == MATCH || this == UNKNOWN || this == PERHAPS_MALFORMED;
            }

            boolean mayBeMalformed() {
                return this == MALFORMED || this == PERHAPS_MALFORMED;
            }
        }

        static ArnPattern of(ValueTemplate template, PolicyVersion version, Doubts doubts) {
            VariableExpander expander = new VariableExpander(template.parts(version));
            Optional<Glob> compiled =
                    expander.hasVariables() ? Optional.empty() : Syntaxes.arn(expander.parts(), false);
            return new ArnPattern(expander, compiled, doubts);
        }

        Match match(String value, RequestContext context) {
            if (!expander.hasVariables()) {
                return match(compiled, expander.parts(), value);
            }
            VariableExpander.Expansion expansion = expander.expand(context);
            return switch (expansion.state()) {
                case UNKNOWN -> Syntaxes.isArn(expansion.parts()) ? Match.UNKNOWN : Match.PERHAPS_MALFORMED;
                case UNRESOLVED -> Match.NO_MATCH;
                case RESOLVED -> {
                    boolean doubtful =
                            expansion.withWildcards() && doubts.contains(DoubtfulRule.WILDCARD_IN_VARIABLE_VALUE);
                    yield doubtful
                            ? Match.PERHAPS_MALFORMED
                            : match(Syntaxes.arn(expansion.parts(), true), expansion.parts(), value);
                }
            };
        }

        private Match match(Optional<Glob> glob, ImmutableList<Part> resolved, String value) {
            if (glob.isEmpty()) {
                boolean doubtful = doubts.contains(DoubtfulRule.SHORT_ARN_PATTERN) && Syntaxes.isPerhapsArn(resolved);
                return doubtful ? Match.PERHAPS_MALFORMED : Match.MALFORMED;
            }
            return glob.get().matches(value) ? Match.MATCH : Match.NO_MATCH;
        }
    }
}

package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ConditionKey;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * Reads conditions: a map means all of its entries, a list any of its elements. An entry is a facet, a group of
 * principals, a raw condition key, or {@code any}, {@code all} or {@code not}.
 */
final class ExpressionReader {
    private static final ImmutableSet<String> CONNECTIVES = ImmutableSet.of("any", "all", "not");

    private final IntentContext context;
    private final Findings findings;

    ExpressionReader(IntentContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    /** The expression; what could not be read is reported and left out. */
    Expression read(Node node) {
        if (node instanceof ObjectNode object) {
            return all(object);
        }
        findings.add(
                IntentFindings.WRONG_TYPE,
                node.span(),
                "a condition is a map such as {principal: iam-user}, not " + node.kind(),
                "for one of several, write `any: [...]`");
        return new Expression.All(ImmutableList.of(), node.span());
    }

    private Expression all(ObjectNode object) {
        ImmutableList.Builder<Expression> parts = ImmutableList.builder();
        for (ObjectNode.Member member : object.members()) {
            entry(member).ifPresent(parts::add);
        }
        ImmutableList<Expression> read = parts.build();
        if (object.members().isEmpty()) {
            findings.add(IntentFindings.EMPTY_LIST, object.span(), "an empty condition would hold for every request");
        }
        return read.size() == 1 ? read.get(0) : new Expression.All(read, object.span());
    }

    private Optional<Expression> entry(ObjectNode.Member member) {
        SourceSpan place = member.keySpan().to(member.value().span());
        String key = member.key();
        return switch (key) {
            case "any" -> parts(member).map(parts -> new Expression.Any(parts, place));
            case "all" -> parts(member).map(parts -> new Expression.All(parts, place));
            case "not" -> Optional.of(new Expression.Not(read(member.value()), place));
            case "group" -> group(values(member, place));
            default -> test(member, place);
        };
    }

    private Optional<Expression> test(ObjectNode.Member member, SourceSpan place) {
        String key = member.key();
        if (Facets.names().contains(key)) {
            return Facets.read(values(member, place));
        }
        if (ConditionKey.isValid(key)) {
            return RawConditions.read(member, findings);
        }
        ImmutableList<String> known = ImmutableList.<String>builder()
                .addAll(Facets.names())
                .add("group")
                .addAll(CONNECTIVES)
                .build();
        findings.add(
                IntentFindings.UNKNOWN_FACET,
                member.keySpan(),
                "unknown facet " + Printable.quoted(key),
                Suggestions.nearest(key, known)
                        .map(facet -> "did you mean `" + facet + "`?")
                        .orElse("facets: " + String.join(", ", known) + "; a condition key is written prefix:Name"));
        return Optional.empty();
    }

    /** The principals of all the groups that are named. */
    private Optional<Expression> group(FacetValues names) {
        ImmutableMap<String, ImmutableList<String>> known = context.groups().patternsByName();
        ImmutableList.Builder<String> patterns = ImmutableList.builder();
        for (ScalarNode name : names.scalars()) {
            ImmutableList<String> found = known.get(name.text());
            if (found == null) {
                findings.add(
                        IntentFindings.UNKNOWN_GROUP,
                        name.span(),
                        "unknown group " + Printable.quoted(name.text()),
                        Suggestions.nearest(name.text(), known.keySet(), findings)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("define it under `groups:`, in policyc.yaml or in the intent"));
            } else {
                patterns.addAll(found);
            }
        }
        return Facets.principal(names, patterns.build());
    }

    private FacetValues values(ObjectNode.Member member, SourceSpan place) {
        return new FacetValues(member.key(), member.value(), place, context.partition(), findings);
    }

    private Optional<ImmutableList<Expression>> parts(ObjectNode.Member member) {
        if (!(member.value() instanceof ArrayNode array) || array.elements().isEmpty()) {
            findings.add(
                    IntentFindings.WRONG_TYPE,
                    member.value().span(),
                    "`" + member.key() + "` takes a list of conditions, at least one");
            return Optional.empty();
        }
        return Optional.of(array.elements().stream().map(this::read).collect(ImmutableList.toImmutableList()));
    }
}

package io.policyc.imports;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.imports.YamlTree.Entries;
import io.policyc.imports.YamlTree.Items;
import io.policyc.imports.YamlTree.Text;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.ValueTemplate;
import io.policyc.vocabulary.Client;
import java.util.Optional;
import java.util.function.Function;

/** Facets that may say a condition. Whether one does, the compiler tells: a facet has conditions of its own for values. */
final class FacetForms {
    /** The facets of a key, by the key's own spelling: a facet always spells it so. */
    private static final ImmutableMap<String, Function<Condition, Optional<Entries>>> BY_KEY =
            ImmutableMap.<String, Function<Condition, Optional<Entries>>>builder()
                    .put("aws:PrincipalArn", FacetForms::principal)
                    .put("aws:TokenIssueTime", FacetForms::credentials)
                    .put("aws:UserAgent", FacetForms::client)
                    .put("aws:RequestedRegion", values("region"))
                    .put("aws:SourceIp", network("cidr"))
                    .put("aws:SourceVpc", network("vpc"))
                    .put("aws:SourceVpce", network("vpce"))
                    .put("aws:MultiFactorAuthPresent", values("mfa"))
                    .put("aws:ViaAWSService", values("via-service"))
                    .put("aws:PrincipalIsAWSService", values("service-principal"))
                    .put("aws:PrincipalAccount", values("principal-account"))
                    .put("aws:PrincipalOrgID", values("principal-organization"))
                    .put("aws:ResourceAccount", values("resource-account"))
                    .put("aws:ResourceOrgID", values("resource-organization"))
                    .put("aws:CurrentTime", FacetForms::day)
                    .buildOrThrow();

    private static final ImmutableMap<String, String> TAGS = ImmutableMap.of(
            "aws:PrincipalTag/", "principal-tag",
            "aws:ResourceTag/", "resource-tag",
            "aws:RequestTag/", "request-tag");

    private static final String MIDNIGHT = "T00:00:00Z";

    private FacetForms() {}

    /** The facet that may say it; empty if there is none for the key. */
    static Optional<Entries> of(Condition condition) {
        String key = condition.key().spelling();
        Function<Condition, Optional<Entries>> facet = BY_KEY.get(key);
        if (facet != null) {
            return facet.apply(condition);
        }
        return TAGS.entrySet().stream()
                .filter(tag -> key.startsWith(tag.getKey()))
                .findFirst()
                .map(tag -> Entries.of(
                        tag.getValue(),
                        Entries.of(key.substring(tag.getKey().length()), YamlTree.oneOrMany(texts(condition)))));
    }

    static ImmutableList<String> texts(Condition condition) {
        return condition.values().stream().map(ValueTemplate::text).collect(ImmutableList.toImmutableList());
    }

    private static Function<Condition, Optional<Entries>> values(String facet) {
        return condition -> Optional.of(Entries.of(facet, YamlTree.oneOrMany(texts(condition))));
    }

    private static Optional<Entries> principal(Condition condition) {
        return Optional.of(Entries.of("principal", YamlTree.oneOrMany(PrincipalWords.of(condition.values()))));
    }

    private static Function<Condition, Optional<Entries>> network(String kind) {
        return condition -> Optional.of(Entries.of(
                "network", new Items(ImmutableList.of(Entries.of(kind, YamlTree.oneOrMany(texts(condition)))))));
    }

    private static Optional<Entries> credentials(Condition condition) {
        return switch (texts(condition).get(0)) {
            case "true" -> Optional.of(Entries.of("credentials", new Text("long-lived")));
            case "false" -> Optional.of(Entries.of("credentials", new Text("temporary")));
            default -> Optional.empty();
        };
    }

    private static Optional<Entries> client(Condition condition) {
        ImmutableList<String> patterns = texts(condition);
        Optional<String> client = Client.names().stream()
                .filter(name -> Client.named(name).orElseThrow().patterns().equals(patterns))
                .findFirst();
        return Optional.of(client.map(name -> Entries.of("client", new Text(name)))
                .orElseGet(() -> Entries.of("user-agent", YamlTree.oneOrMany(patterns))));
    }

    private static Optional<Entries> day(Condition condition) {
        String text = texts(condition).get(0);
        if (!text.endsWith(MIDNIGHT)) {
            return Optional.empty();
        }
        boolean after = condition.operator().equals(ConditionOperator.of(Comparison.DATE_GREATER_THAN_EQUALS));
        String day = text.substring(0, text.length() - MIDNIGHT.length());
        return Optional.of(Entries.of(after ? "after" : "before", new Text(day)));
    }
}

package io.policyc.intent;

import com.google.common.collect.ImmutableListMultimap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Facets with values as they are written; every facet is among them. */
final class FacetTexts {
    /** By facet, so that each is as frequent as the others. */
    static final ImmutableListMultimap<String, String> VALUES = ImmutableListMultimap.<String, String>builder()
            .putAll(
                    "principal",
                    "iam-user",
                    "iam-user/alice",
                    "iam-user/${aws:username}",
                    "root",
                    "role",
                    "role/team/*",
                    "[role/admin, iam-user/al*]",
                    "identity-center",
                    "identity-center/AdministratorAccess",
                    "[\"arn:aws:iam::111122223333:role/admin\", root]",
                    "\"arn:aws:iam::*:role/service-role/*\"")
            .putAll("credentials", "long-lived", "temporary")
            .putAll("client", "aws-cli", "boto3", "[curl, aws-cli/2]")
            .putAll("user-agent", "\"*boto*\"", "[\"curl/*\", \"aws-cli/?.*\"]")
            .putAll("region", "eu-west-1", "[eu-west-1, us-east-1]", "\"eu-*\"")
            .putAll(
                    "network",
                    "{cidr: 203.0.113.0/24}",
                    "[{cidr: [203.0.113.7, \"2001:db8::/32\"]}, {vpce: vpce-0a1b}]",
                    "[{vpc: \"vpc-*\"}, {vpce: [vpce-0a1b, vpce-0a1c]}]",
                    "[{cidr: 10.0.0.0/8}, {vpc: vpc-1}, {vpce: vpce-0a1b}]")
            .putAll("mfa", "true", "false")
            .putAll("via-service", "true", "false")
            .putAll("service-principal", "true", "false")
            .putAll("principal-account", "\"111122223333\"", "[\"111122223333\", \"444455556666\"]")
            .putAll("principal-organization", "o-exampleorgid")
            .putAll("resource-account", "\"111122223333\"", "[\"111122223333\", \"444455556666\"]")
            .putAll("resource-organization", "o-exampleorgid")
            .putAll("principal-tag", "{team: red}", "{team: [red, \"b*\"], cost: \"${aws:username}\"}")
            .putAll("resource-tag", "{owner: \"${aws:username}\"}", "{env: [prod, \"prod-?\"]}")
            .putAll("request-tag", "{env: prod}", "{env: prod, team: [red, blue]}")
            .putAll("after", "2026-01-01", "2027-03-31")
            .putAll("before", "2026-01-01", "2027-03-31")
            .build();

    private FacetTexts() {}

    static Arbitrary<Tuple2<String, String>> entries() {
        return Combinators.combine(
                        Arbitraries.of(VALUES.keySet().asList()),
                        Arbitraries.integers().between(0, 59))
                .as((facet, number) -> Tuple.of(
                        facet, VALUES.get(facet).get(number % VALUES.get(facet).size())));
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

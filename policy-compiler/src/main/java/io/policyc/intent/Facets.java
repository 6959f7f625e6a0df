package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Printable;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.policy.Comparison;
import io.policyc.vocabulary.Client;
import io.policyc.vocabulary.Regions;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The facets of the language: words for what is asked of a request most often, each with the condition that it stands for.
 * A facet is true when its key is present, well-formed and matches; {@code false} of a boolean facet is the negation of
 * {@code true}, so an absent key counts as false.
 */
final class Facets {
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");
    /** How a facet's value becomes an expression; empty if nothing of it could be read. */
    private interface Facet {
        Optional<Expression> read(FacetValues values);
    }

    private static final ImmutableMap<String, Facet> FACETS = ImmutableMap.<String, Facet>builder()
            .put("principal", Facets::principal)
            .put("credentials", Facets::credentials)
            .put("client", Facets::client)
            .put("user-agent", Facets::userAgent)
            .put("region", Facets::region)
            .put("network", NetworkFacet::read)
            .put("mfa", values -> bool("aws:MultiFactorAuthPresent", values))
            .put("via-service", values -> bool("aws:ViaAWSService", values))
            .put("service-principal", Facets::servicePrincipal)
            .put("principal-account", values -> account("aws:PrincipalAccount", values))
            .put("principal-organization", values -> organization("aws:PrincipalOrgID", values))
            .put("resource-account", values -> account("aws:ResourceAccount", values))
            .put("resource-organization", values -> organization("aws:ResourceOrgID", values))
            .put("principal-tag", values -> TagFacet.read("aws:PrincipalTag/", values))
            .put("resource-tag", values -> TagFacet.read("aws:ResourceTag/", values))
            .put("request-tag", values -> TagFacet.read("aws:RequestTag/", values))
            .put("after", values -> date(Comparison.DATE_GREATER_THAN_EQUALS, values))
            .put("before", values -> date(Comparison.DATE_LESS_THAN, values))
            .buildOrThrow();

    private Facets() {}

    static ImmutableSet<String> names() {
        return FACETS.keySet();
    }

    static Optional<Expression> read(FacetValues values) {
        Facet reader = FACETS.get(values.facet());
        return reader == null ? Optional.empty() : reader.read(values);
    }

    /** Always ArnLike: StringLike would let a user with a path such as {@code /x:role/y} pass as a role. */
    private static Optional<Expression> principal(FacetValues values) {
        return principal(values, PrincipalPattern.read(values));
    }

    static Optional<Expression> principal(FacetValues values, ImmutableList<String> patterns) {
        return values.test(Comparison.ARN_LIKE, "aws:PrincipalArn", patterns);
    }

    /** Only temporary credentials carry an issue time. */
    private static Optional<Expression> credentials(FacetValues values) {
        return values.oneOf("long-lived", "temporary")
                .flatMap(longLived -> values.test(
                        Comparison.NULL, "aws:TokenIssueTime", ImmutableList.of(String.valueOf(longLived))));
    }

    private static Optional<Expression> client(FacetValues values) {
        ImmutableList.Builder<String> patterns = ImmutableList.builder();
        for (ScalarNode scalar : values.scalars()) {
            Client.named(scalar.text())
                    .ifPresentOrElse(
                            client -> patterns.addAll(client.patterns()), () -> values.unknown(scalar, Client.names()));
        }
        return values.test(Comparison.STRING_LIKE, "aws:UserAgent", patterns.build());
    }

    private static Optional<Expression> userAgent(FacetValues values) {
        return values.test(Comparison.STRING_LIKE, "aws:UserAgent", values.texts());
    }

    private static Optional<Expression> region(FacetValues values) {
        return values.text("aws:RequestedRegion", values.texts(scalar -> {
            boolean pattern = scalar.text().contains("*") || scalar.text().contains("?");
            if (!pattern && !Regions.names().contains(scalar.text())) {
                values.findings()
                        .add(
                                IntentFindings.UNKNOWN_REGION,
                                scalar.span(),
                                "Region " + Printable.quoted(scalar.text()) + " is not in the list of " + Regions.DATE,
                                "check the spelling; a Region launched later is not in the list");
            }
            return Optional.of(scalar.text());
        }));
    }

    private static Optional<Expression> bool(String key, FacetValues values) {
        return values.oneOf("true", "false").flatMap(wanted -> {
            Optional<Expression> isTrue = values.test(Comparison.BOOL, key, ImmutableList.of("true"));
            return wanted ? isTrue : values.not(isTrue);
        });
    }

    private static Optional<Expression> servicePrincipal(FacetValues values) {
        values.findings()
                .add(
                        IntentFindings.CANNOT_FIRE,
                        values.place(),
                        "SCPs do not bind AWS services, so the key is never true in a request that they see",
                        "for calls that a service makes for somebody, use `via-service`");
        return bool("aws:PrincipalIsAWSService", values);
    }

    private static Optional<Expression> account(String key, FacetValues values) {
        return values.test(
                Comparison.STRING_EQUALS,
                key,
                values.texts(scalar -> Arn.isAccountId(scalar.text())
                        ? Optional.of(scalar.text())
                        : values.invalid(scalar, "is not an account id of twelve digits")));
    }

    private static Optional<Expression> organization(String key, FacetValues values) {
        return values.test(
                Comparison.STRING_EQUALS,
                key,
                values.texts(scalar -> ORGANIZATION.matcher(scalar.text()).matches()
                        ? Optional.of(scalar.text())
                        : values.invalid(scalar, "is not an organization id such as `o-exampleorgid`")));
    }

    /** From, or before, the first moment of the day in UTC. */
    private static Optional<Expression> date(Comparison comparison, FacetValues values) {
        ImmutableList<String> dates = values.texts(scalar -> Days.read(scalar)
                .map(day -> Optional.of(Days.start(day)))
                .orElseGet(() -> values.invalid(scalar, "is not a date such as 2027-03-31")));
        if (dates.size() > 1) {
            values.findings()
                    .add(
                            IntentFindings.INVALID_VALUE,
                            values.node().span(),
                            "`" + values.facet() + "` takes one date, not a list of them");
        }
        return values.test(comparison, "aws:CurrentTime", dates);
    }
}

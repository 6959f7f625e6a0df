package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.request.PrincipalReader.NamedPrincipal;
import java.util.List;
import java.util.Optional;

/** What the long form says of a web identity: the token that it shows, and by that whose token it is. */
final class TokenFields {
    static final String TOKEN = "token";

    private final Fields principal;
    private final Fields request;
    private final Findings findings;
    private final Optional<String> account;

    /** @param account of the request; the account of the role that is asked for comes first */
    TokenFields(Fields principal, Fields request, Findings findings, Optional<String> account) {
        this.principal = principal;
        this.request = request;
        this.findings = findings;
        this.account = account;
    }

    /** The principals that are named otherwise, with the token; without such the provider is told by the token. */
    List<NamedPrincipal> apply(Optional<List<NamedPrincipal>> named) {
        if (principal.node(TOKEN).isEmpty()) {
            return named.orElse(ImmutableList.of());
        }
        Optional<String> provider =
                named.flatMap(list -> list.stream().findFirst()).map(one -> ((WebIdentity) one.principal()).provider());
        boolean broken = named.isPresent() && provider.isEmpty();
        return principal
                .object(TOKEN)
                .filter(payload -> !broken)
                .flatMap(payload -> identity(payload, provider))
                .map(identity -> ImmutableList.of(new NamedPrincipal("", identity)))
                .orElse(ImmutableList.of());
    }

    private Optional<WebIdentity> identity(ObjectNode payload, Optional<String> provider) {
        TokenReader reader = new TokenReader(payload, findings);
        Optional<String> issuer = reader.issuer(provider.map(TokenReader::issuerOf));
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        if (provider.map(TokenReader::issuerOf)
                .filter(other -> !other.equals(issuer.get()))
                .isPresent()) {
            findings.add(
                    RequestFindings.CONTRADICTION,
                    payload.member("iss").map(ObjectNode.Member::keySpan).orElse(payload.span()),
                    "the token is of " + Printable.quoted(issuer.get()) + ", yet the provider is "
                            + Printable.quoted(provider.get()),
                    "leave `web-identity` out; the token says whose it is");
            return Optional.empty();
        }
        return provider.or(() -> ownProvider(issuer.get(), payload))
                .map(name -> new WebIdentity(name, Optional.of(reader.read(issuer.get()))));
    }

    /** Only a provider of the role's own account can be trusted. */
    private Optional<String> ownProvider(String issuer, ObjectNode payload) {
        Optional<Arn> role = role();
        Optional<String> owner = role.map(Arn::account).filter(Arn::isAccountId).or(() -> account);
        if (owner.isEmpty()) {
            findings.add(
                    RequestFindings.MISSING_KEY,
                    payload.span(),
                    "nobody says in which account the token is shown",
                    "give the role as `resource`, or an `account`");
        }
        return owner.map(
                id -> TokenReader.provider(issuer, role.map(Arn::partition).orElse("aws"), id));
    }

    private Optional<Arn> role() {
        Optional<Node> node = request.node("resource").or(() -> request.node("resources"));
        Optional<Node> first = node.map(
                found -> found instanceof ArrayNode list && !list.elements().isEmpty()
                        ? list.elements().get(0)
                        : found);
        return first.filter(ScalarNode.class::isInstance).flatMap(found -> Arn.parse(((ScalarNode) found).text()));
    }
}

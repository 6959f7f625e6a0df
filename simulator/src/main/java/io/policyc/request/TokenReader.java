package io.policyc.request;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ConditionKey;
import io.policyc.vocabulary.Claims;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the payload of a token: the claims that AWS knows become context keys, others do not. The key {@code aud} is the
 * claim {@code azp} where there is one, {@code oaud} is the claim {@code aud}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">Available keys
 *     for AWS OIDC federation</a>
 */
final class TokenReader {
    private static final String SCHEME = "https://";

    /** Providers that every account knows without setting them up; trust policies name them by their host. */
    private static final ImmutableSet<String> BUILT_IN =
            ImmutableSet.of("accounts.google.com", "cognito-identity.amazonaws.com");

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html */
    private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp */
    private static final String TAGS = "https://aws.amazon.com/tags";

    private final ObjectNode payload;
    private final Findings findings;
    private final ContextBuilder keys = new ContextBuilder();

    TokenReader(ObjectNode payload, Findings findings) {
        this.payload = payload;
        this.findings = findings;
    }

    /** The name of a provider without {@code https://}, by its ARN or the name that AWS has for it. */
    static String issuerOf(String provider) {
        int at = provider.indexOf(":oidc-provider/");
        return at < 0 ? provider : provider.substring(at + ":oidc-provider/".length());
    }

    /** What a trust policy of an account calls the provider of an issuer. */
    static String provider(String issuer, String partition, String account) {
        return BUILT_IN.contains(issuer)
                ? issuer
                : "arn:" + partition + ":iam::" + account + ":oidc-provider/" + issuer;
    }

    /** Who issued the token by its claim {@code iss}; without one the provider that is given. */
    Optional<String> issuer(Optional<String> given) {
        Optional<ObjectNode.Member> member = payload.member("iss");
        if (member.isEmpty()) {
            if (given.isEmpty()) {
                findings.add(
                        RequestFindings.INVALID_TOKEN,
                        payload.span(),
                        "the token does not say who issued it",
                        "its payload has a claim `iss`, for example https://token.actions.githubusercontent.com");
            }
            return given;
        }
        String text = member.get().value() instanceof ScalarNode scalar ? scalar.text() : "";
        String issuer = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        boolean named = text.startsWith(SCHEME) || BUILT_IN.contains(text);
        if (!named || !PrincipalNames.isIssuer(issuer)) {
            findings.add(
                    RequestFindings.INVALID_TOKEN,
                    member.get().value().span(),
                    "`iss` is no issuer that IAM can trust",
                    "an address that starts with https:// and has neither port nor query");
            return Optional.empty();
        }
        return Optional.of(issuer);
    }

    IdentityToken read(String issuer) {
        noteUnlisted(issuer);
        ImmutableSet<String> known = Claims.of(issuer);
        Optional<Node> audience = claim("aud");
        Optional<Node> party = claim("azp").or(() -> audience);
        party.ifPresent(value -> put(issuer, "aud", value));
        audience.ifPresent(value -> put(issuer, "oaud", value));
        for (ObjectNode.Member member : payload.members()) {
            boolean other = !member.key().equals("aud") && !member.key().equals("oaud");
            if (other && known.contains(member.key())) {
                claim(member.key()).ifPresent(value -> put(issuer, member.key(), value));
            }
        }
        if (claim("google").isPresent()) {
            // A key has google/organization_number for a name; where the token says so is not documented.
            keys.unknown(issuer + ":google/organization_number");
        }
        sessionKeys();
        return new IdentityToken(issuer, text("sub"), keys.build());
    }

    /** What AWS takes over into the session. */
    private void sessionKeys() {
        text(SOURCE_IDENTITY)
                .ifPresentOrElse(
                        value -> keys.present("sts:SourceIdentity", value), () -> keys.absent("sts:SourceIdentity"));
        Optional<ObjectNode.Member> tags = payload.members().stream()
                .filter(member -> member.key().startsWith(TAGS))
                .findFirst();
        if (tags.isEmpty()) {
            keys.absent("aws:TagKeys", "sts:TransitiveTagKeys");
            return;
        }
        findings.add(
                RequestFindings.TOKEN_NOT_READ,
                tags.get().keySpan(),
                "session tags of a token are not read: aws:RequestTag/… and aws:TagKeys are left open",
                "the role has to allow sts:TagSession as well, which is a request of its own");
    }

    private void noteUnlisted(String issuer) {
        if (!Claims.areListed(issuer)) {
            findings.add(
                    RequestFindings.UNKNOWN_ISSUER,
                    payload.member("iss").map(ObjectNode.Member::keySpan).orElse(payload.span()),
                    "no claims of " + Printable.quoted(issuer) + " are listed as of " + ContextKeys.DATE
                            + ": of its tokens AWS knows " + String.join(", ", Claims.of(issuer)),
                    "a condition on any other claim meets an absent key");
        }
    }

    /** A claim that is not null. */
    private Optional<Node> claim(String name) {
        return payload.get(name).filter(value -> !(value instanceof ScalarNode scalar && scalar.isNull()));
    }

    private Optional<String> text(String name) {
        return claim(name).filter(ScalarNode.class::isInstance).map(value -> ((ScalarNode) value).text());
    }

    /** Numbers and booleans are taken as they are written. */
    private void put(String issuer, String claim, Node value) {
        String key = issuer + ":" + claim;
        ImmutableList<Node> elements = value instanceof ArrayNode list ? list.elements() : ImmutableList.of(value);
        ImmutableList<String> texts = elements.stream()
                .flatMap(element -> element instanceof ScalarNode scalar && !scalar.isNull()
                        ? Stream.of(scalar.text())
                        : Stream.empty())
                .collect(ImmutableList.toImmutableList());
        boolean plain = texts.size() == elements.size();
        boolean multivalued = claim.equals("amr")
                || ContextKeys.typeOf(ConditionKey.of(key))
                        .map(KeyType::multivalued)
                        .orElse(false);
        if (plain && multivalued) {
            keys.list(key, texts);
        } else if (plain && texts.size() == 1) {
            keys.present(key, texts.get(0));
        } else {
            keys.unknown(key);
            findings.add(
                    RequestFindings.TOKEN_NOT_READ,
                    value.span(),
                    Printable.quoted(claim) + " is " + value.kind()
                            + ", and what AWS compares then is not documented: the key is left open",
                    "a condition that asks for it cannot be told");
        }
    }
}

package io.policyc.cli;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.IdentityToken;
import io.policyc.request.Request;
import io.policyc.request.RequestFindings;
import io.policyc.request.WebIdentity;
import io.policyc.simulator.Decision;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import io.policyc.vocabulary.SharedIssuer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two forms of a subject of GitHub, without ids and with them: where one is kept out, whether the other would get in.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OpenID Connect reference</a>
 */
final class SubjectForms {
    private static final Pattern SUBJECT = Pattern.compile("repo:([^/@:]++)(@[0-9]++)?/([^/@:]++)(@[0-9]++)?:(.*+)");

    private SubjectForms() {}

    /** What is to be said of a token that is kept out. */
    static Optional<Finding> note(Request request, Decision decision, Simulator simulator) {
        if (!decision.isDenied()
                || !(request.principal() instanceof WebIdentity identity)
                || !identity.token()
                        .map(IdentityToken::issuer)
                        .filter(SharedIssuer.GITHUB::equals)
                        .isPresent()) {
            return Optional.empty();
        }
        return identity.token()
                .flatMap(IdentityToken::subject)
                .map(SUBJECT::matcher)
                .filter(Matcher::matches)
                .flatMap(form -> other(form, request))
                .filter(other -> simulator.evaluate(with(request, other)).outcome() == Outcome.ALLOWED)
                .map(other -> Finding.withoutPlace(
                                RequestFindings.SUBJECT_FORM,
                                "a token with the subject " + Printable.quoted(other) + " would get in")
                        .withHelp("the trust policy has the other of the two forms of this subject; write the one that"
                                + " the tokens have"));
    }

    private static Optional<String> other(Matcher form, Request request) {
        boolean withIds = form.group(2) != null && form.group(4) != null;
        String end = ":" + form.group(5);
        if (withIds) {
            return Optional.of("repo:" + form.group(1) + "/" + form.group(3) + end);
        }
        return claim(request, "repository_owner_id")
                .flatMap(owner -> claim(request, "repository_id")
                        .map(id -> "repo:" + form.group(1) + "@" + owner + "/" + form.group(3) + "@" + id + end));
    }

    private static Optional<String> claim(Request request, String name) {
        ContextValue value = request.context().get(key(name));
        return value.isPresent() ? value.values().stream().findFirst() : Optional.empty();
    }

    private static Request with(Request request, String subject) {
        return request.with(ImmutableMap.of(key("sub"), ContextValue.of(subject)));
    }

    private static ConditionKey key(String claim) {
        return ConditionKey.of(SharedIssuer.GITHUB + ":" + claim);
    }
}

package io.policyc.expectation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.policyc.finding.Printable;
import io.policyc.policy.ConditionKey;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RootUser;
import io.policyc.simulator.Decision;
import io.policyc.simulator.DecisionPrinter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys on which an undetermined decision rests and of which the test says nothing: it neither gives them, nor says what
 * they follow from, nor declares them absent or unknown.
 */
final class OpenKeys {
    private static final ImmutableSet<ConditionKey> CREDENTIAL_KEYS = ImmutableSet.of(
            ConditionKey.of("aws:TokenIssueTime"),
            ConditionKey.of("aws:MultiFactorAuthPresent"),
            ConditionKey.of("aws:MultiFactorAuthAge"));

    private static final String GIVE = "give it in `context`, or list it under `absent` or `unknown`";

    private static final ImmutableMap<ConditionKey, String> PLACEHOLDERS = ImmutableMap.of(
            Request.RESOURCE,
            "say `resource`",
            Request.SESSION_NAME,
            "say the session's `name`, in the long form of the principal",
            Request.RESOURCE_POLICY,
            "give the `resource-policy`",
            Request.FEDERATING_USER,
            "expect `undetermined`, and say `depends-on`");

    private OpenKeys() {}

    static ImmutableSet<ConditionKey> of(ExpectationCase test, Decision decision) {
        return Sets.difference(decision.unknownKeys(), Sets.union(test.declaredUnknown(), test.dependsOn()))
                .immutableCopy();
    }

    static String message(Set<ConditionKey> open, Decision decision) {
        String outcomes =
                decision.possible().stream().map(DecisionPrinter::word).collect(Collectors.joining(" or "));
        return "the answer depends on " + names(open) + ", which the test leaves open: " + outcomes;
    }

    /** What to write, once for all keys for which it is the same. */
    static String help(Set<ConditionKey> open, Request request) {
        Set<String> advice = new LinkedHashSet<>();
        open.forEach(key -> advice.add(help(key, open, request)));
        return String.join("; ", advice);
    }

    private static String help(ConditionKey key, Set<ConditionKey> open, Request request) {
        String placeholder = PLACEHOLDERS.get(key);
        if (placeholder != null) {
            return placeholder;
        }
        if (CREDENTIAL_KEYS.contains(key) && leavesCredentialsOpen(request.principal())) {
            return "say `credentials`, or `mfa`";
        }
        return open.size() == 1 ? GIVE : GIVE.replace("it", "them");
    }

    static String names(Set<ConditionKey> keys) {
        return keys.stream().map(key -> Printable.quoted(key.spelling())).collect(Collectors.joining(", "));
    }

    private static boolean leavesCredentialsOpen(Principal principal) {
        return (principal instanceof IamUser user && isOpen(user.credentials()))
                || (principal instanceof RootUser root && isOpen(root.credentials()));
    }

    private static boolean isOpen(Credentials credentials) {
        return credentials == Credentials.UNSPECIFIED || credentials == Credentials.TEMPORARY;
    }
}

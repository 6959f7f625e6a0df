package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.policyc.comparison.SimulationCall.ContextEntry;
import io.policyc.finding.Printable;
import io.policyc.policy.Comparison;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.EntryType;
import io.policyc.vocabulary.KeyType;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The context of a request as entries of a call. Every key that is present is sent; one that no policy looks at and that
 * cannot be sent is left out.
 *
 * @param obstacle what is in the way of a key that policies look at
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html">ContextEntry</a>
 */
record SentContext(ImmutableList<ContextEntry> entries, Optional<NotComparable> obstacle) {
    private static final int SHORTEST_NAME = 5;
    private static final int LONGEST_NAME = 256;
    private static final KeyType UNDECLARED = new KeyType(KeyType.Values.STRING, false, KeyType.Origin.UNKNOWN);

    /** The keys that the service fills from the caller or the clock (documented, or observed in September 2026). */
    private static final ImmutableSet<ConditionKey> FILLED = Stream.of(
                    "aws:PrincipalArn",
                    "aws:PrincipalAccount",
                    "aws:PrincipalId",
                    "aws:PrincipalType",
                    "aws:PrincipalOrgID",
                    "aws:PrincipalOrgPaths",
                    "aws:PrincipalOrgMasterAccountId",
                    "aws:Type",
                    "aws:userid",
                    "aws:CurrentTime",
                    "aws:EpochTime")
            .map(ConditionKey::of)
            .collect(ImmutableSet.toImmutableSet());

    private static final ConditionKey USER_NAME = ConditionKey.of("aws:username");

    /** An entry, or why there is none. */
    private record Sent(Optional<ContextEntry> entry, Optional<Obstacle> obstacle) {
        static Sent not(Obstacle obstacle) {
            return new Sent(Optional.empty(), Optional.of(obstacle));
        }
    }

    static SentContext of(Request request, ImmutableSetMultimap<ConditionKey, Comparison.Family> uses) {
        for (ConditionKey key : uses.keySet()) {
            Optional<Obstacle> obstacle = unsaid(request, key);
            if (obstacle.isPresent()) {
                return stopped(obstacle.get(), key);
            }
        }
        ImmutableList.Builder<ContextEntry> entries = ImmutableList.builder();
        for (Map.Entry<ConditionKey, ContextValue> mentioned :
                request.context().mentioned().entrySet()) {
            ConditionKey key = mentioned.getKey();
            if (mentioned.getValue().isPresent()) {
                Sent sent = send(key, mentioned.getValue(), uses.get(key));
                if (sent.obstacle().isPresent() && uses.containsKey(key)) {
                    return stopped(sent.obstacle().get(), key);
                }
                sent.entry().ifPresent(entries::add);
            }
        }
        return new SentContext(entries.build(), Optional.empty());
    }

    private static SentContext stopped(Obstacle obstacle, ConditionKey key) {
        return new SentContext(
                ImmutableList.of(), Optional.of(NotComparable.of(obstacle, Printable.quoted(key.spelling()))));
    }

    /** What is in the way of a key that the request does not have, or of which it says too little. */
    private static Optional<Obstacle> unsaid(Request request, ConditionKey key) {
        ContextValue value = request.context().get(key);
        if (value.isUnknown()) {
            return Optional.of(Obstacle.UNKNOWN_KEY);
        }
        boolean filled = FILLED.contains(key) || (key.equals(USER_NAME) && request.principal() instanceof IamUser);
        return filled && !value.isPresent() ? Optional.of(Obstacle.FILLED_KEY) : Optional.empty();
    }

    private static Sent send(ConditionKey key, ContextValue value, ImmutableSet<Comparison.Family> uses) {
        int length = key.spelling().length();
        if (length < SHORTEST_NAME || length > LONGEST_NAME) {
            return Sent.not(Obstacle.KEY_NAME);
        }
        if (value.values().isEmpty()) {
            return Sent.not(Obstacle.EMPTY_LIST);
        }
        if (!SendableText.is(key.spelling()) || !value.values().stream().allMatch(SendableText::is)) {
            return Sent.not(Obstacle.TEXT);
        }
        KeyType declared = ContextKeys.typeOf(key).orElse(UNDECLARED);
        boolean list = declared.equals(UNDECLARED) ? value.list() : declared.multivalued();
        if (!list && value.values().size() > 1) {
            return Sent.not(Obstacle.SEVERAL_VALUES);
        }
        KeyType.Values type = list
                ? declared.values()
                : ValueForm.sent(declared.values(), value.values().get(0));
        return value.values().stream()
                .flatMap(one -> ValueForm.obstacle(type, one, uses).stream())
                .findFirst()
                .map(Sent::not)
                .orElseGet(() -> new Sent(
                        Optional.of(new ContextEntry(key.spelling(), EntryType.of(type, list), value.values())),
                        Optional.empty()));
    }
}

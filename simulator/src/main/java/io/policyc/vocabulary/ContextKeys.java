package io.policyc.vocabulary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.glob.Glob;
import io.policyc.policy.ConditionKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The catalogue of condition keys with their declared types, as of {@link #DATE}. A key that is not in it may still exist:
 * services gain keys all the time.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global keys</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">Service keys</a>
 */
public final class ContextKeys {
    /** The day of the service data. */
    public static final String DATE = "2026-09-26";

    private static final ContextKeys CATALOGUE = new ContextKeys(Table.rows("context-keys.tsv"));

    /**
     * Part of every request that is signed, as the page of global keys says of each. SCPs bind principals, and these sign.
     * The user agent is among them: a client that sends none is rare enough that nobody has to write a test for it.
     */
    private static final ImmutableSet<ConditionKey> IN_EVERY_REQUEST = Stream.of(
                    "aws:CurrentTime",
                    "aws:EpochTime",
                    "aws:PrincipalAccount",
                    "aws:PrincipalArn",
                    "aws:PrincipalIsAWSService",
                    "aws:PrincipalType",
                    "aws:RequestedRegion",
                    "aws:SecureTransport",
                    "aws:UserAgent",
                    "aws:userid",
                    "aws:ViaAWSService")
            .map(ConditionKey::of)
            .collect(ImmutableSet.toImmutableSet());

    /** A row whose name stands for many keys, such as {@code aws:PrincipalTag/*}. */
    private record Family(Glob names, int length, KeyType type) {}

    private final ImmutableMap<String, KeyType> byName;
    private final ImmutableList<Family> families;
    private final ImmutableList<String> names;

    private ContextKeys(List<List<String>> rows) {
        Map<String, KeyType> exact = new HashMap<>();
        ImmutableList.Builder<Family> patterns = ImmutableList.builder();
        ImmutableList.Builder<String> spellings = ImmutableList.builder();
        for (List<String> row : rows) {
            String name = row.get(0).toLowerCase(Locale.ROOT);
            KeyType type = type(row);
            spellings.add(row.get(0));
            if (name.indexOf('*') < 0) {
                exact.put(name, type);
            } else {
                patterns.add(new Family(Glob.of(name), name.length(), type));
            }
        }
        byName = ImmutableMap.copyOf(exact);
        families = patterns.build();
        names = spellings.build();
    }

    /** The declared type of a key; empty for one that the catalogue does not have. */
    public static Optional<KeyType> typeOf(ConditionKey key) {
        KeyType exact = CATALOGUE.byName.get(key.folded());
        if (exact != null) {
            return Optional.of(exact);
        }
        return CATALOGUE.families.stream()
                .filter(family -> family.names.matches(key.folded()))
                .max(Comparator.comparingInt(Family::length))
                .map(Family::type);
    }

    /** Whether AWS puts a key into every request of a principal, so that it is never absent. */
    public static boolean isInEveryRequest(ConditionKey key) {
        return IN_EVERY_REQUEST.contains(key);
    }

    /** All names as AWS spells them; {@code *} stands for text that the user chooses. */
    public static ImmutableList<String> names() {
        return CATALOGUE.names;
    }

    private static KeyType type(List<String> row) {
        KeyType.Values values = switch (row.get(1)) {
            case "Arn" -> KeyType.Values.ARN;
            case "IpAddress" -> KeyType.Values.IP_ADDRESS;
            case "Numeric" -> KeyType.Values.NUMERIC;
            case "Date" -> KeyType.Values.DATE;
            case "Bool" -> KeyType.Values.BOOL;
            case "Binary" -> KeyType.Values.BINARY;
            default -> KeyType.Values.STRING;
        };
        KeyType.Origin origin = switch (row.get(3)) {
            case "aws" -> KeyType.Origin.AWS;
            case "caller" -> KeyType.Origin.CALLER;
            default -> KeyType.Origin.UNKNOWN;
        };
        return new KeyType(values, row.get(2).equals("multi"), origin);
    }
}

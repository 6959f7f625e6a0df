package io.policyc.vocabulary;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The types under which AWS's simulator takes the values of context keys. There is none for ARNs, which are sent as strings.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html">ContextEntry</a>
 */
public enum EntryType {
    STRING("string", KeyType.Values.STRING, false),
    STRING_LIST("stringList", KeyType.Values.STRING, true),
    NUMERIC("numeric", KeyType.Values.NUMERIC, false),
    NUMERIC_LIST("numericList", KeyType.Values.NUMERIC, true),
    BOOLEAN("boolean", KeyType.Values.BOOL, false),
    BOOLEAN_LIST("booleanList", KeyType.Values.BOOL, true),
    IP("ip", KeyType.Values.IP_ADDRESS, false),
    IP_LIST("ipList", KeyType.Values.IP_ADDRESS, true),
    BINARY("binary", KeyType.Values.BINARY, false),
    BINARY_LIST("binaryList", KeyType.Values.BINARY, true),
    DATE("date", KeyType.Values.DATE, false),
    DATE_LIST("dateList", KeyType.Values.DATE, true);

    private final String word;
    private final KeyType.Values values;
    private final boolean list;

    EntryType(String word, KeyType.Values values, boolean list) {
        this.word = word;
        this.values = values;
        this.list = list;
    }

    /** The type by the word of the API. */
    public static Optional<EntryType> of(String word) {
        return Stream.of(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** The type for values, for one or for a list of them. */
    public static EntryType of(KeyType.Values values, boolean list) {
        KeyType.Values sent = values == KeyType.Values.ARN ? KeyType.Values.STRING : values;
        return Stream.of(values())
                .filter(type -> type.values == sent && type.list == list)
                .findFirst()
                .orElseThrow();
    }

    /** The words of all types. */
    public static ImmutableList<String> words() {
        return Stream.of(values()).map(EntryType::word).collect(ImmutableList.toImmutableList());
    }

    /** The word of the API. */
    public String word() {
        return word;
    }

    /** What each value is. */
    public KeyType.Values type() {
        return values;
    }

    /** Whether it takes several values. */
    public boolean isList() {
        return list;
    }
}

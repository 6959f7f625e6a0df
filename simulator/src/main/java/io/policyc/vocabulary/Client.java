package io.policyc.vocabulary;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;

/**
 * A family of programs that call AWS, for example {@code boto3} or {@code aws-cli/2}. Whoever calls chooses the user agent,
 * so a family tells honest callers apart and stops nobody else.
 *
 * @param name the family, with {@code /version} for a part of it
 * @param patterns StringLike patterns that recognise the family's user agents
 * @param userAgent one real user agent, with its version
 */
public record Client(String name, ImmutableList<String> patterns, String userAgent) {
    private static final ImmutableMap<String, Client> BY_NAME = Table.rows("clients.tsv").stream()
            .map(Client::of)
            .collect(ImmutableMap.toImmutableMap(Client::name, client -> client));

    public static Optional<Client> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static ImmutableList<String> names() {
        return BY_NAME.keySet().asList();
    }

    private static Client of(List<String> row) {
        String name = row.get(1).isEmpty() ? row.get(0) : row.get(0) + "/" + row.get(1);
        List<String> patterns = Splitter.on(" | ").splitToList(row.get(2));
        return new Client(name, ImmutableList.copyOf(patterns), row.get(3));
    }
}

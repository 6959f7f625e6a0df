package io.policyc.lint;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.glob.Glob;
import io.policyc.policy.Comparison;
import io.policyc.policy.ValueTemplate;
import io.policyc.vocabulary.Client;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pattern that means clients and misses them by letter case: {@code *boto*} against {@code Boto3/1.43.67 …}. StringLike
 * has no form that ignores case.
 *
 * <p>The clients that a pattern means are those named like it, or else all that it would match ignoring case. It is
 * reported if it matches none of them as it is written and no other value of the list makes up for it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     String condition operators</a>
 */
final class UserAgentNeverMatches implements ConditionRule {
    private static final CharMatcher NOT_IN_NAMES = CharMatcher.anyOf("*?/ ");
    private static final ImmutableList<Client> CLIENTS = Client.names().stream()
            .map(name -> Client.named(name).orElseThrow())
            .collect(ImmutableList.toImmutableList());
    private static final int MOST_NAMED = 3;

    @Override
    public void check(LocatedCondition condition, Findings findings) {
        Comparison comparison = condition.comparison();
        boolean like = comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE;
        if (!like || !condition.hasKey("aws:UserAgent")) {
            return;
        }
        ImmutableList<String> patterns = condition.values().stream()
                .filter(value -> !condition.hasVariable(value))
                .map(ValueTemplate::text)
                .collect(ImmutableList.toImmutableList());
        Set<Client> matched = new HashSet<>();
        patterns.forEach(pattern -> matched.addAll(matchedBy(pattern)));
        for (String pattern : patterns) {
            List<Client> missed = missed(pattern).stream()
                    .filter(client -> !matched.contains(client))
                    .toList();
            if (!missed.isEmpty()) {
                findings.add(condition.finding(
                        LintFindings.USER_AGENT_NEVER_MATCHES,
                        "letter case counts, so " + Printable.quoted(pattern) + " does not match " + examples(missed),
                        "write " + Printable.quoted(respelled(pattern, missed.get(0)))
                                + "; StringLike has no form that ignores case"));
            }
        }
    }

    /** The clients that a pattern means; none if it matches one of them as it is written. */
    private static List<Client> missed(String pattern) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        Glob ignoringCase = Glob.of(lower);
        List<Client> possible = CLIENTS.stream()
                .filter(client -> ignoringCase.matches(client.userAgent().toLowerCase(Locale.ROOT)))
                .toList();
        String name = NOT_IN_NAMES.trimFrom(lower);
        List<Client> named =
                possible.stream().filter(client -> client.name().contains(name)).toList();
        List<Client> meant = named.isEmpty() ? possible : named;
        return Collections.disjoint(meant, matchedBy(pattern)) ? meant : List.of();
    }

    private static List<Client> matchedBy(String pattern) {
        Glob glob = Glob.of(pattern);
        return CLIENTS.stream()
                .filter(client -> glob.matches(client.userAgent()))
                .toList();
    }

    /** Families come before their parts, and few of them say enough. */
    private static String examples(List<Client> clients) {
        return clients.stream()
                .sorted(Comparator.comparing(client -> client.name().contains("/")))
                .limit(MOST_NAMED)
                .map(client -> client.name() + " (`" + start(client) + "`)")
                .collect(Collectors.joining(", "));
    }

    /** The first word of a user agent: product and version. */
    private static String start(Client client) {
        int blank = client.userAgent().indexOf(' ');
        return blank < 0 ? client.userAgent() : client.userAgent().substring(0, blank);
    }

    /** The pattern in the client's spelling, or the client's own pattern. */
    private static String respelled(String pattern, Client client) {
        String text = NOT_IN_NAMES.trimFrom(pattern);
        int at = client.userAgent().toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT));
        return at < 0
                ? client.patterns().get(0)
                : pattern.replace(text, client.userAgent().substring(at, at + text.length()));
    }
}

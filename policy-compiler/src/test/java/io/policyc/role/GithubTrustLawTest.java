package io.policyc.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A run of GitHub Actions may assume a role if, and only if, its file says so, read claim by claim. */
class GithubTrustLawTest {
    private static final List<String> NAMES =
            List.of("main", "release/1", "release/1:2", "x-prod", "ma", "main2", "a/main", "r*", "${x}", "prod: eu");
    private static final List<String> PATTERNS = List.of(
            "main", "release/*", "*-prod", "ma??", "*", "?*", "prod: *", "r${*}", "${x}", "a/main", "release/1:2");

    private static final Pattern PIECE = Pattern.compile("\\$\\{\\*}|[*?$]|[^*?$]+");

    /** What a file asks for. */
    record Asked(
            String repository,
            boolean ids,
            String subject,
            List<String> branches,
            List<String> tags,
            List<String> environments,
            boolean pullRequests,
            List<String> actors) {

        String yaml() {
            StringBuilder yaml = new StringBuilder("role: r\naccount: \"123456789012\"\nmanaged-policies: "
                    + "arn:aws:iam::aws:policy/ReadOnlyAccess\ntrust:\n  github:\n    repository: " + repository
                    + "\n");
            if (ids) {
                yaml.append("    ids: { owner: 12, repository: 34 }\n    subject: ")
                        .append(subject)
                        .append('\n');
            }
            list(yaml, "branches", branches);
            list(yaml, "tags", tags);
            list(yaml, "environments", environments);
            yaml.append("    pull-requests: ").append(pullRequests).append('\n');
            if (!actors.isEmpty()) {
                yaml.append("    claims: { actor_id: ").append(actors).append(" }\n");
            }
            return yaml.toString();
        }

        private static void list(StringBuilder yaml, String key, List<String> values) {
            if (!values.isEmpty()) {
                String quoted =
                        values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
                yaml.append("    ").append(key).append(": [").append(quoted).append("]\n");
            }
        }

        boolean letsIn(Run run) {
            boolean form = run.immutable() ? ids && !subject.equals("older") : !ids || !subject.equals("immutable");
            boolean owner = run.repository().equals(repository)
                    && (!run.immutable()
                            || (run.ownerId().equals("12") && run.repositoryId().equals("34")));
            boolean started = switch (run.kind()) {
                case "branch" -> matchesAny(branches, run.name());
                case "tag" -> matchesAny(tags, run.name());
                case "environment" -> matchesAny(environments, run.name());
                default -> pullRequests;
            };
            boolean actor = actors.isEmpty() || actors.contains(run.actor());
            return form && owner && started && actor && run.audience().equals("sts.amazonaws.com");
        }

        private static boolean matchesAny(List<String> patterns, String name) {
            return patterns.stream()
                    .anyMatch(pattern -> regex(pattern).matcher(name).matches());
        }

        private static Pattern regex(String pattern) {
            return Pattern.compile(PIECE.matcher(pattern)
                    .results()
                    .map(piece -> regexOf(piece.group()))
                    .collect(Collectors.joining()));
        }

        private static String regexOf(String piece) {
            return switch (piece) {
                case "*" -> ".*";
                case "?" -> ".";
                case "${*}" -> "\\*";
                default -> Pattern.quote(piece);
            };
        }
    }

    /** A run: what its token says. */
    record Run(
            String repository,
            boolean immutable,
            String ownerId,
            String repositoryId,
            String kind,
            String name,
            String actor,
            String audience) {

        Map<String, String> claims() {
            int slash = repository.indexOf('/');
            String who = immutable
                    ? repository.substring(0, slash) + "@" + ownerId + repository.substring(slash) + "@" + repositoryId
                    : repository;
            String encoded = name.replace(":", "%3A");
            String what = switch (kind) {
                case "branch" -> "ref:refs/heads/" + encoded;
                case "tag" -> "ref:refs/tags/" + encoded;
                case "environment" -> "environment:" + encoded;
                default -> "pull_request";
            };
            Map<String, String> claims = new LinkedHashMap<>();
            claims.put("sub", "repo:" + who + ":" + what);
            claims.put("aud", audience);
            claims.put("actor_id", actor);
            return claims;
        }
    }

    @Property(tries = 1_500)
    void letsInWhomTheFileNames(@ForAll("asked") Asked asked, @ForAll("runs") Run run) {
        boolean expected = asked.letsIn(run);
        Statistics.collect(expected);
        CompiledRole role = Roles.of(asked.yaml());
        assertThat(Roles.letsInToken(role, run.claims())).as(asked.yaml()).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Asked> asked() {
        Arbitrary<List<String>> patterns =
                Arbitraries.of(PATTERNS).list().uniqueElements().ofMaxSize(5);
        return Combinators.combine(
                        mostly("acme/shop", "acme/s"),
                        Arbitraries.of(true, true, false),
                        mostly("both", "immutable", "older"),
                        patterns,
                        patterns,
                        patterns,
                        Arbitraries.of(true, false),
                        Arbitraries.of("1", "2").list().uniqueElements().ofMaxSize(1))
                .as(Asked::new)
                .filter(asked -> asked.pullRequests()
                        || !asked.branches().isEmpty()
                        || !asked.tags().isEmpty()
                        || !asked.environments().isEmpty());
    }

    @Provide
    Arbitrary<Run> runs() {
        return Combinators.combine(
                        mostly("acme/shop", "acme/s", "acme/shop2", "acm/shop"),
                        Arbitraries.of(true, false),
                        mostly("12", "123"),
                        mostly("34", "345"),
                        Arbitraries.of("branch", "tag", "environment", "pull_request"),
                        Arbitraries.of(NAMES),
                        Arbitraries.of("1", "2"),
                        mostly("sts.amazonaws.com", "sts", "https://github.com/acme"))
                .as(Run::new);
    }

    private static Arbitrary<String> mostly(String value, String... others) {
        return Arbitraries.of(true, true, true, true, true, true, true, false)
                .flatMap(often -> often ? Arbitraries.just(value) : Arbitraries.of(others));
    }
}

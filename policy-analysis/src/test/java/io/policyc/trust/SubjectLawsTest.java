package io.policyc.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.FindingId;
import io.policyc.glob.Glob;
import io.policyc.policy.ActionElement.Action;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Condition;
import io.policyc.policy.Effect;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.policy.PrincipalElement.Listed;
import io.policyc.policy.PrincipalElement.Principal;
import io.policyc.policy.Statement;
import io.policyc.vocabulary.SharedIssuer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A subject that takes tokens of two owners, or of two repositories of one, is never without a finding. */
final class SubjectLawsTest {
    private static final ImmutableList<String> OWNERS = ImmutableList.of("acme", "acme-x", "a");
    private static final ImmutableList<String> REPOSITORIES = ImmutableList.of("shop", "shop-x", "s");
    private static final ImmutableList<String> IDS = ImmutableList.of("", "@1");
    private static final ImmutableList<String> RUNS = ImmutableList.of("pull_request", "ref:refs/heads/main");

    private static final Set<FindingId> OF_OWNERS =
            Set.of(TrustFindings.REFUSED_BY_AWS, TrustFindings.SUBJECT_OF_EVERYBODY);

    /** A subject of GitHub and whose it is. */
    private record Subject(String owner, String repository, String text) {}

    @Provide
    static Arbitrary<String> patterns() {
        Arbitrary<String> piece = Arbitraries.of(
                "repo:",
                "acme",
                "a",
                "-x",
                "shop",
                "s",
                "@1",
                "@",
                "/",
                ":",
                "*",
                "*",
                "?",
                "pull_request",
                "ref:refs/heads/main");
        Arbitrary<String> tail = piece.list().ofMaxSize(7).map(pieces -> String.join("", pieces));
        return Arbitraries.oneOf(tail, tail.map(text -> "repo:" + text), tail.map(text -> "repo:acme/" + text));
    }

    @Property(tries = 3_000)
    void whatTakesTwoOwnersIsFound(@ForAll("patterns") String pattern) {
        List<Subject> taken = taken(pattern);
        if (taken.stream().map(Subject::owner).distinct().count() > 1) {
            assertThat(found(pattern)).as(pattern).containsAnyElementsOf(OF_OWNERS);
        }
    }

    @Property(tries = 3_000)
    void whatTakesTwoRepositoriesOfAnOwnerIsFound(@ForAll("patterns") String pattern) {
        List<Subject> taken = taken(pattern);
        boolean several = OWNERS.stream()
                .anyMatch(owner -> taken.stream()
                                .filter(subject -> subject.owner().equals(owner))
                                .map(Subject::repository)
                                .distinct()
                                .count()
                        > 1);
        if (several) {
            assertThat(found(pattern))
                    .as(pattern)
                    .containsAnyOf(
                            TrustFindings.REFUSED_BY_AWS,
                            TrustFindings.SUBJECT_OF_EVERYBODY,
                            TrustFindings.SUBJECT_OF_OWNER);
        }
    }

    private static List<Subject> taken(String pattern) {
        Glob glob = Glob.of(pattern);
        return OWNERS.stream()
                .flatMap(owner -> REPOSITORIES.stream()
                        .flatMap(repository -> IDS.stream()
                                .flatMap(id -> RUNS.stream()
                                        .map(run -> new Subject(
                                                owner,
                                                repository,
                                                "repo:" + owner + id + "/" + repository + id + ":" + run)))))
                .filter(subject -> glob.matches(subject.text()))
                .toList();
    }

    private static Set<FindingId> found(String pattern) {
        String issuer = SharedIssuer.GITHUB;
        Listed provider = new Listed(
                ImmutableMap.of(Kind.FEDERATED, ImmutableList.of("arn:aws:iam::111122223333:oidc-provider/" + issuer)));
        Statement statement = new Statement(
                Optional.empty(),
                Effect.ALLOW,
                Optional.of(new Principal(provider)),
                new Action(ImmutableList.of(new ActionPattern("sts:AssumeRoleWithWebIdentity"))),
                Optional.empty(),
                ImmutableList.of(Condition.of(Comparison.STRING_LIKE, issuer + ":sub", pattern)));
        LocatedPolicy policy = LocatedPolicy.withoutPlaces("trust", PolicyDocument.of(ImmutableList.of(statement)));
        return TrustLinter.lint(policy).stream().map(finding -> finding.id()).collect(Collectors.toSet());
    }
}

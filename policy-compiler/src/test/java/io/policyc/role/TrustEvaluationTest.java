package io.policyc.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableMap;
import io.policyc.request.AwsService;
import io.policyc.request.Principal;
import io.policyc.request.RoleSession;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may assume the roles of the golden cases, and who just may not. */
class TrustEvaluationTest {
    private static final String SHOP = "repo:acme@1234/shop@5678:";
    private static final ImmutableMap<String, String> SHOP_CLAIMS = ImmutableMap.of(
            "aud", "sts.amazonaws.com",
            "job_workflow_ref", "acme/ci/.github/workflows/deploy.yml@refs/heads/main",
            "actor_id", "2",
            "repository_owner_id", "1234");
    private static final String UUIDS = "{437da666-7aab-4b60-a947-ec542536ca0d}:{03baea80-974f-432a-8d42-183fad107439}";
    private static final String PARTNER = "210987654321";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tokens")
    void bearers(String role, String subject, Map<String, String> others, boolean expected) throws IOException {
        Map<String, String> claims = new LinkedHashMap<>(others);
        claims.put("sub", subject);
        assertThat(Roles.letsInToken(Roles.ofCase(role), claims)).isEqualTo(expected);
    }

    static Stream<Arguments> tokens() {
        Map<String, String> sts = Map.of("aud", "sts.amazonaws.com");
        Map<String, String> gitlab = Map.of("aud", "https://gitlab.example.com");
        Map<String, String> bitbucket =
                Map.of("aud", "ari:cloud:bitbucket::workspace/8a1fdada-cbc0-452c-81ce-07534945e18b");
        Map<String, String> terraform = Map.of("aud", "aws.workload.identity");
        String circle = "11111111-2222-3333-4444-555555555555";
        String project = "org/" + circle + "/project/66666666-7777-8888-9999-000000000000";
        return Stream.of(
                arguments("github-article", "repo:acme/shop:ref:refs/heads/x", sts, true),
                arguments("github-article", "repo:acme/shop:pull_request", sts, true),
                arguments("github-article", "repo:acme/shop2:pull_request", sts, false),
                arguments("github-article", SHOP + "pull_request", sts, false),
                arguments("github-article", "repo:acme/shop:pull_request", Map.of("aud", "x"), false),
                arguments("github-article", "repo:acme/shop:pull_request", Map.of(), false),
                arguments("github-immutable", SHOP + "ref:refs/heads/main", SHOP_CLAIMS, true),
                arguments("github-immutable", SHOP + "ref:refs/heads/main2", SHOP_CLAIMS, false),
                arguments("github-immutable", SHOP + "ref:refs/heads/release/1.0", SHOP_CLAIMS, true),
                arguments("github-immutable", SHOP + "ref:refs/heads/release", SHOP_CLAIMS, false),
                arguments("github-immutable", SHOP + "ref:refs/heads/cash-${money}", SHOP_CLAIMS, true),
                arguments("github-immutable", SHOP + "ref:refs/heads/literal-*", SHOP_CLAIMS, true),
                arguments("github-immutable", SHOP + "ref:refs/heads/literal-x", SHOP_CLAIMS, false),
                arguments("github-immutable", SHOP + "ref:refs/tags/v1.0", SHOP_CLAIMS, true),
                arguments("github-immutable", SHOP + "ref:refs/tags/main", SHOP_CLAIMS, false),
                arguments("github-immutable", SHOP + "pull_request", SHOP_CLAIMS, true),
                arguments("github-immutable", SHOP + "environment:main", SHOP_CLAIMS, false),
                arguments("github-immutable", "repo:acme/shop:pull_request", SHOP_CLAIMS, false),
                arguments("github-immutable", "repo:acme@9/shop@5678:pull_request", SHOP_CLAIMS, false),
                arguments("github-immutable", "repo:acme@1234/shop@56789:pull_request", SHOP_CLAIMS, false),
                arguments("github-immutable", SHOP + "pull_request", without("actor_id"), false),
                arguments("github-immutable", SHOP + "pull_request", without("job_workflow_ref"), false),
                arguments("github-immutable", SHOP + "pull_request", without("aud"), false),
                arguments("github-both", SHOP + "environment:prod%3A eu", main(), true),
                arguments("github-both", "repo:acme/shop:ref:refs/heads/main", main(), true),
                arguments("github-both", SHOP + "environment:prod", main(), false),
                arguments("github-both", SHOP + "environment:prod%3A eu", sts, false),
                arguments("gitlab", "project_path:acme/platform/shop:ref_type:branch:ref:release/1", gitlab, true),
                arguments("gitlab", "project_path:acme/platform/shop:ref_type:tag:ref:v1", gitlab, true),
                arguments("gitlab", "project_path:acme/platform/shop:ref_type:branch:ref:v1", gitlab, false),
                arguments("gitlab", "project_path:acme/platform/shop2:ref_type:branch:ref:main", gitlab, false),
                arguments("gitlab", "project_path:acme/platform/shop:ref_type:branch:ref:main", sts, false),
                arguments("bitbucket", UUIDS + ":{a-step}", bitbucket, true),
                arguments("bitbucket", UUIDS.substring(0, 39) + "{a-step}", bitbucket, false),
                arguments("bitbucket", UUIDS + ":{a-step}", sts, false),
                arguments("hcp-terraform", terraform("network-eu", "apply"), terraform, true),
                arguments("hcp-terraform", terraform("network-us-1", "apply"), terraform, true),
                arguments("hcp-terraform", terraform("network-us-1", "plan"), terraform, false),
                arguments("hcp-terraform", terraform("network-eu2", "apply"), terraform, false),
                arguments("circleci", project + "/user/u", Map.of("aud", circle), true),
                arguments("circleci", project + "/user/u/vcs-origin/o/vcs-ref/r", Map.of("aud", circle), true),
                arguments("circleci", project + "/user/u", Map.of("aud", "other"), false),
                arguments("circleci", "org/" + circle + "/project/other/user/u", Map.of("aud", circle), false),
                arguments("buildkite", buildkite("shop", "main"), sts, true),
                arguments("buildkite", buildkite("shop", "release/1"), sts, true),
                arguments("buildkite", buildkite("shop", "main2"), sts, false),
                arguments("buildkite", buildkite("shop2", "main"), sts, false),
                arguments("eks", "system:serviceaccount:shop:api", sts, true),
                arguments("eks", "system:serviceaccount:batch:job-7", sts, true),
                arguments("eks", "system:serviceaccount:shop:api2", sts, false),
                arguments("eks", "system:serviceaccount:other:api", sts, false),
                arguments("oidc", "owner:acme:project:shop:environment:production", vercel("pro"), true),
                arguments("oidc", "owner:acme:project:shop:environment:production", vercel("hobby"), false),
                arguments("oidc", "owner:acme:project:shop:environment:preview", vercel("pro"), false));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("callers")
    void others(String role, Principal principal, Map<String, String> context, boolean expected) throws IOException {
        assertThat(Roles.letsIn(Roles.ofCase(role), principal, "sts:AssumeRole", context))
                .isEqualTo(expected);
    }

    static Stream<Arguments> callers() {
        AwsService ecs = new AwsService("ecs-tasks.amazonaws.com");
        AwsService pods = new AwsService("pods.eks.amazonaws.com");
        AwsService glue = new AwsService("glue.amazonaws.com");
        AwsService ec2 = new AwsService("ec2.amazonaws.com");
        Principal reader = RoleSession.of(PARTNER, "reader", RoleSession.Kind.ASSUMED);
        Principal etl = RoleSession.of(PARTNER, "etl-1", RoleSession.Kind.ASSUMED);
        return Stream.of(
                arguments("service-ec2", ec2, Map.of(), true),
                arguments("service-ec2", new AwsService("lambda.amazonaws.com"), Map.of(), false),
                arguments("lambda", new AwsService("lambda.amazonaws.com"), Map.of(), true),
                arguments("lambda", ec2, Map.of(), false),
                arguments("service-ecs", ecs, source("123456789012", "arn:aws:ecs:eu-central-1:123456789012:x"), true),
                arguments("service-ecs", ecs, source("123456789012", "arn:aws:ecs:us-east-1:123456789012:x"), false),
                arguments("service-ecs", ecs, source(PARTNER, "arn:aws:ecs:eu-central-1:123456789012:x"), false),
                arguments("service-ecs", ecs, Map.of(), false),
                arguments("service", glue, source("123456789012", "arn:aws:glue:eu-west-1:123456789012:job/a"), true),
                arguments(
                        "service",
                        glue,
                        source("123456789012", "arn:aws:glue:eu-west-1:123456789012:crawler/a"),
                        false),
                arguments("service-pod-identity", pods, pod("prod", "shop", "worker"), true),
                arguments("service-pod-identity", pods, pod("test", "shop", "worker"), false),
                arguments("service-pod-identity", pods, pod("prod", "other", "worker"), false),
                arguments("service-pod-identity", pods, pod("prod", "shop", "cron"), false),
                arguments("service-pod-identity", pods, Map.of(), false),
                arguments("cross-account", etl, partner("acme:42"), true),
                arguments("cross-account", reader, partner("acme:42"), false),
                arguments("cross-account", etl, partner("acme:43"), false),
                arguments("cross-account", etl, Map.of("aws:PrincipalOrgID", "o-exampleorgid"), false),
                arguments("cross-account", etl, Map.of("sts:ExternalId", "acme:42"), false),
                arguments("organization", reader, Map.of("aws:PrincipalOrgID", "o-exampleorgid"), true),
                arguments("organization", reader, Map.of("aws:PrincipalOrgID", "o-anotherorgid"), false));
    }

    private static Map<String, String> without(String claim) {
        Map<String, String> claims = new LinkedHashMap<>(SHOP_CLAIMS);
        claims.remove(claim);
        return claims;
    }

    private static Map<String, String> main() {
        return Map.of("aud", "sts.amazonaws.com", "ref", "refs/heads/main");
    }

    private static Map<String, String> vercel(String plan) {
        return Map.of("aud", "https://vercel.com/acme", "plan", plan);
    }

    private static String terraform(String workspace, String phase) {
        return "organization:acme:project:Core Network:workspace:" + workspace + ":run_phase:" + phase;
    }

    /** The step's key is chosen by whoever writes the pipeline: here so that its end looks like the main branch. */
    private static String buildkite(String pipeline, String branch) {
        return "organization:acme:pipeline:" + pipeline + ":ref:refs/heads/" + branch
                + ":commit:abc:step:ref:refs/heads/main:commit:x";
    }

    private static Map<String, String> source(String account, String arn) {
        return Map.of("aws:SourceAccount", account, "aws:SourceArn", arn);
    }

    private static Map<String, String> pod(String cluster, String namespace, String account) {
        return Map.of(
                "aws:RequestTag/eks-cluster-arn", "arn:aws:eks:eu-central-1:123456789012:cluster/" + cluster,
                "aws:RequestTag/kubernetes-namespace", namespace,
                "aws:RequestTag/kubernetes-service-account", account);
    }

    private static Map<String, String> partner(String externalId) {
        return Map.of("aws:PrincipalOrgID", "o-exampleorgid", "sts:ExternalId", externalId);
    }
}

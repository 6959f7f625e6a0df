package io.policyc.benchmarks;

import com.google.common.collect.ImmutableList;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import io.policyc.simulator.Outcome;
import io.policyc.vocabulary.Client;
import java.time.Instant;

/** A request and what must become of it. */
record Asked(Request request, Outcome expected) {
    /** How many requests each benchmark asks in a round, so that figures are for one decision. */
    static final int EACH = 8;

    private static final String ACCOUNT = "111122223333";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Principal ALICE = IamUser.of(ACCOUNT, "alice", Credentials.LONG_LIVED);
    private static final Principal ADMIN = RoleSession.identityCenter(ACCOUNT, "AdministratorAccess", "us-east-1");
    private static final Principal ADMIN_ELSEWHERE =
            RoleSession.identityCenter(ACCOUNT, "AdministratorAccess", "eu-west-1");
    private static final Principal LAMBDA = role("service-role/lambda-orders", RoleSession.Kind.LAMBDA);
    private static final Principal DEPLOYMENT = role("deployment", RoleSession.Kind.WEB_IDENTITY);
    private static final Principal WEB_SERVER = role("web-server", RoleSession.Kind.INSTANCE);
    private static final Principal CONSOLE_USER = IamUser.of(ACCOUNT, "bob", Credentials.TEMPORARY_WITH_MFA);

    /** Of the published policy: every way through it, and every client that people use. */
    static ImmutableList<Asked> ofThePublishedPolicy() {
        return ImmutableList.of(
                published(ALICE, "boto3", "s3:ListAllMyBuckets", Outcome.ALLOWED),
                published(ALICE, "aws-cli/2", "ec2:DescribeInstances", Outcome.EXPLICIT_DENY),
                published(ADMIN, "aws-cli/2", "s3:ListAllMyBuckets", Outcome.ALLOWED),
                published(ADMIN_ELSEWHERE, "aws-cli/2", "s3:ListAllMyBuckets", Outcome.EXPLICIT_DENY),
                published(LAMBDA, "boto3/lambda", "dynamodb:GetItem", Outcome.ALLOWED),
                published(DEPLOYMENT, "aws-cli/2", "ecr:GetAuthorizationToken", Outcome.EXPLICIT_DENY),
                published(DEPLOYMENT, "terraform", "iam:CreateRole", Outcome.ALLOWED),
                published(CONSOLE_USER, "console", "ec2:DescribeInstances", Outcome.EXPLICIT_DENY));
    }

    /** Of the generated policies. */
    static ImmutableList<Asked> ofTheGeneratedPolicies() {
        return ImmutableList.of(
                generated(ALICE, "boto3", "s3:GetObject", "arn:aws:s3:::prod-data/2026/11/22.csv", Outcome.ALLOWED),
                generated(
                        ALICE,
                        "aws-cli/2",
                        "iam:CreateAccessKey",
                        "arn:aws:iam::111122223333:user/alice",
                        Outcome.ALLOWED),
                generated(
                        ADMIN,
                        "aws-cli/2",
                        "cloudtrail:StopLogging",
                        "arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit",
                        Outcome.EXPLICIT_DENY),
                generated(ADMIN, "aws-cli/2", "ec2:DescribeInstances", "*", Outcome.ALLOWED),
                generated(
                        LAMBDA,
                        "boto3/lambda",
                        "dynamodb:GetItem",
                        "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
                        Outcome.ALLOWED),
                generated(
                        DEPLOYMENT,
                        "terraform",
                        "lambda:UpdateFunctionCode",
                        "arn:aws:lambda:eu-west-1:111122223333:function:orders",
                        Outcome.ALLOWED),
                generated(
                        WEB_SERVER,
                        "aws-sdk-java/2",
                        "kms:Decrypt",
                        "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
                        Outcome.ALLOWED),
                generated(
                        CONSOLE_USER,
                        "console/browser",
                        "ec2:RunInstances",
                        "arn:aws:ec2:eu-west-1:111122223333:instance/*",
                        Outcome.EXPLICIT_DENY));
    }

    private static Asked published(Principal principal, String client, String action, Outcome expected) {
        return new Asked(call(principal, client, action, "*").build(), expected);
    }

    /** Everything that the generated policies ask about is said. */
    private static Asked generated(
            Principal principal, String client, String action, String resource, Outcome expected) {
        Request request = call(principal, client, action, resource)
                .sourceIp("192.0.2.17")
                .context("aws:PrincipalTag/team", "orders")
                .context("aws:PrincipalTag/stage", "prod")
                .absent("aws:PrincipalTag/exempt")
                .absent("aws:PrincipalTag/exempt-network")
                .context("aws:ResourceTag/team", "orders")
                .context("aws:ResourceOrgID", "o-a1b2c3d4e5")
                .context("aws:SecureTransport", "true")
                .absent("aws:MultiFactorAuthAge")
                .absent("aws:RequestTag/team")
                .absent("aws:RequestTag/exempt")
                .absent("aws:RequestTag/exempt-network")
                .absent("aws:RequestTag/stage")
                .absent("aws:TagKeys")
                .build();
        return new Asked(request, expected);
    }

    private static Request.Builder call(Principal principal, String client, String action, String resource) {
        return Request.builder(principal, action)
                .resource(resource)
                .region("eu-west-1")
                .client(Client.named(client).orElseThrow())
                .time(NOON);
    }

    private static Principal role(String pathAndName, RoleSession.Kind kind) {
        return RoleSession.of(ACCOUNT, pathAndName, kind);
    }
}

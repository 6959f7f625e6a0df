package io.policyc.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Checked;
import io.policyc.node.Node;
import io.policyc.node.Nodes;
import io.policyc.node.ObjectNode;
import io.policyc.policy.ConditionKey;
import io.policyc.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
    private static final Accounts ACCOUNTS =
            Accounts.of(ImmutableMap.of("payments-prod", "444455556666")).withDefault();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "iam-user/alice                     | arn:aws:iam::111122223333:user/alice",
                "iam-user/break-glass/ops           | arn:aws:iam::111122223333:user/break-glass/ops",
                "root                               | arn:aws:iam::111122223333:root",
                "role/ci                            | arn:aws:iam::111122223333:role/ci",
                "role/service-role/lambda-x         | arn:aws:iam::111122223333:role/service-role/lambda-x",
                "service-linked-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling | arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
                "federated-user/bob                 | arn:aws:sts::111122223333:federated-user/bob",
                "arn:aws:iam::777788889999:user/a/b | arn:aws:iam::777788889999:user/a/b",
                "arn:aws:iam::777788889999:role/ci  | arn:aws:iam::777788889999:role/ci",
                "arn:aws:iam::777788889999:root     | arn:aws:iam::777788889999:root",
                "arn:aws:sts::777788889999:federated-user/bob | arn:aws:sts::777788889999:federated-user/bob",
                "{iam-user: alice}                  | arn:aws:iam::111122223333:user/alice",
                "{root: true}                       | arn:aws:iam::111122223333:root",
                "{role: ci, session: instance}      | arn:aws:iam::111122223333:role/ci",
                "{federated-user: bob}              | arn:aws:sts::111122223333:federated-user/bob",
            })
    void readsEveryKindOfPrincipal(String principal, String arn) {
        Request request = one("{principal: " + principal.strip() + ", action: s3:GetObject}");

        assertThat(request.principal().arn()).contains(arn);
        assertThat(request.resources()).isEmpty();
    }

    @Test
    void aServiceHasNoArn() {
        assertThat(one("{principal: service/cloudtrail.amazonaws.com, action: s3:PutObject}")
                        .principal())
                .isEqualTo(new AwsService("cloudtrail.amazonaws.com"));
        assertThat(one("{principal: {service: config.amazonaws.com}, action: s3:PutObject}")
                        .principal())
                .isEqualTo(new AwsService("config.amazonaws.com"));
    }

    @Test
    void identityCenterWithoutHomeRegionHasBothPaths() {
        ImmutableList<RequestVariant> variants = read("{principal: identity-center/Admin, action: s3:ListAllMyBuckets}")
                .orThrow();

        assertThat(variants)
                .extracting(RequestVariant::label)
                .containsExactly("home region us-east-1", "home region eu-west-1");
        assertThat(variants.get(0).request().principal().arn().orElseThrow())
                .contains(":role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_");
        assertThat(variants.get(1).request().principal().arn().orElseThrow())
                .contains(":role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_");
        assertThat(read("{principal: {identity-center: Admin, home-region: eu-central-1}, action: s3:ListAllMyBuckets}")
                        .orThrow())
                .extracting(RequestVariant::label)
                .containsExactly("");
    }

    @Test
    void theLongFormSaysHowASessionCameToBe() {
        Request request = one("{principal: {role: ci, session: web-identity, provider: github, name: deploy}, "
                + "action: ec2:CreateTags, account: payments-prod}");

        assertThat(request.principal())
                .isEqualTo(RoleSession.of("444455556666", "ci", RoleSession.Kind.WEB_IDENTITY)
                        .withSessionName("deploy")
                        .withProvider("arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "credentials: long-lived             | ABSENT  | ABSENT",
                "credentials: temporary              | VALUE_UNKNOWN | UNKNOWN",
                "'credentials: temporary, mfa: true' | VALUE_UNKNOWN | PRESENT",
                "'credentials: temporary, mfa: false'| VALUE_UNKNOWN | PRESENT",
                "region: eu-west-1                   | UNKNOWN | UNKNOWN",
            })
    void whatIsNotSaidOfCredentialsIsUnknown(String keys, ContextValue.State issued, ContextValue.State mfa) {
        Request request = one("{principal: iam-user/a, action: s3:GetObject, " + keys + "}");

        assertThat(state(request, "aws:TokenIssueTime")).isEqualTo(issued);
        assertThat(state(request, "aws:MultiFactorAuthPresent")).isEqualTo(mfa);
    }

    @Test
    void theCatalogueSaysWhichKeysAreLists() {
        Request request = one("""
                principal: role/ci
                action: ec2:CreateTags
                context: { aws:TagKeys: team, aws:SourceVpc: [vpc-1], custom:Thing: [a, b] }
                absent: [aws:SourceVpce]
                unknown: [aws:ResourceTag/owner]
                """);

        assertThat(value(request, "aws:TagKeys")).isEqualTo(ContextValue.listOf(ImmutableList.of("team")));
        assertThat(value(request, "aws:SourceVpc")).isEqualTo(ContextValue.of("vpc-1"));
        assertThat(value(request, "custom:Thing")).isEqualTo(ContextValue.listOf(ImmutableList.of("a", "b")));
        assertThat(state(request, "aws:SourceVpce")).isEqualTo(ContextValue.State.ABSENT);
        assertThat(request.context().mentioned()).containsKey(ConditionKey.of("aws:ResourceTag/owner"));
    }

    @Test
    void theCallFillsItsKeys() {
        Request request =
                one("{principal: role/ci, action: s3:GetObject, resources: ['arn:aws:s3:::a/b'], region: eu-west-1, "
                        + "client: aws-cli/2, time: 2026-11-22, source-ip: 203.0.113.7, via: athena.amazonaws.com}");

        assertThat(request.resources()).containsExactly("arn:aws:s3:::a/b");
        assertThat(value(request, "aws:RequestedRegion")).isEqualTo(ContextValue.of("eu-west-1"));
        assertThat(value(request, "aws:UserAgent").values().get(0)).startsWith("aws-cli/2");
        assertThat(value(request, "aws:CurrentTime")).isEqualTo(ContextValue.of("2026-11-22T00:00:00Z"));
        assertThat(value(request, "aws:SourceIp")).isEqualTo(ContextValue.of("203.0.113.7"));
        assertThat(value(request, "aws:CalledVia").values()).containsExactly("athena.amazonaws.com");
    }

    @Test
    void theUpperLayerWinsKeyByKey() {
        Request request = layered(
                "{account: payments-prod, region: eu-west-1, credentials: long-lived, resource: 'arn:aws:s3:::x', "
                        + "client: boto3, context: {aws:SourceVpce: vpce-1, aws:SourceVpc: vpc-1}, absent: [aws:ResourceTag/a]}",
                "{principal: role/ci, action: s3:GetObject, resources: ['*'], user-agent: mine, "
                        + "context: {AWS:RequestedRegion: us-west-2, aws:ResourceTag/a: b}, absent: [aws:SourceVpce]}");

        assertThat(request.principal().account()).contains("444455556666");
        assertThat(request.resources()).containsExactly("*");
        assertThat(value(request, "aws:RequestedRegion")).isEqualTo(ContextValue.of("us-west-2"));
        assertThat(value(request, "aws:UserAgent")).isEqualTo(ContextValue.of("mine"));
        assertThat(value(request, "aws:SourceVpc")).isEqualTo(ContextValue.of("vpc-1"));
        assertThat(state(request, "aws:SourceVpce")).isEqualTo(ContextValue.State.ABSENT);
        assertThat(value(request, "aws:ResourceTag/a")).isEqualTo(ContextValue.of("b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                                     | request.wrong-type          | 1:1",
                "{principal: root}                                      | request.missing-key         | 1:1",
                "{action: s3:GetObject}                                 | request.missing-key         | 1:1",
                "{principal: [root], action: s3:G}                      | request.wrong-type          | 1:13",
                "{principal: root, action: s3:G, regoin: x}             | request.unknown-key         | 1:33",
                "{principal: root, action: s3:G, boundary: x}           | request.unknown-key         | 1:33",
                "{principal: root, action: s3:G, resource: a, resources: ['*']} | request.conflicting-keys | 1:46",
                "{principal: root, action: s3:G, client: boto3, user-agent: x} | request.conflicting-keys | 1:48",
                "{principal: iam-usr/a, action: s3:G}                   | request.invalid-principal   | 1:13",
                "{principal: iam-user/a/*, action: s3:G}                | request.invalid-principal   | 1:13",
                "{principal: identity-center/a/b, action: s3:G}         | request.invalid-principal   | 1:13",
                "{principal: root/x, action: s3:G}                      | request.invalid-principal   | 1:13",
                "{principal: 'arn:aws:s3:::b', action: s3:G}            | request.invalid-principal   | 1:13",
                "{principal: 'arn:aws-cn:iam::111122223333:root', action: s3:G} | request.invalid-principal | 1:13",
                "{principal: {}, action: s3:G}                          | request.invalid-principal   | 1:13",
                "{principal: {role: a, root: true}, action: s3:G}       | request.invalid-principal   | 1:13",
                "{principal: {role: a, session: x}, action: s3:G}       | request.invalid-principal   | 1:32",
                "{principal: {role: a, session: identity-center}, action: s3:G} | request.invalid-principal | 1:32",
                "{principal: {role: a, provider: x}, action: s3:G}      | request.invalid-principal   | 1:33",
                "{principal: {iam-user: a, session: x}, action: s3:G}   | request.unknown-key         | 1:27",
                "{principal: 'arn:aws:sts::111122223333:assumed-role/a/b', action: s3:G} | request.assumed-role-arn | 1:13",
                "{principal: 'arn:aws:iam::111122223334:root', action: s3:G, account: 111122223333} | request.contradiction | 1:13",
                "{principal: root, action: s3:G, account: payments}     | request.unknown-account     | 1:42",
                "{principal: root, action: s3:G, credentials: static}   | request.invalid-credentials | 1:46",
                "{principal: root, action: s3:G, mfa: true}             | request.invalid-credentials | 1:38",
                "{principal: role/a, action: s3:G, credentials: long-lived} | request.invalid-credentials | 1:48",
                "{principal: identity-center/A, action: s3:G, mfa: true} | request.invalid-credentials | 1:51",
                "{principal: root, action: GetObject}                   | request.invalid-action      | 1:27",
                "{principal: root, action: 's3:*'}                      | request.invalid-action      | 1:27",
                "{principal: root, action: s3:G, resource: bucket}      | request.invalid-resource    | 1:43",
                "{principal: root, action: s3:G, resources: []}         | request.invalid-resource    | 1:44",
                "{principal: root, action: s3:G, region: eu-west-11}    | request.unknown-region      | 1:41",
                "{principal: root, action: s3:G, client: botox3}        | request.unknown-client      | 1:41",
                "{principal: root, action: s3:G, time: noon}            | request.invalid-time        | 1:39",
                "{principal: root, action: s3:G, time: 2026-13-01T00:00:00Z} | request.invalid-time   | 1:39",
                "{principal: root, action: s3:G, source-ip: 10.0.0.0/8} | request.invalid-source-ip   | 1:44",
                "{principal: root, action: s3:G, source-ip: '64:ff9b::1.2.3.4'} | request.invalid-source-ip | 1:44",
                "{principal: root, action: s3:G, source-ip: 'fe80::1%eth0'} | request.invalid-source-ip | 1:44",
                "{principal: root, action: s3:G, time: '+12028-01-01T00:00:00Z'} | request.invalid-time | 1:39",
                "{principal: root, action: s3:G, via: athena}           | request.invalid-service     | 1:38",
                "{principal: service/athena, action: s3:G}              | request.invalid-service     | 1:13",
                "{principal: root, action: s3:G, context: {Nokey: a}}   | request.invalid-context-key | 1:43",
                "{principal: root, action: s3:G, absent: [Nokey]}       | request.invalid-context-key | 1:42",
                "{principal: root, action: s3:G, absent: [aws:SourceVcpe]} | request.unknown-context-key | 1:42",
                "{principal: root, action: s3:G, context: {aws:SourceVpc: [a, b]}} | request.single-valued-key | 1:58",
                "{principal: root, action: s3:G, context: {aws:SourceVpc: []}} | request.single-valued-key | 1:58",
                "{principal: root, action: s3:G, context: {aws:SourceVpc: a}, absent: [aws:sourcevpc]} | request.contradiction | 1:71",
                "{principal: root, action: s3:G, context: {aws:PrincipalArn: a}} | request.contradiction | 1:43",
                "{principal: role/a, action: s3:G, context: {aws:username: a}} | request.contradiction | 1:45",
                "{principal: role/a, action: s3:G, absent: [aws:TokenIssueTime]} | request.contradiction | 1:44",
                "{principal: role/a, action: s3:G, region: eu-west-1, context: {aws:RequestedRegion: us-east-1}} | request.contradiction | 1:64",
            })
    void everyMistakeIsFoundInItsPlace(String yaml, String id, String place) {
        assertThat(read(yaml.strip()).findings())
                .extracting(
                        finding -> finding.id().name(),
                        finding -> finding.span().orElseThrow().toString())
                .containsExactly(tuple(id.strip(), "test.yaml:" + place.strip()));
    }

    @Test
    void theTimeOfIssueMayBeGiven() {
        assertThat(read("{principal: role/a, action: s3:G, context: {aws:TokenIssueTime: 2025-01-01T00:00:00Z}}")
                        .findings())
                .isEmpty();
    }

    @Test
    void withinAnOrganizationARequestSaysItsAccount() {
        Accounts accounts = Accounts.of(ImmutableMap.of("payments-prod", "444455556666"));
        assertThat(Nodes.read(SourceText.of("test.yaml", "{principal: root, action: s3:G}"))
                        .then(RequestReader.of(accounts)::read)
                        .findings())
                .extracting(finding -> finding.id())
                .containsExactly(RequestFindings.MISSING_KEY);
    }

    @Test
    void principalsOfOtherAccountsCallWhereResourcesArePartOfTheQuestion() {
        Accounts accounts = Accounts.of(ImmutableMap.of("payments-prod", "444455556666"));
        Checked<Node> outsider = Nodes.read(
                SourceText.of("test.yaml", "{principal: 'arn:aws:iam::777788889999:user/eve', action: s3:G}"));

        assertThat(outsider.then(RequestReader.of(accounts)::read).findings())
                .extracting(finding -> finding.id())
                .containsExactly(RequestFindings.UNKNOWN_ACCOUNT);
        assertThat(outsider.then(RequestReader.of(accounts.withOutsiders())::read)
                        .findings())
                .isEmpty();
    }

    private static Checked<ImmutableList<RequestVariant>> read(String yaml) {
        return Nodes.read(SourceText.of("test.yaml", yaml)).then(RequestReader.of(ACCOUNTS)::read);
    }

    private static Request one(String yaml) {
        ImmutableList<RequestVariant> variants = read(yaml).orThrow();
        assertThat(variants).hasSize(1);
        return variants.get(0).request();
    }

    private static Request layered(String... yaml) {
        ImmutableList<ObjectNode> layers = ImmutableList.copyOf(yaml).stream()
                .map(text -> (ObjectNode)
                        Nodes.read(SourceText.of("test.yaml", text)).orThrow())
                .collect(ImmutableList.toImmutableList());
        return RequestReader.of(ACCOUNTS).read(layers).orThrow().get(0).request();
    }

    private static ContextValue value(Request request, String key) {
        return request.context().get(ConditionKey.of(key));
    }

    private static ContextValue.State state(Request request, String key) {
        return value(request, key).state();
    }
}

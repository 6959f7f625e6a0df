package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.policy.LocatedPolicy.StatementPlace;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policy that the project started from, byte for byte; and that nothing around the compiler changes a byte. */
class PublishedPolicyTest {
    private static final String HEAD = """
            policy: DenyIAMUserCLIAccess
            rules:
              - sid: DenyIAMUserCLIAccess
                deny: "*"
                resources: "*"
                when:   { aws:UserAgent:    { StringLike: ["*aws-cli*", "*boto*", "*AWS*"] } }
                unless:
                  - aws:PrincipalARN: { StringLike: "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_*" }
            """;
    private static final String TWO_MORE = """
                  - aws:PrincipalARN: { StringLike: "arn:aws:iam::*:role/service-role/lambda-*" }
                  - aws:PrincipalARN: { StringLike: "arn:aws:iam::*:role/service-role/cloudformation-*" }
            """;

    private static final String START = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"DenyIAMUserCLIAccess\","
            + "\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringLike\":"
            + "{\"aws:UserAgent\":[\"*aws-cli*\",\"*boto*\",\"*AWS*\"]},\"StringNotLike\":{\"aws:PrincipalARN\":["
            + "\"arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_*\"";
    private static final String END = "]}}}]}";

    @Test
    void withOneException() {
        assertThat(compile(HEAD).documents().get(0).minified()).isEqualTo(START + END);
    }

    @Test
    void withThreeExceptions() {
        assertThat(compile(HEAD + TWO_MORE).documents().get(0).minified())
                .isEqualTo(START
                        + ",\"arn:aws:iam::*:role/service-role/lambda-*\""
                        + ",\"arn:aws:iam::*:role/service-role/cloudformation-*\"" + END);
    }

    @Test
    void localeAndTimeZoneDoNotMatter() {
        String text = """
                policy: I
                rules:
                  - sid: I
                    deny: [IAM:*, s3:I*]
                    when: { after: 2026-12-01, AWS:PRINCIPALTAG/TITLE: { StringEqualsIgnoreCase: [I, i] } }
                    unless:
                      - { principal: identity-center/I, mfa: true }
                      - { aws:principaltag/title: { StringLike: "I*" }, region: eu-west-1 }
                """;
        String expected = compile(text).documents().get(0).minified();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "en-US")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                for (String id : List.of("Pacific/Kiritimati", "America/Los_Angeles", "UTC")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(id));
                    assertThat(compile(text).documents().get(0).minified())
                            .as(tag + " " + id)
                            .isEqualTo(expected);
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void placesPointToRuleAndConditions() {
        Compilation compilation = compile("""
                policy: Places
                rules:
                  - sid: First
                    deny: "*"
                    when:
                      region: eu-west-1
                      aws:PrincipalTag/team: { StringEquals: a }
                    unless:
                      - principal: role/ci
                        mfa: true
                      - aws:SourceVpc: { StringEqualsIfExists: vpc-1 }
                        owner: somebody
                  - deny: s3:*
                    sid: Second
                    when: { request-tag: { env: prod, team: a }, network: [{ vpc: vpc-1 }, { vpce: vpce-1 }] }
                """);
        List<List<String>> places = compilation.policies().get(0).places().stream()
                .map(PublishedPolicyTest::texts)
                .toList();
        String region = "region: eu-west-1";
        String team = "StringEquals: a";
        String vpc = "StringEqualsIfExists: vpc-1";
        assertThat(places)
                .containsExactly(
                        // StringEquals of region and team, then the exceptions: the second one's complement has two
                        // conditions.
                        List.of("sid: First", region, team, "principal: role/ci", vpc, vpc),
                        List.of("sid: First", region, team, "mfa: true", vpc, vpc),
                        List.of("deny: s3:*", "env: prod", "team: a", "vpc: vpc-1"),
                        List.of("deny: s3:*", "env: prod", "team: a", "vpce: vpce-1"));
        assertThat(compilation.policies().get(0).document().statements())
                .hasSameSizeAs(compilation.policies().get(0).places());
    }

    /** Conditions of one operator stand together in the statement, and so do their places. */
    @Test
    void placesFollowTheirConditionsWhenThoseAreGrouped() {
        Compilation compilation = compile("""
                policy: Grouped
                rules:
                  - deny: "*"
                    when:
                      region: eu-west-1
                      credentials: temporary
                      principal-account: "111122223333"
                    unless:
                      - { via-service: true }
                      - { resource-account: "111122223333" }
                      - { mfa: true }
                """);
        assertThat(compilation.documents().get(0).minified())
                .contains("\"Condition\":{\"StringEquals\":{\"aws:RequestedRegion\":[\"eu-west-1\"],"
                        + "\"aws:PrincipalAccount\":[\"111122223333\"]},\"Null\":{\"aws:TokenIssueTime\":[\"false\"]},"
                        + "\"BoolIfExists\":{\"aws:ViaAWSService\":[\"false\"],"
                        + "\"aws:MultiFactorAuthPresent\":[\"false\"]},"
                        + "\"StringNotEquals\":{\"aws:ResourceAccount\":[\"111122223333\"]}}");
        assertThat(texts(compilation.policies().get(0).places().get(0)))
                .containsExactly(
                        "deny: \"*\"",
                        "region: eu-west-1",
                        "principal-account: \"111122223333\"",
                        "credentials: temporary",
                        "via-service: true",
                        "mfa: true",
                        "resource-account: \"111122223333\"");
    }

    private static Compilation compile(String yaml) {
        Checked<Compilation> compiled = PolicyCompiler.create().compile(SourceText.of("intent.yaml", yaml));
        return compiled.orThrow();
    }

    /** The text of the statement's place, then those of its conditions. */
    private static List<String> texts(StatementPlace place) {
        return Stream.concat(Stream.of(place.statement()), place.conditions().stream())
                .map(PublishedPolicyTest::text)
                .toList();
    }

    private static String text(SourceSpan span) {
        assertThat(span.endLine()).isEqualTo(span.line());
        return span.source().line(span.line()).substring(span.column() - 1, span.endColumn() - 1);
    }
}

package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.ConditionOperator;
import io.policyc.policy.Effect;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.policy.ValueTemplate;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.request.RoleSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One condition on the key example:Key at a time, as AWS documents it or was observed to answer, September 2026. */
class ConditionTableTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESOURCE = "arn:aws:s3:::b/k";

    // Operator | values | value in the request | matches: T, F or U, for Allow and Deny alike
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # absent keys
            StringEquals                        | "a"          | absent   | F
            StringNotEquals                     | "a"          | absent   | T
            StringEqualsIfExists                | "a"          | absent   | T
            StringNotEqualsIfExists             | "a"          | absent   | T
            NumericLessThan                     | "1"          | absent   | F
            NumericNotEquals                    | "1"          | absent   | T
            DateEquals                          | "2026"       | absent   | F
            DateNotEquals                       | "2026"       | absent   | T
            Bool                                | "false"      | absent   | F
            BoolIfExists                        | "true"       | absent   | T
            BinaryEquals                        | "QQ=="       | absent   | F
            IpAddress                           | "0.0.0.0/0"  | absent   | F
            NotIpAddress                        | "0.0.0.0/0"  | absent   | T
            ArnLike                             | "arn:*:*:*:*:*" | absent | F
            ArnNotLike                          | "arn:*:*:*:*:*" | absent | T
            ForAnyValue:StringEquals            | "a"          | absent   | F
            ForAnyValue:StringNotEquals         | "a"          | absent   | F
            ForAnyValue:StringEqualsIfExists    | "a"          | absent   | F
            ForAllValues:StringEquals           | "a"          | absent   | T
            ForAllValues:StringNotEquals        | "a"          | absent   | T
            Null                                | "true"       | absent   | T
            Null                                | "false"      | absent   | F
            # unknown keys
            StringEquals                        | "a"          | unknown  | U
            StringNotEqualsIfExists             | "a"          | unknown  | U
            ForAllValues:StringEquals           | "a"          | unknown  | U
            Null                                | "true"       | unknown  | U
            ForAllValues:Null                   | "true"       | unknown  | T
            ForAnyValue:Null                    | "true"       | unknown  | F
            # the empty string is a value like others
            StringEquals                        | ""           | ""       | T
            ForAllValues:StringEquals           | "a"          | ""       | F
            ForAnyValue:StringEquals            | ""           | ["","x"] | T
            Null                                | "true"       | ""       | F
            Null                                | "false"      | ""       | T
            # Null and Bool: all but true is false
            Null                                | "TRUE"       | absent   | T
            Null                                | "yes"        | absent   | F
            Null                                | "yes"        | "a"      | T
            Null                                | "true"       | []       | T
            Null                                | ["true","false"] | "a"  | T
            Bool                                | "true"       | "TRUE"   | T
            Bool                                | "false"      | "yes"    | T
            Bool                                | "false"      | "1"      | T
            Bool                                | "false"      | ""       | T
            Bool                                | "false"      | " true " | T
            Bool                                | "yes"        | "false"  | T
            Bool                                | "yes"        | "true"   | F
            Bool                                | ["true","false"] | "x"  | T
            # lists under operators without a qualifier
            StringEquals                        | "a"          | ["a"]    | F
            StringNotEquals                     | "a"          | ["b"]    | F
            StringEqualsIfExists                | "a"          | ["b"]    | F
            StringNotEquals                     | "a"          | []       | F
            # set qualifiers
            ForAnyValue:StringNotEquals         | ["a","b"]    | ["a","c"] | T
            ForAnyValue:StringNotEquals         | ["a","b"]    | ["a","b"] | F
            ForAllValues:StringNotEquals        | ["a","b"]    | ["a","c"] | F
            ForAllValues:StringNotEquals        | ["a","b"]    | ["c","d"] | T
            ForAllValues:StringEquals           | ["a","b"]    | ["a","b"] | T
            ForAllValues:StringEquals           | ["a","b"]    | ["a","c"] | F
            ForAllValues:StringEquals           | "a"          | []       | T
            ForAnyValue:StringEquals            | "a"          | []       | F
            ForAnyValue:NumericNotEquals        | "1"          | ["x"]    | T
            ForAllValues:NumericLessThan        | "5"          | "3"      | T
            ForAllValues:NotIpAddress           | "10.0.0.0/8" | ["x","1.1.1.1"] | F
            # several values: any of them, or none of them
            StringLike                          | ["a*","b*"]  | "bc"     | T
            StringNotLike                       | ["a*","b*"]  | "bc"     | F
            StringNotLike                       | ["a*","b*"]  | "cc"     | T
            # numbers and dates: what is none equals nothing, so NotEquals matches it
            NumericEquals                       | "1"          | "x"      | F
            NumericNotEquals                    | "1"          | "x"      | T
            NumericNotEquals                    | "NaN"        | "1"      | T
            NumericLessThanEquals               | "1"          | "x"      | F
            NumericEquals                       | "9007199254740993" | "9007199254740992" | F
            NumericLessThan                     | "9007199254740993" | "9007199254740992" | T
            NumericGreaterThan                  | "1e100"      | "1e9999" | T
            DateEquals                          | "2026"       | ""       | F
            DateNotEquals                       | "2026"       | "x"      | T
            DateNotEquals                       | "x"          | "2026"   | T
            DateLessThan                        | "2026-01-01" | "1767225599" | T
            DateGreaterThanEquals               | "2026-01-01" | "1767225600" | T
            # bytes
            BinaryEquals                        | "QQ=="       | "QQ=="   | T
            BinaryEquals                        | "QQ=="       | "QQ"     | F
            BinaryEquals                        | "QR=="       | "QR=="   | F
            # addresses
            IpAddress                           | ["bad","10.0.0.0/8"] | "10.0.0.1" | T
            NotIpAddress                        | ["bad","10.0.0.0/8"] | "10.0.0.1" | F
            NotIpAddress                        | "bad"        | "10.0.0.1" | T
            NotIpAddress                        | "10.0.0.0/8" | "10.1"   | F
            NotIpAddress                        | "10.0.0.0/8" | "10.0.0.1/32" | F
            # strings
            StringLike                          | "*boto*"     | "Boto3/1" | F
            StringLike                          | "?"          | "𐐀"      | F
            StringLike                          | "a?b*"       | "a\\nb\\n" | T
            StringEquals                        | "a*"         | "ab"     | F
            StringEquals                        | "é"          | "e\\u0301" | F
            StringEqualsIgnoreCase              | "İ"          | "i\\u0307" | T
            StringNotEqualsIgnoreCase           | "𐐀"          | "𐐨"      | T
            # variables: name is ann, star is *, list is [d], none is an empty list, no is absent, dunno is unknown
            StringEquals                        | "${Example:NAME}"         | "ann"  | T
            StringEquals                        | "${example:no, 'x y'}"    | "x y"  | T
            StringEquals                        | "${example:name, 'x'}"    | "x"    | F
            StringEquals                        | "${example:no}"           | "a"    | F
            StringNotEquals                     | "${example:no}"           | "a"    | T
            StringEquals                        | ["${example:no}","a"]     | "a"    | T
            StringEquals                        | "${example:list, 'd'}"    | "d"    | F
            StringNotEquals                     | "${example:list, 'd'}"    | "d"    | T
            StringEquals                        | "${aws:TagKeys, 'd'}"     | "d"    | F
            StringEquals                        | "${aws:username, 'd'}"    | "d"    | T
            StringLike                          | "${example:star}"         | "abc"  | F
            StringLike                          | "${*}${?}${$}?"           | "*?$a" | T
            StringEquals                        | "${Account}"              | "a"    | F
            StringNotEquals                     | "${Account}"              | "a"    | T
            StringEquals                        | "${Account, 'a'}"         | "a"    | T
            StringEquals                        | "${example:dunno}"        | "a"    | U
            StringEquals                        | ["${example:dunno}","a"]  | "a"    | T
            StringEquals                        | "${example:dunno}${example:no}" | "a" | F
            Bool                                | "${example:name}"         | "true" | F
            """)
    void condition(String operator, String values, String value, String matches) throws Exception {
        for (Effect effect : Effect.values()) {
            assertThat(matches(effect, operator, values, value, PolicyVersion.V2012_10_17))
                    .isEqualTo(truth(matches));
        }
    }

    // The same for ARNs, where Allow and Deny may differ: Allow/Deny
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ArnLike    | "arn:aws:iam::*:role/a*"          | "arn:aws:iam::1:role/a:b/c" | T/T
            ArnEquals  | "arn:aws:iam::*:role/a*"          | "arn:aws:iam::1:role/ab"    | T/T
            ArnLike    | "arn:aws:iam:*:role/a"            | "arn:aws:iam::1:role/a"     | F/T
            ArnLike    | "arn:aws:i*:1:role/a:"            | "arn:aws:iam::1:role/a"     | F/F
            ArnLike    | "arn:aws:iam::1:Role/a"           | "arn:aws:iam::1:role/a"     | F/F
            ArnLike    | "arn:aws:iam::1:role/a"           | "not-an-arn"                | F/F
            ArnNotLike | "arn:aws:iam::1:role/a"           | "not-an-arn"                | F/F
            ArnNotLike | "not-an-arn"                      | ""                          | F/F
            # a malformed pattern ends the scan, unless one before it has matched
            ArnLike    | "not-an-arn"                      | "arn:a:b:c:d:e"             | F/T
            ArnNotLike | "not-an-arn"                      | "arn:a:b:c:d:e"             | F/T
            ArnLike    | ["bad","arn:*:*:*:*:*"]           | "arn:a:b:c:d:e"             | F/T
            ArnNotLike | ["bad","arn:*:*:*:*:*"]           | "arn:a:b:c:d:e"             | F/T
            ArnLike    | ["arn:*:*:*:*:*","bad"]           | "arn:a:b:c:d:e"             | T/T
            ArnNotLike | ["arn:*:*:*:*:*","bad"]           | "arn:a:b:c:d:e"             | F/F
            ArnLike    | ["arn:a:b:c:d:f","bad"]           | "arn:a:b:c:d:e"             | F/T
            ForAllValues:ArnNotLike | "bad"                | ["x","arn:a:b:c:d:e"]       | F/F
            ForAnyValue:ArnNotLike  | "bad"                | ["x","arn:a:b:c:d:e"]       | F/T
            # patterns that variables make
            ArnLike    | "${example:arn}"                  | "arn:aws:s3:::b"            | T/T
            ArnLike    | "${example:name}"                 | "arn:a:b:c:d:e"             | F/T
            ArnLike    | "${example:no}"                   | "arn:a:b:c:d:e"             | F/F
            ArnNotLike | "${example:no}"                   | "arn:a:b:c:d:e"             | T/T
            ArnLike    | "${example:empty}arn:a:b:c:d:e"   | "arn:a:b:c:d:e"             | T/T
            ArnLike    | "ar${example:no, 'n:a'}:b:c:d:e"  | "arn:a:b:c:d:e"             | T/T
            ArnLike    | "arn:a:b:c:d:${example:star}"     | "arn:a:b:c:d:e"             | F/F
            ArnLike    | "arn:a:b:c:d:${Account}"          | "arn:a:b:c:d:e"             | F/F
            # an unknown variable may match, may not, and may be malformed if the rest does not rule that out
            ArnLike    | "${example:dunno}"                | "arn:a:b:c:d:e"             | U/U
            ArnLike    | ["${example:dunno}","arn:*:*:*:*:*"] | "arn:a:b:c:d:e"          | U/T
            ArnNotLike | ["${example:dunno}","arn:*:*:*:*:*"] | "arn:a:b:c:d:e"          | F/U
            ArnLike    | ["arn:a:b:c:d:${example:dunno}","arn:*:*:*:*:*"] | "arn:a:b:c:d:e" | T/T
            ArnNotLike | ["arn:a:b:c:d:${example:dunno}","arn:*:*:*:*:*"] | "arn:a:b:c:d:e" | F/F
            ArnLike    | ["${example:arn}${example:dunno}","arn:*:*:*:*:*"] | "arn:a:b:c:d:e" | T/T
            """)
    void arnCondition(String operator, String values, String value, String matches) throws Exception {
        assertThat(matches(Effect.ALLOW, operator, values, value, PolicyVersion.V2012_10_17))
                .isEqualTo(truth(matches.substring(0, 1)));
        assertThat(matches(Effect.DENY, operator, values, value, PolicyVersion.V2012_10_17))
                .isEqualTo(truth(matches.substring(2)));
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void theOlderVersionHasNoVariables(Effect effect) throws Exception {
        PolicyVersion old = PolicyVersion.V2008_10_17;

        assertThat(matches(effect, "StringEquals", "\"${example:name}\"", "\"ann\"", old))
                .isEqualTo(Truth.FALSE);
        assertThat(matches(effect, "StringEquals", "\"${example:name}\"", "\"${example:name}\"", old))
                .isEqualTo(Truth.TRUE);
        assertThat(matches(effect, "StringLike", "\"${*}\"", "\"${x}\"", old)).isEqualTo(Truth.TRUE);
    }

    @Test
    void onlyTheDeclaredTypeOfAKeyDecidesWhetherItIsMultivalued() {
        Condition tagKeys = Condition.of(ConditionOperator.parse("StringEquals").orElseThrow(), "aws:TagKeys", "a");
        Condition region =
                Condition.of(ConditionOperator.parse("StringEquals").orElseThrow(), "aws:RequestedRegion", "a");

        assertThat(matches(tagKeys, request().context("aws:TagKeys", "a"))).isEqualTo(Truth.FALSE);
        assertThat(matches(region, request().context("aws:RequestedRegion", List.of("a"))))
                .isEqualTo(Truth.TRUE);
        assertThat(matches(region, request().context("aws:RequestedRegion", List.of("a", "a"))))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void keysIgnoreCase() {
        Condition condition =
                Condition.of(ConditionOperator.parse("StringEquals").orElseThrow(), "AWS:principaltag/TEAM", "a");

        assertThat(matches(condition, request().context("aws:PrincipalTag/Team", "a")))
                .isEqualTo(Truth.TRUE);
    }

    // Pattern | resource | matches as Resource; as NotResource it is the other way round
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            *                                | anything:*           | T
            arn:aws:s3:::b/*                 | arn:aws:s3:::b/a:c/d | T
            arn:aws:s3:::B/*                 | arn:aws:s3:::b/a     | F
            arn:aws:s3:*                     | arn:aws:s3:::b/a     | T
            arn:aws:*:b/a                    | arn:aws:s3:::b/a     | T
            arn:aws:s*3:::b/a                | arn:aws:s:3:::b/a    | F
            arn:aws:s3?::b/a                 | arn:aws:s3:::b/a     | F
            arn:aws:s3:::b?a*c               | arn:aws:s3:::b:a:d:c | T
            arn:aws:s3:::b                   | arn:aws:s3:::b/a     | F
            arn:aws:s3:::${example:name}/*   | arn:aws:s3:::ann/x   | T
            arn:aws:${example:name}:::b      | arn:aws:ann:::b      | T
            arn:${example:name}:s3:${example:name}:${example:name}:b | arn:ann:s3:ann:ann:b | T
            ${example:arn}                   | arn:aws:s3:::b       | T
            arn:aws:s3:::${example:star}     | arn:aws:s3:::b       | F
            arn:aws:s3:::${example:star}     | arn:aws:s3:::*       | T
            arn:aws:${example:name}          | arn:aws:ann          | F
            arn:${example:name}*             | arn:ann:s3:::b       | F
            arn:aws:s3:::${example:no}*      | arn:aws:s3:::b       | F
            arn:aws:s3:::${example:list, 'b'} | arn:aws:s3:::b      | F
            arn:aws:s3:::${example:no, 'b'}  | arn:aws:s3:::b       | T
            arn:aws:s3:::${example:dunno}    | arn:aws:s3:::b       | U
            arn:aws:s3:::${Account}          | arn:aws:s3:::b       | F
            arn:aws:s3:::${*}                | arn:aws:s3:::b       | F
            """)
    void resource(String pattern, String resource, String matches) {
        Truth expected = truth(matches);
        ImmutableList<ValueTemplate> patterns = ImmutableList.of(new ValueTemplate(pattern));
        Request request = request().resource(resource).build();

        assertThat(StatementMatcher.prepare(
                                Statement.of(
                                        Effect.DENY, everything(), new ResourceElement.Resource(patterns), List.of()),
                                PolicyVersion.V2012_10_17)
                        .matches(request))
                .isEqualTo(expected);
        assertThat(StatementMatcher.prepare(
                                Statement.of(
                                        Effect.DENY,
                                        everything(),
                                        new ResourceElement.NotResource(patterns),
                                        List.of()),
                                PolicyVersion.V2012_10_17)
                        .matches(request))
                .isEqualTo(expected.not());
    }

    @ParameterizedTest
    @CsvSource({"*,T", "S3:gEtObJeCt,T", "s3:*Object,T", "s3:Get?bject,T", "s3:Get,F", "s3:Get?Object,F", "s3*,X"})
    void action(String pattern, String matches) {
        if (matches.equals("X")) {
            assertThat(ActionPattern.isValid(pattern)).isFalse();
            return;
        }
        ImmutableList<ActionPattern> patterns =
                ImmutableList.of(new ActionPattern("iam:*"), new ActionPattern(pattern));
        ResourceElement all = new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*")));

        assertThat(matches(Statement.of(Effect.ALLOW, new ActionElement.Action(patterns), all, List.of()), request()))
                .isEqualTo(truth(matches));
        assertThat(matches(
                        Statement.of(Effect.ALLOW, new ActionElement.NotAction(patterns), all, List.of()), request()))
                .isEqualTo(truth(matches).not());
    }

    private static Truth matches(Effect effect, String operator, String values, String value, PolicyVersion version)
            throws Exception {
        Condition condition = new Condition(
                ConditionOperator.parse(operator).orElseThrow(),
                ConditionKey.of("Example:Key"),
                texts(JSON.readTree(values)).stream().map(ValueTemplate::new).collect(ImmutableList.toImmutableList()));
        Request.Builder request = request();
        if (value.equals("absent")) {
            request.absent("example:KEY");
        } else if (!value.equals("unknown")) {
            JsonNode node = JSON.readTree(value);
            if (node.isArray()) {
                request.context("example:KEY", texts(node));
            } else {
                request.context("example:KEY", node.textValue());
            }
        }
        return StatementMatcher.prepare(statement(effect, condition), version)
                .matches(request.resource(RESOURCE).build());
    }

    private static Truth matches(Condition condition, Request.Builder request) {
        return matches(statement(Effect.ALLOW, condition), request);
    }

    private static Truth matches(Statement statement, Request.Builder request) {
        return StatementMatcher.prepare(statement, PolicyVersion.V2012_10_17)
                .matches(request.resource(RESOURCE).build());
    }

    private static Statement statement(Effect effect, Condition condition) {
        return Statement.of(
                effect,
                everything(),
                new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))),
                List.of(condition));
    }

    private static ActionElement everything() {
        return new ActionElement.Action(ImmutableList.of(new ActionPattern("*")));
    }

    private static Request.Builder request() {
        return Request.builder(
                        RoleSession.of(RequestArbitraries.ACCOUNT, "admin", RoleSession.Kind.ASSUMED), "s3:GetObject")
                .resource(RESOURCE)
                .context("example:name", "ann")
                .context("example:star", "*")
                .context("example:empty", "")
                .context("example:arn", "arn:aws:s3:::b")
                .context("example:list", List.of("d"))
                .context("aws:TagKeys", List.of("d"))
                .context("aws:username", List.of())
                .absent("example:no");
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(text -> texts.add(text.textValue()));
        } else {
            texts.add(node.textValue());
        }
        return texts;
    }

    private static Truth truth(String letter) {
        return switch (letter) {
            case "T" -> Truth.TRUE;
            case "F" -> Truth.FALSE;
            default -> Truth.UNKNOWN;
        };
    }
}

package io.policyc.simulator.reference;

import static io.policyc.simulator.reference.ReferenceEvaluator.Outcome.ALLOWED;
import static io.policyc.simulator.reference.ReferenceEvaluator.Outcome.EXPLICIT_DENY;
import static io.policyc.simulator.reference.ReferenceEvaluator.Outcome.IMPLICIT_DENY;
import static io.policyc.simulator.reference.ReferenceEvaluator.Outcome.UNDETERMINED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.policyc.simulator.reference.ReferenceEvaluator.Context;
import io.policyc.simulator.reference.ReferenceEvaluator.Decision;
import io.policyc.simulator.reference.ReferenceEvaluator.Document;
import io.policyc.simulator.reference.ReferenceEvaluator.Outcome;
import io.policyc.simulator.reference.ReferenceEvaluator.Place;
import io.policyc.simulator.reference.ReferenceEvaluator.Policies;
import io.policyc.simulator.reference.ReferenceEvaluator.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evaluator against the answers AWS documents or was seen to give, one line each. */
class ReferenceEvaluatorTest {

    private static final String ALLOW_ALL = allow(json("'Action':'*','Resource':'*'"));
    private static final String ARN = "arn:aws:s3:::b/k";
    private static final String CALLER = "AWS arn:aws:iam::111122223333:user/ann";

    // Operator | values in the policy | value in the request | matches: T, F or U (x/y: x in Allow, y in Deny)
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # positive operators need the key, negated ones do not
            StringEquals                       | "a"                 | absent      | F
            StringNotEquals                    | "a"                 | absent      | T
            NumericLessThan                    | "1"                 | absent      | F
            NumericNotEquals                   | "1"                 | absent      | T
            DateGreaterThan                    | "2020"              | absent      | F
            DateNotEquals                      | "2020"              | absent      | T
            Bool                               | "false"             | absent      | F
            BinaryEquals                       | "QQ=="              | absent      | F
            IpAddress                          | "0.0.0.0/0"         | absent      | F
            NotIpAddress                       | "0.0.0.0/0"         | absent      | T
            ArnLike                            | "arn:*:*:*:*:*"     | absent      | F
            ArnNotLike                         | "arn:*:*:*:*:*"     | absent      | T
            StringEqualsIfExists               | "a"                 | absent      | T
            StringNotEqualsIfExists            | "a"                 | absent      | T
            BoolIfExists                       | "true"              | absent      | T
            StringEqualsIfExists               | "a"                 | "b"         | F
            ForAnyValue:StringEquals           | "a"                 | absent      | F
            ForAnyValue:StringNotEquals        | "a"                 | absent      | F
            ForAnyValue:StringNotEqualsIfExists| "a"                 | absent      | F
            ForAllValues:StringEquals          | "a"                 | absent      | T
            ForAllValues:StringNotLike         | "a"                 | absent      | T
            ForAllValues:StringEquals          | "a"                 | []          | T
            ForAnyValue:StringEquals           | "a"                 | []          | F
            Null                               | "true"              | absent      | T
            Null                               | "false"             | absent      | F
            Null                               | "true"              | ""          | F
            Null                               | "FALSE"             | ""          | T
            Null                               | "TRUE"              | absent      | T
            Null                               | "yes"               | "a"         | T
            Null                               | true                | []          | T
            ForAllValues:Null                  | "true"              | "a"         | T
            ForAnyValue:Null                   | "true"              | absent      | F
            # sets, and lists under scalar operators
            ForAnyValue:StringNotEquals        | ["a","b"]           | ["a","c"]   | T
            ForAllValues:StringNotEquals       | ["a","b"]           | ["a","c"]   | F
            ForAllValues:StringEquals          | ["a","b"]           | ["a","b"]   | T
            ForAllValues:StringEquals          | "a"                 | ""          | F
            ForAnyValue:StringEquals           | ""                  | ["","x"]    | T
            ForAllValues:NumericLessThan       | 5                   | "3"         | T
            StringEquals                       | "a"                 | ["a"]       | F
            StringNotEquals                    | "a"                 | ["b"]       | F
            StringEqualsIfExists               | "a"                 | ["a"]       | F
            StringNotLike                      | "a"                 | []          | F
            ForAnyValue:NumericNotEquals       | "1"                 | ["x"]       | T
            ForAllValues:NotIpAddress          | "10.0.0.0/8"        | ["x","1.1.1.1"] | F
            # strings
            StringEquals                       | "a*"                | "ab"        | F
            StringEquals                       | ["x",""]            | ""          | T
            StringLike                         | "*boto*"            | "Boto3/1"   | F
            StringLike                         | "a*?b"              | "ab"        | F
            StringLike                         | "a?*b"              | "a/:b"      | T
            StringLike                         | "a\\\\*b"           | "a*b"       | F
            StringLike                         | "a[bc]"             | "ab"        | F
            StringLike                         | "?"                 | "𐐀"         | F
            StringLike                         | "??"                | "𐐀"         | T
            StringLike                         | "?𐐀*"               | "a𐐀𐐀"       | T
            StringLike                         | "a?b*"              | "a\\nb\\n"  | T
            StringNotLike                      | ["a*","b*"]         | "bc"        | F
            StringNotLike                      | []                  | "a"         | T
            StringEqualsIgnoreCase             | "K"                 | "\\u212A"  | T
            StringEqualsIgnoreCase             | "ß"                 | "ẞ"         | T
            StringEqualsIgnoreCase             | "ß"                 | "SS"        | F
            StringEqualsIgnoreCase             | "İ"                 | "i\\u0307"  | T
            StringEqualsIgnoreCase             | "I"                 | "ı"         | F
            StringEqualsIgnoreCase             | "s"                 | "ſ"         | F
            StringEqualsIgnoreCase             | "ΟΣ"                | "ος"        | T
            StringEqualsIgnoreCase             | "ΟΣ"                | "οσ"        | F
            StringEqualsIgnoreCase             | "Σ"                 | "ς"         | F
            StringNotEqualsIgnoreCase          | "𐐀"                 | "𐐨"         | T
            StringEquals                       | "é"                 | "e\\u0301"  | F
            # numbers
            NumericEquals                      | "+01."              | "1.0"       | T
            NumericEquals                      | 10                  | "1e1"       | T
            NumericEquals                      | "9007199254740993"  | "9007199254740992" | F
            NumericGreaterThan                 | "1e100"             | "1e9999"    | T
            NumericEquals                      | "1"                 | " 1"        | F
            NumericNotEquals                   | "1"                 | "0x1"       | T
            NumericNotEquals                   | "NaN"               | "1"         | T
            NumericLessThanEquals              | "1"                 | "x"         | F
            NumericEquals                      | "1e100000"          | "1e100000"  | F
            # dates
            DateEquals                         | "2035"              | "2035-01-01T00:00Z" | T
            DateEquals                         | "2026-09-11"        | "1789084800" | T
            DateEquals                         | "+0"                | "1970-01"   | T
            DateEquals                         | "2026-09-11T10:00:00.1231" | "2026-09-11T12:00:00.1239+02:00" | T
            DateLessThan                       | "2026-09-11T10:00:00.002Z" | "2026-09-11T10:00:00.0011Z" | T
            DateNotEquals                      | "2020"              | ""          | T
            DateEquals                         | "2020-02-30"        | "2020-02-30" | F
            DateLessThan                       | "2030"              | "2020-01-01T24:00Z" | F
            # Bool and binary
            Bool                               | "false"             | "yes"       | T
            Bool                               | "yes"               | "false"     | T
            Bool                               | true                | "TRUE"      | T
            Bool                               | "true"              | " true "    | F
            BinaryEquals                       | "QQ=="              | "QQ=="      | T
            BinaryEquals                       | "QR=="              | "QR=="      | F
            BinaryEquals                       | "QQ"                | "QQ"        | F
            # ARNs: a malformed pattern ends the scan in favour of denial
            ArnLike                            | "arn:aws:iam::*:role/a*" | "arn:aws:iam::1:role/a:b/c" | T
            ArnEquals                          | "arn:aws:*:role/a"  | "arn:aws:iam::1:role/a" | F/T
            ArnLike                            | "arn:aws:iam:*:*:Role/a" | "arn:aws:iam::1:role/a" | F
            ArnNotLike                         | "arn:aws:iam:*:*:x" | "not-an-arn" | F
            ArnNotLike                         | "not-an-arn"        | ""          | F
            ArnNotEquals                       | "arn:aws:iam::*"    | "arn:aws:iam::1:role/a" | F/T
            ArnLike                            | ["*","arn:*:*:*:*:*"] | "arn:aws:iam::1:role/a" | F/T
            ArnNotLike                         | ["*","arn:*:*:*:*:*"] | "arn:aws:iam::1:role/a" | F/T
            ArnLike                            | ["arn:*:*:*:*:*","*"] | "arn:aws:iam::1:role/a" | T
            ArnNotLike                         | ["arn:*:*:*:*:*","*"] | "arn:aws:iam::1:role/a" | F
            ForAnyValue:ArnNotLike             | "x"                 | ["y","arn:a:b:c:d:e"] | F/T
            # addresses
            IpAddress                          | "192.0.2.5/+024"    | "192.000.002.1" | T
            IpAddress                          | "1.2.3.4/0"         | "9.9.9.9"   | T
            IpAddress                          | "10.0.0.1"          | "10.0.0.1"  | T
            IpAddress                          | "10.0.0.1"          | "10.0.0.1/32" | F
            NotIpAddress                       | "10.0.0.0/8"        | "10.1"      | F
            NotIpAddress                       | "10.0.0.0/33"       | "10.0.0.1"  | T
            NotIpAddress                       | ["bad","10.0.0.0/8"] | "10.0.0.1" | F
            IpAddress                          | "2001:db8::5/64"    | "2001:db8::5" | F
            NotIpAddress                       | "2001:db8::1/0"     | "2001:db8::1" | T
            IpAddress                          | "2001:DB8::1"       | "2001:db8:0:0:0:0:0:1" | T
            IpAddress                          | "192.0.2.0/24"      | "::FFFF:c000:201" | T
            IpAddress                          | "192.0.2.0/24"      | "::ffff:192.0.2.1" | T
            IpAddress                          | ["::/0","::ffff:c000:200/120"] | "::ffff:192.0.2.1" | F
            IpAddress                          | "192.0.2.0/0"       | "2001:db8::1" | F
            NotIpAddress                       | "10.0.0.0/8"        | "::1:192.0.2.1" | F
            NotIpAddress                       | "10.0.0.0/8"        | "1:2:3:4::5:6:7:8" | F
            NotIpAddress                       | "10.0.0.0/8"        | "fe80::1%1" | F
            IpAddress                          | "2001:db8::1:"      | "2001:db8:::1" | T
            IpAddress                          | "0:2001:db8::1"     | ":2001:db8::1" | T
            IpAddress                          | "::/0"              | ":::"       | T
            NotIpAddress                       | "10.0.0.0/8"        | "1::::2"    | F
            NotIpAddress                       | "10.0.0.0/8"        | "1::2::3"   | F
            # variables: name is "ann", star is "*", list has one element
            StringEquals                       | "${Test:NAME}"      | "ann"       | T
            StringEquals                       | "${test:no, 'x y'}" | "x y"       | T
            StringEquals                       | "${test:no}"        | "${test:no}" | F
            StringNotEquals                    | "${test:no}"        | "a"         | T
            StringEquals                       | ["${test:no}","a"]  | "a"         | T
            StringNotEquals                    | "${test:list, 'd'}" | "d"         | T
            StringEquals                       | "${test:list, 'd'}" | "d"         | F
            StringLike                         | "${test:star}"      | "abc"       | F
            StringLike                         | "${*}${?}${$}?"     | "*?$a"      | T
            StringLike                         | "${?}"              | "a"         | F
            StringEquals                       | "${test:name"       | "${test:name" | T
            StringEquals                       | "${a b}"            | "${a b}"    | T
            Bool                               | "${test:yes}"       | "true"      | F
            ArnLike                            | ["${test:no}","arn:a:b:c:d:${test:star}"] | "arn:a:b:c:d:*" | T
            ArnLike                            | "${test:name}"      | "arn:a:b:c:d:e" | F/T
            # unknowns
            StringEquals                       | "a"                 | unknown     | U
            StringNotEqualsIfExists            | "a"                 | unknown     | U
            Null                               | "true"              | unknown     | U
            ForAllValues:StringEquals          | "a"                 | unknown     | U
            StringEquals                       | ["${test:unknown}","a"] | "a"     | T
            StringNotEquals                    | ["${test:unknown}","a"] | "a"     | F
            StringEquals                       | ["${test:unknown}","b"] | "a"     | U
            StringEquals                       | "${test:unknown}${test:no}" | "a" | F
            StringNotEquals                    | "${test:unknown}"   | absent      | T
            ArnLike                            | ["arn:a:b:c:d:${test:unknown}","arn:*:*:*:*:*"] | "arn:a:b:c:d:e" | T
            ArnNotLike                         | ["arn:a:b:c:d:${test:unknown}","arn:*:*:*:*:*"] | "arn:a:b:c:d:e" | F
            ArnLike                            | ["${test:unknown}","arn:*:*:*:*:*"] | "arn:a:b:c:d:e" | U/T
            ArnNotLike                         | ["${test:unknown}","arn:*:*:*:*:*"] | "arn:a:b:c:d:e" | F/U
            """)
    void condition(String operator, String wanted, String value, String matches) throws Exception {
        String parts = json("'Action':'*','Resource':'*','Condition':{'" + operator + "':{'Test:Key':") + wanted + "}}";
        JsonNode node = new ObjectMapper().readTree(value.matches("absent|unknown") ? "[]" : value);
        List<String> texts = new ArrayList<>();
        (node.isArray() ? node : List.of(node)).forEach(text -> texts.add(text.textValue()));
        Request request = switch (value) {
            case "absent" -> request(ARN);
            case "unknown" -> with("test:key", texts, false, true);
            default -> with("test:key", texts, node.isArray(), false);
        };

        assertThat(outcome(request, allow(parts))).isEqualTo(outcome(matches.substring(0, 1), ALLOWED, IMPLICIT_DENY));
        assertThat(outcome(request, ALLOW_ALL, deny(parts)))
                .isEqualTo(outcome(matches.substring(matches.length() - 1), EXPLICIT_DENY, ALLOWED));
    }

    // Pattern | resource | matches as Resource
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            *                                  | anything:*              | T
            arn:aws:s3:::b/*                   | arn:aws:s3:::b/a:c/d    | T
            arn:aws:s3:::B/*                   | arn:aws:s3:::b/a        | F
            arn:aws:s3:*                       | arn:aws:s3:::b/a        | T
            arn:aws:*:b/a                      | arn:aws:s3:::b/a        | T
            arn:aws:s*3:::b/a                  | arn:aws:s:3:::b/a       | F
            arn:aws:s3?::b/a                   | arn:aws:s3:::b/a        | F
            arn:aws:s3:r:1?2:b                 | arn:aws:s3:r:1:2:b      | F
            arn:aws:s3:::b?a*c                 | arn:aws:s3:::b:a:d:c    | T
            arn:aws:s3:::b                     | arn:aws:s3:::b/a        | F
            arn:aws:s3:::${test:name}/*        | arn:aws:s3:::ann/x      | T
            arn:aws:${test:name}:::b           | arn:aws:ann:::b         | T
            ${test:arn}                        | arn:aws:s3:::b/k        | T
            arn:aws:s3:::${test:star}          | arn:aws:s3:::b          | F
            arn:aws:s3:::${test:star}          | arn:aws:s3:::*          | T
            arn:aws:${test:name}               | arn:aws:ann             | F
            arn:${test:name}*                  | arn:ann:s3:::b          | F
            arn:aws:s3:::${test:no}*           | arn:aws:s3:::b          | F
            arn:aws:s3:::${test:list, 'b'}     | arn:aws:s3:::b          | F
            arn:aws:s3:::${test:no, 'b'}       | arn:aws:s3:::b          | T
            arn:aws:s3:::${test:unknown}       | arn:aws:s3:::b          | U
            arn:aws:s3:::${*}                  | arn:aws:s3:::b          | F
            """)
    void resource(String pattern, String resource, String matches) throws Exception {
        String inverse = Map.of("T", "F", "F", "T", "U", "U").get(matches);

        assertThat(outcome(request(resource), allow(json("'Action':'*','Resource':[\"") + pattern + "\"]")))
                .isEqualTo(outcome(matches, ALLOWED, IMPLICIT_DENY));
        assertThat(outcome(request(resource), allow(json("'Action':'*','NotResource':[\"") + pattern + "\"]")))
                .isEqualTo(outcome(inverse, ALLOWED, IMPLICIT_DENY));
    }

    @ParameterizedTest
    @CsvSource({"*,T", "S3:gEtObJeCt,T", "s3:*Object,T", "s3:Get?bject,T", "s3:Get,F", "s3:Get?Object,F", "*:*,T"})
    void action(String pattern, String matches) throws Exception {
        assertThat(outcome(request(ARN), allow(json("'Action':['x:y','" + pattern + "'],'Resource':'*'"))))
                .isEqualTo(outcome(matches, ALLOWED, IMPLICIT_DENY));
        assertThat(outcome(request(ARN), allow(json("'NotAction':['x:y','" + pattern + "'],'Resource':'*'"))))
                .isEqualTo(outcome(matches, IMPLICIT_DENY, ALLOWED));
    }

    @Test
    void oldVersionsHaveNoVariables() throws Exception {
        String statement = "{'Effect':'Allow','Action':'*','Resource':'*',"
                + "'Condition':{'StringLike':{'test:name':'${test:name}'}}}";
        Request literal = with("test:name", List.of("${test:name}"), false, false);

        assertThat(outcome(request(ARN), json("{'Version':'2012-10-17','Statement':" + statement + "}")))
                .isEqualTo(ALLOWED);
        for (String head : List.of("", "'Version':'2008-10-17',")) {
            String policy = json("{" + head + "'Statement':[" + statement + "]}");
            assertThat(outcome(request(ARN), policy)).isEqualTo(IMPLICIT_DENY);
            assertThat(outcome(literal, policy)).isEqualTo(ALLOWED);
        }
    }

    @Test
    void onlyTheDeclaredTypeOfAKeyDecides() throws Exception {
        String policy = allow(json("'Action':'*','Resource':'*','Condition':{'StringLike':{'k':'*'}}"));

        assertThat(outcome(with("k", List.of("a"), true, false), policy)).isEqualTo(IMPLICIT_DENY);
        assertThat(outcome(with("k", List.of("a"), false, false), policy)).isEqualTo(ALLOWED);
    }

    @Test
    void aStatementIsTheConjunctionOfItsParts() throws Exception {
        String unknown = json("'Bool':{'test:unknown':'true'}");
        String both =
                json("'Action':'*','Resource':'*','Condition':{'StringEquals':{'test:name':'%s','TEST:star':'*'},%s}");

        assertThat(outcome(request(ARN), allow(both.formatted("ann", json("'Null':{'a':true}")))))
                .isEqualTo(ALLOWED);
        assertThat(outcome(request(ARN), allow(both.formatted("bob", unknown)))).isEqualTo(IMPLICIT_DENY);
        assertThat(outcome(request(ARN), allow(both.formatted("ann", unknown)))).isEqualTo(UNDETERMINED);
    }

    // Levels by slashes, policies by commas; A allows, D denies, a and d may do so, - is an Allow of another action
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none       | ALLOWED       |
            A          | ALLOWED       | 000
            A/A-,A/AA  | ALLOWED       | 000 100 110 200 201
            A/-/A      | IMPLICIT_DENY |
            A/-D,A/A   | EXPLICIT_DENY | 101
            D/dD       | EXPLICIT_DENY | 000 101
            A/d-/-     | UNDETERMINED  |
            A/a        | UNDETERMINED  |
            a/-        | IMPLICIT_DENY |
            Aa/A       | ALLOWED       | 000 100
            """)
    void levels(String levels, Outcome outcome, String deciding) throws Exception {
        Decision decision = evaluate(stubs(levels), request(ARN));

        assertThat(outcome(decision)).isEqualTo(outcome);
        assertThat(decision.deciding()).isEqualTo(places(deciding));
    }

    @Test
    void aLevelWithoutPoliciesAllowsNothing() throws Exception {
        assertThat(outcome(evaluate(List.of(List.of()), request(ARN)))).isEqualTo(IMPLICIT_DENY);
    }

    // Resource A is allowed, D and E are denied, I has no Allow, U may be denied, V may be allowed
    @ParameterizedTest
    @CsvSource({
        "A,ALLOWED,001",
        "AI,IMPLICIT_DENY,",
        "AIU,UNDETERMINED,",
        "AV,UNDETERMINED,",
        "IVA,IMPLICIT_DENY,",
        "UV,UNDETERMINED,",
        "IUDA,EXPLICIT_DENY,002",
        "DE,EXPLICIT_DENY,002 004"
    })
    void everyResourceMustPass(String resources, Outcome outcome, String deciding) throws Exception {
        String unknown = "'Condition':{'Bool':{'test:unknown':'true'}}";
        String policy = json("{'Version':'2012-10-17','Statement':["
                + "{'Effect':'Deny','Action':'*','Resource':'U'," + unknown + "},"
                + "{'Effect':'Allow','Action':'*','Resource':['A','U']},"
                + "{'Effect':'Deny','Action':'*','Resource':'D'},"
                + "{'Effect':'Allow','Action':'*','Resource':'V'," + unknown + "},"
                + "{'Effect':'Deny','Action':'*','Resource':'E'}]}");
        Decision decision = evaluate(List.of(List.of(policy)), request(resources.split("")));

        assertThat(outcome(decision)).isEqualTo(outcome);
        assertThat(decision.deciding()).isEqualTo(places(deciding));
    }

    // Policies, requests and answers

    private static List<List<String>> stubs(String levels) {
        String maybe = ",'Condition':{'Bool':{'test:unknown':'true'}}";
        Map<String, String> statements = Map.of(
                "A", "{'Effect':'Allow','Action':'*','Resource':'*'}",
                "D", "{'Effect':'Deny','Action':'*','Resource':'*'}",
                "a", "{'Effect':'Allow','Action':'*','Resource':'*'" + maybe + "}",
                "d", "{'Effect':'Deny','Action':'*','Resource':'*'" + maybe + "}",
                "-", "{'Effect':'Allow','Action':'x:y','Resource':'*'}");
        List<List<String>> documents = new ArrayList<>();
        for (String level : levels == null ? new String[0] : levels.split("/")) {
            documents.add(Stream.of(level.split(","))
                    .map(policy ->
                            Stream.of(policy.split("")).map(statements::get).collect(Collectors.joining(",")))
                    .map(list -> json("{'Version':'2012-10-17','Statement':[" + list + "]}"))
                    .toList());
        }
        return documents;
    }

    private static Set<Place> places(String digits) {
        return Stream.of(digits == null ? new String[0] : digits.split(" "))
                .map(d -> new Place("SCP " + d.charAt(0), "P" + d.charAt(1), d.charAt(2) - '0'))
                .collect(Collectors.toSet());
    }

    private static String allow(String parts) {
        return json("{'Version':'2012-10-17','Statement':{'Effect':'Allow',") + parts + "}}";
    }

    private static String deny(String parts) {
        return allow(parts).replace("\"Effect\":\"Allow\"", "\"Effect\":\"Deny\"");
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    private static Request request(String... resources) {
        Map<String, List<String>> context = Map.of(
                "test:name", List.of("ann"),
                "test:arn", List.of(ARN),
                "test:star", List.of("*"),
                "test:yes", List.of("true"),
                "test:list", List.of("d"));
        Context known = new Context(context, Set.of("test:list"), Set.of("test:unknown"));
        return new Request(CALLER, "", "s3:GetObject", List.of(resources), known);
    }

    /** The request on the ARN with a further key, or another value for one. */
    private static Request with(String key, List<String> values, boolean list, boolean isUnknown) {
        Request request = request(ARN);
        Map<String, List<String>> context = new HashMap<>(request.context().values());
        Set<String> lists = new HashSet<>(request.context().lists());
        Set<String> unknown = new HashSet<>(request.context().unknown());
        if (isUnknown) {
            unknown.add(key);
        } else {
            context.put(key, values);
        }
        if (list) {
            lists.add(key);
        }
        return new Request(CALLER, "", request.action(), request.resources(), new Context(context, lists, unknown));
    }

    private static Outcome outcome(Request request, String... policies) throws Exception {
        return outcome(evaluate(List.of(List.of(policies)), request));
    }

    private static Outcome outcome(Decision decision) {
        return decision.possible().size() == 1 ? decision.possible().iterator().next() : UNDETERMINED;
    }

    private static Decision evaluate(List<List<String>> scps, Request request) throws Exception {
        Set<String> levels = new HashSet<>();
        List<Document> documents = new ArrayList<>();
        for (int level = 0; level < scps.size(); level++) {
            levels.add("SCP " + level);
            for (int policy = 0; policy < scps.get(level).size(); policy++) {
                documents.add(new Document(
                        "SCP " + level, "P" + policy, scps.get(level).get(policy)));
            }
        }
        return ReferenceEvaluator.evaluate(new Policies(documents, levels, Set.of("*")), request);
    }

    private static Outcome outcome(String matches, Outcome ifTrue, Outcome ifFalse) {
        return matches.equals("T") ? ifTrue : matches.equals("F") ? ifFalse : UNDETERMINED;
    }
}

package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.Comparison.Family;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Small pools of words that policies and requests of generated tests share, so that a request often hits a policy or
 * misses it by little: by letter case, one segment of an ARN, one character, one second.
 */
public final class SampleValues {
    /** Actions as requests carry them. */
    public static final ImmutableList<String> ACTIONS = ImmutableList.of(
            "s3:GetObject",
            "s3:PutObject",
            "s3:GetBucketAcl",
            "iam:CreateUser",
            "iam:CreateAccessKey",
            "ec2:DescribeInstances",
            "ec2:RunInstances",
            "sts:AssumeRole",
            "kms:Decrypt",
            "kms:RetireGrant",
            "sts:AssumeRoleWithWebIdentity",
            "sts:TagSession",
            "sts:GetCallerIdentity");

    /** What the Action element of a policy lists. */
    public static final ImmutableList<String> ACTION_PATTERNS = ImmutableList.of(
            "*",
            "s3:GetObject",
            "S3:getobject",
            "s3:Get*",
            "s3:*Object",
            "s3:*",
            "s3:G?tObject",
            "iam:CreateUser",
            "IAM:create*",
            "iam:*key*",
            "ec2:Describe?nstances",
            "ec2:DescribeInstance",
            "kms:**",
            "sts:Assume?ole*");

    /** Resources as requests carry them. */
    public static final ImmutableList<String> RESOURCES = ImmutableList.of(
            "*",
            "arn:aws:s3:::logs",
            "arn:aws:s3:::logs/2026/a.txt",
            "arn:aws:s3:::logs-eu/2026/b.txt",
            "arn:aws:s3:::Logs/2026/a.txt",
            "arn:aws:s3:::logs/alice/a.txt",
            "arn:aws:s3:::logs/*",
            "arn:aws-cn:s3:::logs/2026/a.txt",
            "arn:aws:iam::111122223333:user/alice",
            "arn:aws:iam::111122223333:role/admin",
            "arn:aws:iam::111122223333:role/team/admin",
            "arn:aws:iam::444455556666:role/admin",
            "arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc",
            "arn:aws:lambda:eu-central-1:111122223333:function:greet:live",
            "arn:aws:kms:eu-central-1:111122223333:key/1234abcd",
            "arn:aws:kms:eu-central-1:444455556666:key/1234abcd",
            "arn:aws:kms:eu-central-1:111122223333:alias/main",
            "arn:aws:iam::aws:policy/ReadOnlyAccess");

    /** What the Resource element of a policy lists. */
    public static final ImmutableList<String> RESOURCE_PATTERNS = ImmutableList.of(
            "*",
            "arn:aws:s3:::logs",
            "arn:aws:s3:::logs/*",
            "arn:aws:s3:::logs*/2026/?.txt",
            "arn:aws:s3:::*",
            "arn:aws:s3:*",
            "arn:aws:s3:::logs/${aws:username}/*",
            "arn:aws:s3:::logs/${aws:PrincipalTag/team, 'alice'}/a.txt",
            "arn:aws:s3:::logs/${*}",
            "arn:*:s3:::logs/2026/a.txt",
            "arn:aws:iam::*:role/admin",
            "arn:aws:iam::111122223333:*/admin",
            "arn:aws:iam::1111????3333:role/*",
            "arn:aws:ec2:eu-*:111122223333:instance/i-0abc",
            "arn:aws:lambda:*:*:function:greet:*",
            "arn:aws:kms:*:111122223333:key/*");

    /** Condition keys, some in two spellings. */
    public static final ImmutableList<String> KEYS = ImmutableList.of(
            "aws:PrincipalArn",
            "aws:UserAgent",
            "aws:TagKeys",
            "aws:PrincipalTag/team",
            "AWS:principaltag/Team",
            "aws:SourceIp",
            "aws:CurrentTime",
            "aws:TokenIssueTime",
            "aws:MultiFactorAuthAge",
            "aws:MultiFactorAuthPresent",
            "aws:SourceVpce",
            "aws:username",
            "s3:max-keys",
            "kms:EncryptionContextKeys",
            "example:Blob");

    /** Keys that may hold several values, in lower case. */
    public static final ImmutableSet<String> MULTIVALUED_KEYS =
            ImmutableSet.of("aws:tagkeys", "kms:encryptioncontextkeys");

    private static final ImmutableList<String> NAMES =
            ImmutableList.of("alice", "Alice", "alicia", "al*ce", "bob", "b", "", "red", "team-red", "${aws:username}");

    private static final ImmutableList<String> ARNS = ImmutableList.of(
            "arn:aws:iam::111122223333:role/admin",
            "arn:aws:iam::111122223333:role/Admin",
            "arn:aws:iam::111122223333:role/team/admin",
            "arn:aws:iam::444455556666:role/admin",
            "arn:aws:iam::111122223333:user/alice",
            "arn:aws:iam::111122223333:root",
            "arn:aws:sts::111122223333:assumed-role/admin/alice",
            "arn:aws-cn:iam::111122223333:role/admin");

    private static final ImmutableList<String> DATES = ImmutableList.of(
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:01Z",
            "2025-12-31T23:59:59Z",
            "2026-01-01T02:00:00+02:00",
            "2026-01-01",
            "1767225600",
            "0");

    private static final ImmutableList<String> NUMBERS =
            ImmutableList.of("0", "1", "-1", "10", "10.0", "10.5", "9", "3600", "3601", "1e3", "900719925474099312345");

    /** What requests carry for each key, by the key in lower case: well-formed for the key's type, or nearly. */
    private static final ImmutableMap<String, ImmutableList<String>> REQUEST_VALUES =
            ImmutableMap.<String, ImmutableList<String>>builder()
                    .put("aws:principalarn", ARNS)
                    .put(
                            "aws:useragent",
                            ImmutableList.of("Boto3/1.34 md/Botocore", "boto3/1.34", "aws-cli/2.15", "console"))
                    .put("aws:tagkeys", ImmutableList.of("team", "Team", "cost", "cost-center", "owner"))
                    .put("aws:principaltag/team", ImmutableList.of("red", "Red", "blue", "team-red", "alice"))
                    .put(
                            "aws:sourceip",
                            ImmutableList.of("203.0.113.7", "203.0.113.8", "203.0.114.7", "10.1.2.3", "2001:db8::7"))
                    .put("aws:currenttime", DATES)
                    .put("aws:tokenissuetime", DATES)
                    .put("aws:multifactorauthage", NUMBERS)
                    .put("aws:multifactorauthpresent", ImmutableList.of("true", "false"))
                    .put("aws:sourcevpce", ImmutableList.of("vpce-0a1b", "vpce-0a1c", "VPCE-0A1B"))
                    .put("aws:username", NAMES)
                    .put("s3:max-keys", NUMBERS)
                    .put("kms:encryptioncontextkeys", ImmutableList.of("team", "Team", "aws:s3:arn"))
                    .put("example:blob", ImmutableList.of("QUJD", "QUJE", "QQ==", "QQ"))
                    .buildOrThrow();

    /** What a policy compares with, by what the operator takes its values for. */
    private static final ImmutableMap<Family, ImmutableList<String>> POLICY_VALUES =
            ImmutableMap.<Family, ImmutableList<String>>builder()
                    .put(
                            Family.STRING,
                            ImmutableList.of(
                                    "*",
                                    "?*",
                                    "al*",
                                    "*ce",
                                    "b?b",
                                    "team*",
                                    "*boto*",
                                    "vpce-0a1?",
                                    "${aws:username}",
                                    "team-${aws:PrincipalTag/team}",
                                    "${aws:principaltag/TEAM, 'red'}",
                                    "${aws:NoSuchKey}",
                                    "al${*}ce",
                                    "${$}{aws:username}",
                                    "2012${?}"))
                    .put(Family.NUMERIC, NUMBERS)
                    .put(Family.DATE, DATES)
                    .put(Family.BOOL, ImmutableList.of("true", "false", "True"))
                    .put(Family.NULL, ImmutableList.of("true", "false"))
                    .put(Family.BINARY, ImmutableList.of("QUJD", "QQ==", "QUJDRA=="))
                    .put(
                            Family.IP,
                            ImmutableList.of(
                                    "203.0.113.0/24",
                                    "203.0.113.7",
                                    "203.0.113.7/32",
                                    "0.0.0.0/0",
                                    "10.0.0.0/8",
                                    "2001:db8::/32",
                                    "2001:0DB8:0::7"))
                    .put(
                            Family.ARN,
                            ImmutableList.of(
                                    "arn:aws:iam::111122223333:role/admin",
                                    "arn:aws:iam::*:role/admin",
                                    "arn:aws:iam::111122223333:role/*",
                                    "arn:aws:iam::111122223333:role/???in",
                                    "arn:aws:iam::1111*:*",
                                    "arn:aws:iam::*",
                                    "arn:*:iam::111122223333:*",
                                    "arn:aws:iam::111122223333:user/${aws:username}",
                                    "arn:aws:sts::*:assumed-role/admin/*"))
                    .buildOrThrow();

    /** Values that fit no type, or only strings. */
    public static final ImmutableList<String> MALFORMED = ImmutableList.of(
            "",
            " ",
            "abc",
            "12x",
            "2026-13-45",
            "arn:aws",
            "300.1.2.3/40",
            "203.0.113.7/33",
            "yes",
            "%%%",
            "${",
            "${aws:username",
            "${aws: username}",
            "${a,'b'}",
            "ü\t\"\\/\u0001",
            "日本");

    private SampleValues() {}

    /** What requests carry for a key, in any spelling of it. */
    public static ImmutableList<String> requestValues(String key) {
        return REQUEST_VALUES.getOrDefault(key.toLowerCase(Locale.ROOT), NAMES);
    }

    /** The family of operators that the values of a key are made for, in any spelling of it. */
    public static Family family(String key) {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "aws:principalarn" -> Family.ARN;
            case "aws:sourceip" -> Family.IP;
            case "aws:currenttime", "aws:tokenissuetime" -> Family.DATE;
            case "aws:multifactorauthage", "s3:max-keys" -> Family.NUMERIC;
            case "aws:multifactorauthpresent" -> Family.BOOL;
            case "example:blob" -> Family.BINARY;
            default -> Family.STRING;
        };
    }

    /** What a policy compares a key with: values of requests where they fit the operator, patterns, and the family's own. */
    public static ImmutableList<String> policyValues(Comparison comparison, String key) {
        ImmutableList<String> own = POLICY_VALUES.get(comparison.family());
        if (comparison.family() == Family.STRING) {
            ImmutableList<String> carried = requestValues(key);
            return Stream.of(carried.stream(), carried.stream().map(SampleValues::cut), own.stream())
                    .flatMap(values -> values)
                    .distinct()
                    .collect(ImmutableList.toImmutableList());
        }
        if (comparison.family() == family(key)) {
            return ImmutableList.copyOf(ImmutableSet.<String>builder()
                    .addAll(requestValues(key))
                    .addAll(own)
                    .build());
        }
        return own;
    }

    /** A pattern that the value matches under StringLike. */
    private static String cut(String value) {
        return value.length() < 3
                ? value + "*"
                : value.substring(0, 2) + "?" + value.substring(3, Math.max(3, value.length() - 1)) + "*";
    }
}

package io.policyc.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.glob.Glob;
import io.policyc.policy.ConditionKey;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    static Stream<String> clients() {
        return Client.names().stream();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aClientIsRecognisedByItsPatterns(String name) {
        Client client = Client.named(name).orElseThrow();

        assertThat(client.patterns()).isNotEmpty().noneMatch(pattern -> pattern.contains(" ") || pattern.equals("*"));
        assertThat(client.patterns()).anyMatch(pattern -> Glob.of(pattern).matches(client.userAgent()));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aFamilyRecognisesItsParts(String name) {
        Client part = Client.named(name).orElseThrow();
        Client family = Client.named(name.replaceFirst("/.*", "")).orElseThrow();

        assertThat(family.patterns()).anyMatch(pattern -> Glob.of(pattern).matches(part.userAgent()));
    }

    @Test
    void boto3IsAlsoBotocoreAndIsNotMatchedInLowerCase() {
        String boto3 = Client.named("boto3").orElseThrow().userAgent();

        assertThat(Client.named("botocore").orElseThrow().patterns())
                .anyMatch(pattern -> Glob.of(pattern).matches(boto3));
        assertThat(Glob.of("boto*").matches(boto3)).isFalse();
        assertThat(Client.named("no-such-client")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aws:PrincipalArn, ARN, false, AWS",
        "AWS:PRINCIPALARN, ARN, false, AWS",
        "aws:TagKeys, STRING, true, CALLER",
        "aws:PrincipalOrgPaths, STRING, true, AWS",
        "aws:CalledVia, STRING, true, AWS",
        "aws:PrincipalTag/team, STRING, false, CALLER",
        "aws:principaltag/A:B c, STRING, false, CALLER",
        "aws:RequestTag/x, STRING, false, CALLER",
        "aws:SourceIp, IP_ADDRESS, false, AWS",
        "aws:MultiFactorAuthAge, NUMERIC, false, AWS",
        "aws:CurrentTime, DATE, false, AWS",
        "aws:ViaAWSService, BOOL, false, AWS",
        "kms:EncryptionContextKeys, STRING, true, ''",
        "kms:EncryptionContext:team, STRING, false, ''"
    })
    void types(String key, KeyType.Values values, boolean multivalued, String origin) {
        KeyType type = ContextKeys.typeOf(ConditionKey.of(key)).orElseThrow();

        assertThat(type.values()).isEqualTo(values);
        assertThat(type.multivalued()).isEqualTo(multivalued);
        if (!origin.isEmpty()) {
            assertThat(type.origin()).isEqualTo(KeyType.Origin.valueOf(origin));
        }
    }

    @ParameterizedTest
    @CsvSource({"aws:NoSuchKey", "aws:PrincipalTag", "example:Key", "aws:PrincipalArnX"})
    void unknownKeys(String key) {
        assertThat(ContextKeys.typeOf(ConditionKey.of(key))).isEmpty();
    }

    @Test
    void everyNameHasATypeAndStandsOnce() {
        Set<String> seen = new HashSet<>();
        for (String name : ContextKeys.names()) {
            assertThat(seen.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
            assertThat(ContextKeys.typeOf(ConditionKey.of(name.replace("*", "x"))))
                    .as(name)
                    .isPresent();
        }
    }

    /** Rows with a star: the longest that matches counts, and a name of its own before any of them. */
    @Test
    void theLongestFamilyCounts() {
        for (String name : ContextKeys.names()) {
            if (name.indexOf('*') < 0) {
                continue;
            }
            ConditionKey member = ConditionKey.of(name.replace("*", "x"));
            String longest = ContextKeys.names().stream()
                    .filter(other -> Glob.of(other.toLowerCase(Locale.ROOT)).matches(member.folded()))
                    .max((one, two) -> Integer.compare(one.length(), two.length()))
                    .orElseThrow();

            assertThat(ContextKeys.typeOf(member))
                    .isEqualTo(ContextKeys.typeOf(ConditionKey.of(longest.replace("*", "x"))));
        }
    }

    @Test
    void regions() {
        assertThat(Regions.names()).contains("us-east-1", "eu-central-1", "us-gov-west-1", "cn-north-1");
        assertThat(Regions.names()).allMatch(name -> name.matches("[a-z]{2}(-[a-z]+)+-[0-9]"));
        assertThat(Regions.onlyRegionOf("IAM:GetUser")).hasValue("us-east-1");
        assertThat(Regions.onlyRegionOf("s3:GetObject")).isEmpty();
        assertThat(Regions.onlyRegionOf("sts:AssumeRole")).isEmpty();
    }
}

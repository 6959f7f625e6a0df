package io.policyc.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.policy.Condition;
import io.policyc.policy.ConditionOperator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can happen to a condition at all, so that nobody is asked to test what cannot be. */
class SightingTest {
    @ParameterizedTest
    @CsvSource({
        "StringEquals, aws:SourceVpc, vpc-1, true false absent",
        "StringEquals, AWS:userAgent, x, true false",
        "ArnLike, aws:PrincipalArn, arn:aws:iam::*:root, true false",
        "DateLessThan, aws:CurrentTime, 2027-03-31T00:00:00Z, true false",
        "StringLike, aws:SourceVpc, **, true absent",
        "StringLike, aws:SourceVpc, vpc-*, true false absent",
        "StringNotLike, aws:SourceVpc, *, false absent",
        "StringEquals, aws:SourceVpc, *, true false absent",
        "StringLikeIfExists, aws:PrincipalArn, *, true",
        "Null, aws:TokenIssueTime, true, true false",
        "Null, aws:PrincipalArn, true, false",
        "Null, aws:PrincipalArn, false, true",
        "ForAllValues:StringEquals, aws:TagKeys, team, true false absent",
        "ForAllValues:Null, aws:TagKeys, true, true",
        "ForAnyValue:Null, aws:TagKeys, false, false",
    })
    void isOnlyWhatCanBe(String operator, String key, String value, String possible) {
        Condition condition = Condition.of(ConditionOperator.parse(operator).orElseThrow(), key, value);

        assertThat(Sighting.possible(condition).stream()
                        .map(sighting -> sighting.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(possible);
    }
}

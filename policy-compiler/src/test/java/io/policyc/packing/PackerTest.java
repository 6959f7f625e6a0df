package io.policyc.packing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each pass does to a statement, and what it leaves alone. */
class PackerTest {
    private static final String DENY = "\"Effect\":\"Deny\",";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "covered-patterns | 'Action':['s3:*','S3:GetObject','ec2:x'],'Resource':'*' | 'Action':['s3:*','ec2:x'],'Resource':'*'",
                "covered-patterns | 'NotAction':['s3:Get*','s3:GetObject'],'Resource':'*' | 'NotAction':'s3:Get*','Resource':'*'",
                "covered-patterns | 'Action':['s3:Get?','s3:Get*s'],'Resource':'*' | 'Action':['s3:Get?','s3:Get*s'],'Resource':'*'",
                "covered-patterns | 'Action':'*','Resource':['arn:aws:s3:::a*','arn:aws:s3:::a/b'] | 'Action':'*','Resource':'arn:aws:s3:::a*'",
                // A wildcard inside a field stays in it; one that a variable makes may be anything.
                "covered-patterns | 'Action':'*','Resource':['arn:aws:s3:a*b:1:c','arn:aws:s3:ab:1:c'] | 'Action':'*','Resource':'arn:aws:s3:a*b:1:c'",
                "covered-patterns | 'Action':'*','Resource':['arn:aws:s3:::*','arn:aws:s3:::${aws:username}'] | 'Action':'*','Resource':['arn:aws:s3:::*','arn:aws:s3:::${aws:username}']",
                "covered-patterns | 'Action':'*','NotResource':['arn:aws:s3:::a?','arn:aws:s3:::a*'] | 'Action':'*','NotResource':'arn:aws:s3:::a*'",
                "covered-statements | 'Action':'s3:*','Resource':'*'},{ 'Action':'s3:GetObject','Resource':'arn:aws:s3:::a' | 'Action':'s3:*','Resource':'*'",
                "covered-statements | 'NotAction':'s3:*','Resource':'*'},{ 'NotAction':['s3:*','ec2:*'],'Resource':'*' | 'NotAction':'s3:*','Resource':'*'",
                "merged-statements | 'Action':'s3:a','Resource':'*'},{ 'Action':'s3:b','Resource':'*' | 'Action':['s3:a','s3:b'],'Resource':'*'",
                "merged-statements | 'Action':'*','NotResource':'arn:aws:s3:::a'},{ 'Action':'*','NotResource':'arn:aws:s3:::b' | 'Action':'*','NotResource':'arn:aws:s3:::a'},{ 'Action':'*','NotResource':'arn:aws:s3:::b'",
                "merged-statements | 'NotAction':'s3:a','Resource':'*'},{ 'NotAction':'s3:b','Resource':'*' | 'NotAction':'s3:a','Resource':'*'},{ 'NotAction':'s3:b','Resource':'*'",
                "merged-statements | 'Action':'*','Resource':'*','Condition':{'StringLike':{'aws:x':['a  b']}}},{ 'Action':'*','Resource':'*','Condition':{'StringLike':{'AWS:X':['c']}} | 'Action':'*','Resource':'*','Condition':{'StringLike':{'aws:x':['a  b','c']}}",
                "merged-statements | 'Action':'*','Resource':'*','Condition':{'StringNotLike':{'aws:x':['a']}}},{ 'Action':'*','Resource':'*','Condition':{'StringNotLike':{'aws:x':['c']}} | 'Action':'*','Resource':'*','Condition':{'StringNotLike':{'aws:x':['a']}}},{ 'Action':'*','Resource':'*','Condition':{'StringNotLike':{'aws:x':['c']}}",
                "merged-statements | 'Action':'*','Resource':'*','Condition':{'ForAllValues:StringLike':{'aws:x':['a']}}},{ 'Action':'*','Resource':'*','Condition':{'ForAllValues:StringLike':{'aws:x':['c']}} | 'Action':'*','Resource':'*','Condition':{'ForAllValues:StringLike':{'aws:x':['a']}}},{ 'Action':'*','Resource':'*','Condition':{'ForAllValues:StringLike':{'aws:x':['c']}}",
                "idle-if-exists | 'Action':'*','Resource':'*','Condition':{'StringNotLikeIfExists':{'aws:x':['a']}} | 'Action':'*','Resource':'*','Condition':{'StringNotLike':{'aws:x':['a']}}",
                "idle-if-exists | 'Action':'*','Resource':'*','Condition':{'StringLikeIfExists':{'aws:x':['a']}} | 'Action':'*','Resource':'*','Condition':{'StringLikeIfExists':{'aws:x':['a']}}",
                "single-values | 'Action':'*','Resource':'*','Condition':{'Bool':{'aws:x':['true']}} | 'Action':'*','Resource':'*','Condition':{'Bool':{'aws:x':'true'}}"
            })
    void passes(String id, String before, String after) {
        PackingPass pass = ImmutableList.copyOf(PackingPass.values()).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        Packed packed = Packer.packWith(policy(document(before)), ImmutableList.of(pass));
        assertThat(packed.documents().get(0).text()).isEqualTo(document(after));
    }

    @Test
    void nothingIsDoneToWhatFits() {
        LocatedPolicy policy = policy(document("'Action':['s3:*','s3:a'],'Resource':'*'"));
        Packed packed = new Packer(PolicyLimits.AWS)
                .pack("p", ImmutableList.of(policy), 1, 10)
                .orElseThrow();
        assertThat(packed.passes()).isEmpty();
        assertThat(packed.documents().get(0).policy().document()).isEqualTo(policy.document());
    }

    @Test
    void aListOfActionsIsPartedOnlyAsFarAsNeeded() {
        Optional<Packed> packed = pack("'Action':[" + many("'s3:Action%03d'", 60) + "],'Resource':'*'", 600);
        assertThat(packed.orElseThrow().documents()).hasSize(2);
        assertThat(packed.get().documents())
                .extracting(document -> document.policy().name())
                .containsExactly("p-1", "p-2");
        assertThat(packed.get().documents().stream()
                        .mapToInt(document -> document.policy()
                                .document()
                                .statements()
                                .get(0)
                                .action()
                                .patterns()
                                .size())
                        .sum())
                .isEqualTo(60);
    }

    @Test
    void aListOfWhatIsLeftOutIsNeverParted() {
        String actions = many("'s3:Action%03d'", 60);
        String resources = many("'arn:aws:s3:::bucket%03d'", 60);
        String values = many("'value%03d'", 80);
        assertThat(pack("'NotAction':[" + actions + "],'Resource':'*'", 600)).isEmpty();
        assertThat(pack("'Action':'*','NotResource':[" + resources + "]", 600)).isEmpty();
        assertThat(pack(
                        "'Action':['a:b','c:d'],'Resource':'*','Condition':{'StringNotLike':{'aws:x':[" + values
                                + "]}}",
                        600))
                .isEmpty();
    }

    /** Lists that are long and all wildcards are given up after so many steps, statements without end at once. */
    @Test
    @Timeout(60)
    void hostileTextEnds() {
        String wildcards = many("'s3:*a*%03d*b*c*d*e*'", 30_000);
        assertThat(pack("'NotAction':[" + wildcards + "],'Resource':'*'", 10_240))
                .isEmpty();
        String statements =
                many("'Action':'s3:*a*%03d*','Resource':'*','Condition':{'Bool':{'aws:x':['true']}}},{ ", 4_000);
        assertThat(pack(statements + "'NotAction':'*','Resource':'*'", 10_240)).isPresent();
        assertThat(pack("'NotAction':[" + many("'s3:Action%09d'", 200_000) + "],'Resource':'*'", 10_240))
                .isEmpty();
    }

    private static String many(String format, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, format, i))
                .collect(Collectors.joining(format.endsWith(" ") ? "" : ","));
    }

    private static Optional<Packed> pack(String statement, int size) {
        return new Packer(new PolicyLimits("small", size, 10))
                .pack("p", ImmutableList.of(policy(document(statement))), 1, 10);
    }

    /** Each statement is a Deny. */
    private static String document(String statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{" + DENY
                + statements.replace('\'', '"').replace("},{ ", "},{" + DENY) + "}]}";
    }

    private static LocatedPolicy policy(String text) {
        return PolicyReader.read("p", SourceText.of("p.json", text), PolicyType.SERVICE_CONTROL_POLICY)
                .orThrow();
    }
}

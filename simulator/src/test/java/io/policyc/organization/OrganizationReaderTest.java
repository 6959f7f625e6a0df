package io.policyc.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.FindingPrinter;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import io.policyc.source.SourceText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationReaderTest {
    private static final StubPolicies POLICIES =
            StubPolicies.of(StubPolicies.policy("DenyKeys", """
                    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "iam:*", "Resource": "*"}]}
                    """), StubPolicies.policy("AllowS3", """
                    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
                    """));

    @Test
    void readsWhatIsAttachedWhere() {
        Organization organization = read("""
                        organization: { id: o-exampleorgid, management-account: "000000000001" }
                        root:
                          policies: [FullAWSAccess]
                          accounts: { management: 000000000001 }
                          units:
                            Workloads:
                              policies: [FullAWSAccess, DenyKeys]
                              accounts:
                                payments-prod: "111122223333"
                                payments-test: { id: 012345670123, policies: [AllowS3] }
                              units: { Inner: {} }
                        """).orThrow();

        assertThat(organization.id()).contains("o-exampleorgid");
        assertThat(organization.managementAccount()).contains("000000000001");
        assertThat(organization.accountIds())
                .containsExactly(
                        Map.entry("management", "000000000001"),
                        Map.entry("payments-prod", "111122223333"),
                        Map.entry("payments-test", "012345670123"));
        assertThat(names(organization, "111122223333"))
                .containsExactly(
                        "Root[FullAWSAccess]", "Workloads[FullAWSAccess, DenyKeys]", "payments-prod[FullAWSAccess]");
        assertThat(names(organization, "012345670123")).last().isEqualTo("payments-test[AllowS3]");
    }

    @Test
    void aResolversOwnFullAccessWins() {
        LocatedPolicy own = StubPolicies.policy("FullAWSAccess", """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
                """);
        Organization organization = OrganizationReader.read(
                        SourceText.of("organization.yaml", "root: {policies: [FullAWSAccess]}"),
                        StubPolicies.of(own),
                        PolicyLimits.AWS)
                .orThrow();

        assertThat(organization.root().policies()).containsExactly(own);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                             | organization.wrong-type             | 1:1",
                "{}                                             | organization.missing-key            | 1:1",
                "root: []                                       | organization.wrong-type             | 1:7",
                "root: {unit: {}}                               | organization.unknown-key            | 1:8",
                "{root: {}, rot: 1}                             | organization.unknown-key            | 1:12",
                "{organization: {id: o-1}, root: {}}            | organization.invalid-id             | 1:21",
                "{organization: {name: a}, root: {}}            | organization.unknown-key            | 1:17",
                "{organization: {management-account: 1}, root: {}} | organization.invalid-account-id  | 1:37",
                "root: {accounts: {a: 12345}}                   | organization.invalid-account-id     | 1:22",
                "root: {accounts: {a: {policies: [AllowS3]}}}          | organization.missing-key            | 1:19",
                "root: {accounts: {a: []}}                      | organization.wrong-type             | 1:22",
                "root: {accounts: {a: 111122223333, b: 111122223333}} | organization.duplicate-account-id | 1:39",
                "root: {accounts: {a: 111122223333}, units: {u: {accounts: {a: 111122223334}}}} | organization.duplicate-account-name | 1:19",
                "root: {policies: [DenyKey, FullAWSAccess]}     | organization.unknown-policy         | 1:19",
                "root: {policies: [FullAWSAccess, FullAWSAccess]} | organization.duplicate-attachment | 1:34",
                "root: {policies: [DenyKeys]}                   | organization.level-without-allow    | 1:8",
                "root: {policies: []}                           | organization.level-without-allow    | 1:8",
                "root: {accounts: {a: {id: 111122223333, policies: [DenyKeys]}}} | organization.level-without-allow | 1:41",
                "root: {quarantine: true}                       | organization.quarantine-allows      | 1:7",
                "root: {quarantine: true, policies: [AllowS3]}  | organization.quarantine-allows      | 1:26",
                "root: {quarantine: 1, policies: [AllowS3]}     | organization.wrong-type             | 1:20",
                "root: {units: {u: 1}}                          | organization.wrong-type             | 1:19",
                "root: {units: {u: {units: {u: {units: {u: {units: {u: {units: {u: {units: {deep: {}}}}}}}}}}}}} | organization.too-deep | 1:76",
            })
    void everyMistakeIsFoundInItsPlace(String yaml, String id, String place) {
        assertThat(read(yaml.strip()).findings())
                .extracting(
                        finding -> finding.id().name(),
                        finding -> finding.span().orElseThrow().toString())
                .containsExactly(tuple(id.strip(), "organization.yaml:" + place.strip()));
    }

    @Test
    void tooManyPoliciesByTheLimitsInForce() {
        String yaml = "root: {policies: [FullAWSAccess, AllowS3]}";
        Checked<Organization> read = OrganizationReader.read(
                SourceText.of("organization.yaml", yaml), POLICIES, new PolicyLimits("tiny", 100, 1));

        assertThat(FindingPrinter.plain().print(read.findings()))
                .startsWith("error[organization.too-many-policies] the root has 2 policies attached; the limit is 1");
    }

    @Test
    void theManagementAccountIsNotBoundByItsOwnPolicies() {
        assertThat(read("{organization: {management-account: 000000000001}, "
                                + "root: {accounts: {m: {id: 000000000001, policies: [DenyKeys]}}}}")
                        .findings())
                .isEmpty();
    }

    @Test
    void whatIsWrongBehindAReferenceIsSaidOnceAndNothingFollowsFromIt() {
        assertThat(read("root: {policies: [Broken], units: {u: {policies: [Broken]}}}")
                        .findings())
                .extracting(finding -> finding.id())
                .containsExactly(StubPolicies.BROKEN);
    }

    @Test
    void aMistypedPolicyIsGuessed() {
        assertThat(read("root: {policies: [DenyKey, FullAWSAccess]}")
                        .findings()
                        .get(0)
                        .help())
                .contains("did you mean `DenyKeys`?");
    }

    private static Checked<Organization> read(String yaml) {
        return OrganizationReader.read(SourceText.of("organization.yaml", yaml), POLICIES, PolicyLimits.AWS);
    }

    private static ImmutableList<String> names(Organization organization, String account) {
        return organization.accountPaths().get(account).stream()
                .map(level -> level.name()
                        + level.policies().stream().map(LocatedPolicy::name).toList())
                .collect(ImmutableList.toImmutableList());
    }
}

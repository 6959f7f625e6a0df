package io.policyc.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyLimits;
import io.policyc.source.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhaseReaderTest {
    private static final StubPolicies POLICIES = StubPolicies.of(policy("DenyA"), policy("DenyB"));
    private static final String ROOT = """
            root:
              units:
                Sandbox:
                  id: ou-exam-12345678
                  policies: [FullAWSAccess, DenyA, DenyB]
                  accounts: { play: { id: "111122223333", policies: [FullAWSAccess, DenyA] } }
                Prod: { units: { Web: { policies: [FullAWSAccess, DenyB] } } }
                Test: { units: { Web: {} } }
            """;

    private static LocatedPolicy policy(String name) {
        return StubPolicies.policy(name, """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "iam:*", "Resource": "*"}]}
                """);
    }

    @Test
    void readsWhatEachPhaseAttachesWhere() {
        ImmutableList<Phase> phases = read(ROOT + """
                phases:
                  - name: first
                    attach: [DenyA]
                    to: [Sandbox, Sandbox/play]
                    start: 2026-12-01
                    attached: 2026-12-02
                    gate: { quiet: 7d }
                  - { name: second, attach: DenyB, to: [Sandbox, Prod/Web] }
                """).orThrow().phases();

        assertThat(phases).extracting(Phase::name).containsExactly("first", "second");
        assertThat(phases.get(0).start()).contains(LocalDate.of(2026, 12, 1));
        assertThat(phases.get(0).attached()).contains(LocalDate.of(2026, 12, 2));
        assertThat(phases.get(0).quiet()).isEqualTo(7);
        assertThat(phases.get(1).quiet()).isEqualTo(14);
        assertThat(attachments(phases.get(0))).containsExactly("Root/Sandbox [DenyA]", "Root/Sandbox/play [DenyA]");
        assertThat(attachments(phases.get(1))).containsExactly("Root/Sandbox [DenyB]", "Root/Prod/Web [DenyB]");
        assertThat(phases.get(0).targets().get(0).id()).contains("ou-exam-12345678");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{attach: DenyA, to: Sandbox}                            | organization.missing-key          | 10:5",
                "{name: a, to: Sandbox}                                  | organization.missing-key          | 10:5",
                "{name: a, attach: [], to: Sandbox}                      | organization.missing-key          | 10:15",
                "{name: a, attach: DenyA}                                | organization.missing-key          | 10:5",
                "a                                                       | organization.wrong-type           | 10:5",
                "{name: a, attach: DenyA, to: Sandbox, on: 1}            | organization.unknown-key          | 10:43",
                "{name: a, attach: DenyX, to: Prod}                      | organization.unknown-policy       | 10:23",
                "{name: a, attach: FullAWSAccess, to: Sandbox}           | organization.invalid-value        | 10:23",
                "{name: a, attach: DenyA, to: Sandbx}                    | organization.unknown-target       | 10:34",
                "{name: a, attach: DenyB, to: Web}                       | organization.ambiguous-target     | 10:34",
                "{name: a, attach: DenyB, to: Root}                      | organization.phase-differs        | 10:34",
                "{name: a, attach: [DenyA, DenyB], to: play}             | organization.phase-differs        | 10:43",
                "{name: a, attach: DenyA, to: [Sandbox, Sandbox]}        | organization.duplicate-attachment | 10:44",
                "{name: a, attach: [DenyA, DenyA], to: Sandbox}          | organization.duplicate-attachment | 10:43",
                "{name: a, attach: DenyA, to: Sandbox, start: 2026-02-30}| organization.invalid-value        | 10:50",
                "{name: a, attach: DenyA, to: Sandbox, gate: {quiet: 0d}}| organization.invalid-value        | 10:57",
                "{name: a, attach: DenyA, to: Sandbox, gate: {days: 1d}} | organization.unknown-key          | 10:50",
            })
    void everyMistakeIsFoundInItsPlace(String phase, String id, String place) {
        assertThat(read(ROOT + "phases:\n  - " + phase.strip()).findings()).anySatisfy(finding -> {
            assertThat(finding.id().name()).isEqualTo(id);
            assertThat(finding.span().orElseThrow().toString()).isEqualTo("organization.yaml:" + place);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: a                             | name: a                             | organization.duplicate-phase",
                "name: a, start: 2026-12-02          | name: b, start: 2026-12-01          | organization.phase-order",
                "name: a                             | name: b, attached: 2026-12-01       | organization.phase-order",
                "name: a, attached: 2026-12-02       | name: b, attached: 2026-12-01       | organization.phase-order",
                "name: a, start: 2026-12-01          | name: b, start: 2026-12-01          | ''",
                "name: a, attached: 2026-12-02       | name: b, attached: 2026-12-02       | ''",
            })
    void phasesComeInTheirOrder(String first, String second, String id) {
        String phases =
                "phases:\n  - {%s, attach: DenyA, to: [Sandbox, play]}\n  - {%s, attach: DenyB, to: [Sandbox, Prod/Web]}"
                        .formatted(first, second);
        assertThat(ids(read(ROOT + phases))).isEqualTo(id.isEmpty() ? List.of() : List.of(id));
    }

    @Test
    void aPolicyThatComesByPhasesComesByThemEverywhere() {
        Checked<Organization> read = read(ROOT + "phases:\n  - {name: a, attach: DenyB, to: Sandbox}");

        assertThat(ids(read)).containsExactly("organization.phase-incomplete");
        assertThat(read.findings().get(0).message()).isEqualTo("no phase attaches `DenyB` to `Prod/Web`, which has it");
        assertThat(read.value()).isPresent();
    }

    @Test
    void mistakesInUnitsDoNotHideThoseInPhases() {
        assertThat(ids(read("root: {units: []}\nphases:\n  - {name: a, attach: DenyA, to: Sandbox, start: x}")))
                .containsExactly("organization.wrong-type", "organization.invalid-value");
    }

    /** Two documents stand for three policies. */
    @Test
    void packedPoliciesComeTogether() {
        LocatedPolicy packed = policy("packed-Root-1");
        AttachmentPacker packer = (node, attached, most) -> ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS, packed);
        List<String> names = IntStream.range(0, 12).mapToObj(i -> "Deny" + i).toList();
        StubPolicies many =
                StubPolicies.of(names.stream().map(PhaseReaderTest::policy).toArray(LocatedPolicy[]::new));
        String root = "root: {policies: [FullAWSAccess, " + String.join(", ", names) + "]}\nphases:\n";
        String whole = "  - {name: a, to: Root, attach: [" + String.join(", ", names) + "]}";
        String part = "  - {name: a, to: Root, attach: [Deny1]}\n";

        assertThat(attachments(OrganizationReader.read(
                                SourceText.of("organization.yaml", root + whole), many, PolicyLimits.AWS, packer)
                        .orThrow()
                        .phases()
                        .get(0)))
                .containsExactly("Root [packed-Root-1]");
        assertThat(ids(OrganizationReader.read(
                        SourceText.of("organization.yaml", root + part), many, PolicyLimits.AWS, packer)))
                .containsExactly("organization.phase-packed");
    }

    private static List<String> attachments(Phase phase) {
        return phase.targets().stream()
                .map(target -> target.path() + " "
                        + target.policies().stream().map(LocatedPolicy::name).toList())
                .toList();
    }

    private static List<String> ids(Checked<Organization> read) {
        return read.findings().stream().map(finding -> finding.id().name()).toList();
    }

    private static Checked<Organization> read(String yaml) {
        return OrganizationReader.read(SourceText.of("organization.yaml", yaml), POLICIES, PolicyLimits.AWS);
    }
}

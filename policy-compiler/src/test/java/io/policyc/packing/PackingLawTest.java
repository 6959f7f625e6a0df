package io.policyc.packing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.organization.Organization;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyLimits;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicySize;
import io.policyc.policy.PolicyType;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.Sid;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.simulator.Simulator;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Packing changes no decision: not the outcomes that are possible while keys are unknown, and not under doubt. */
class PackingLawTest {
    private static final int REQUESTS = 12;

    @Property(tries = 6_000)
    @StatisticsReport(onFailureOnly = true)
    void eachPassDecidesAsBefore(
            @ForAll("documents") PolicyDocument document, @ForAll PackingPass pass, @ForAll long seed) {
        Packed packed = Packer.packWith(policy(document), ImmutableList.of(pass));
        String before = PolicyWriter.minified(document);
        String after = packed.documents().get(0).text();
        Statistics.label(pass.id())
                .collect(after.equals(before) ? "same" : "changed")
                .coverage(checker -> checker.check("changed").percentage(share -> share > 4));
        assertThat(after.length()).isLessThanOrEqualTo(before.length());
        assertEqualDecisions(ImmutableList.of(policy(document)), policies(packed), seed);
    }

    @Property(tries = 3_000)
    void allPassesDecideAsBefore(@ForAll("documents") PolicyDocument document, @ForAll long seed) {
        assertEqualDecisions(ImmutableList.of(policy(document)), policies(Packer.packFully(policy(document))), seed);
    }

    /** Within limits so tight that statements have to be distributed and parted. */
    @Property(tries = 3_000)
    @StatisticsReport(onFailureOnly = true)
    void severalDocumentsDecideAsOneDid(@ForAll("documents") PolicyDocument document, @ForAll long seed) {
        PolicyLimits limits = new PolicyLimits("tight", 330, 40);
        Optional<Packed> packed = new Packer(limits).pack("p", ImmutableList.of(policy(document)), 1, 40);
        Statistics.label("documents")
                .collect(packed.map(found -> Math.min(4, found.documents().size()))
                        .orElse(0))
                .coverage(checker -> checker.check(4).percentage(share -> share > 5));
        packed.ifPresent(found -> {
            for (PackedDocument one : found.documents()) {
                assertThat(PolicySize.of(one.text()).counted()).isLessThanOrEqualTo(limits.documentSize());
                List<Sid> sids = one.policy().document().statements().stream()
                        .flatMap(statement -> statement.sid().stream())
                        .toList();
                assertThat(sids).doesNotHaveDuplicates();
            }
            assertEqualDecisions(ImmutableList.of(policy(document)), policies(found), seed);
        });
    }

    /** What AWS is given is the document that was simulated. */
    @Property(tries = 1_000)
    void theTextIsTheDocument(@ForAll("documents") PolicyDocument document) {
        PackedDocument packed = Packer.packFully(policy(document)).documents().get(0);
        assertThat(PolicyReader.read(
                                "packed",
                                SourceText.of("packed.json", packed.text()),
                                PolicyType.SERVICE_CONTROL_POLICY)
                        .orThrow()
                        .document())
                .isEqualTo(packed.policy().document());
    }

    @Provide
    Arbitrary<PolicyDocument> documents() {
        return PackableDocuments.documents();
    }

    static LocatedPolicy policy(PolicyDocument document) {
        return LocatedPolicy.withoutPlaces("p", document);
    }

    static ImmutableList<LocatedPolicy> policies(Packed packed) {
        return packed.documents().stream().map(PackedDocument::policy).collect(ImmutableList.toImmutableList());
    }

    /** The documents of each side stand on one level. */
    static void assertEqualDecisions(
            ImmutableList<LocatedPolicy> before, ImmutableList<LocatedPolicy> after, long seed) {
        ImmutableList<PolicyDocument> documents = Stream.of(before, after)
                .flatMap(List::stream)
                .map(LocatedPolicy::document)
                .collect(ImmutableList.toImmutableList());
        for (List<DoubtfulRule> doubted : List.of(List.<DoubtfulRule>of(), List.of(DoubtfulRule.values()))) {
            Simulator one = simulator(before, doubted);
            Simulator other = simulator(after, doubted);
            Random random = new Random(seed);
            for (int i = 0; i < REQUESTS; i++) {
                Request request = RequestArbitraries.near(documents, random);
                assertThat(other.evaluate(request).possible())
                        .as("%s\n%s\n%s", before, after, request)
                        .isEqualTo(one.evaluate(request).possible());
            }
        }
    }

    private static Simulator simulator(ImmutableList<LocatedPolicy> policies, List<DoubtfulRule> doubted) {
        return Simulator.builder()
                .doubting(doubted)
                .levels(ImmutableList.of(Organization.trial(policies)))
                .prepare();
    }
}

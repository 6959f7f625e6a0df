package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.policyc.comparison.Question.Asked;
import io.policyc.comparison.Questions;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationCall.ContextEntry;
import io.policyc.organization.Level;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.request.RequestArbitraries;
import io.policyc.request.RequestKeys;
import io.policyc.source.SourceText;
import io.policyc.vocabulary.ContextKeys;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A call, read back, says of policies and request what they are: nothing less, and nothing of its own. */
class QuestionLawsTest {
    private static final int REQUESTS_EACH = 8;

    @Provide
    Arbitrary<ServiceCase> cases() {
        return ServiceCase.cases();
    }

    @Property(tries = 300)
    void aCallSaysWhatThePoliciesAndTheRequestSay(@ForAll("cases") ServiceCase policies, @ForAll long seed) {
        Questions questions = new Questions(policies.tested(), true);
        Environment environment = policies.environment();
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS_EACH; i++) {
            Request request = settled(RequestArbitraries.near(environment.documents(), random), environment, random);
            boolean asked = questions.about(request) instanceof Asked;
            Statistics.label("asked").collect(asked);
            if (asked) {
                SimulationCall call = ((Asked) questions.about(request)).call();
                checkPolicies(environment, call);
                checkRequest(request, call);
                checkContext(asked(environment), request, call);
            }
        }
        Statistics.label("asked").coverage(coverage -> coverage.check(true).count(count -> count >= 150));
        Statistics.label("key")
                .coverage(coverage -> List.of("sent", "absent", "list", "left out")
                        .forEach(what -> coverage.check(what).count(count -> count >= 10)));
    }

    /** Documents of the old version have no variables. */
    private static ImmutableSet<ConditionKey> asked(Environment environment) {
        Map<Boolean, List<PolicyDocument>> byVersion = environment.documents().stream()
                .collect(Collectors.partitioningBy(
                        document -> document.effectiveVersion().hasVariables()));
        ImmutableSet.Builder<ConditionKey> keys = ImmutableSet.builder();
        keys.addAll(RequestKeys.of(byVersion.get(true)));
        byVersion.get(false).stream()
                .flatMap(document -> document.statements().stream())
                .flatMap(statement -> statement.conditions().stream())
                .forEach(condition -> keys.add(condition.key()));
        return keys.build();
    }

    private static void checkPolicies(Environment environment, SimulationCall call) {
        assertThat(call.organizationPolicies()).hasSameSizeAs(environment.scps());
        for (int level = 0; level < environment.scps().size(); level++) {
            assertThat(read(
                            PolicyType.SERVICE_CONTROL_POLICY,
                            call.organizationPolicies().get(level)))
                    .isEqualTo(documents(environment.scps().get(level)));
        }
        assertThat(read(PolicyType.IDENTITY_POLICY, call.identityPolicies()))
                .isEqualTo(documents(environment
                        .identity()
                        .orElse(
                                environment.resource().isPresent()
                                        ? ImmutableList.of()
                                        : ImmutableList.of(LocatedPolicy.FULL_AWS_ACCESS))));
        assertThat(read(
                        PolicyType.PERMISSIONS_BOUNDARY,
                        call.boundary().stream().toList()))
                .isEqualTo(documents(environment.boundary().stream().toList()));
        assertThat(read(
                        PolicyType.RESOURCE_POLICY,
                        call.resourcePolicy().stream().toList()))
                .isEqualTo(documents(environment.resource().stream().toList()));
    }

    private static void checkRequest(Request request, SimulationCall call) {
        assertThat(call.actions()).containsExactly(request.action());
        assertThat(call.resources().isEmpty() ? ImmutableList.of("*") : call.resources())
                .isEqualTo(request.resources());
        assertThat(call.caller()).isEqualTo(request.principal().arn());
    }

    /** Keys that policies ask for are all sent if they are there; what is sent is there, and has the same values. */
    private static void checkContext(ImmutableSet<ConditionKey> asked, Request request, SimulationCall call) {
        ImmutableMap<ConditionKey, ContextEntry> sent =
                Maps.uniqueIndex(call.context(), entry -> ConditionKey.of(entry.key()));
        for (ConditionKey key : asked) {
            ContextValue value = request.context().get(key);
            assertThat(value.isUnknown()).as("%s is unknown", key).isFalse();
            assertThat(sent.containsKey(key)).as("%s is sent", key).isEqualTo(value.isPresent());
            Statistics.label("key").collect(value.isPresent() ? "sent" : "absent");
        }
        sent.forEach((key, entry) -> {
            ContextValue value = request.context().get(key);
            assertThat(value.isPresent()).isTrue();
            assertThat(entry.values()).isEqualTo(value.values());
            boolean list = entry.type().word().endsWith("List");
            assertThat(list)
                    .as("%s is a list", key)
                    .isEqualTo(ContextKeys.typeOf(key)
                            .map(type -> type.multivalued())
                            .orElse(value.list()));
            if (list) {
                Statistics.label("key").collect("list");
            }
        });
        request.context().mentioned().forEach((key, value) -> {
            if (value.isPresent() && !sent.containsKey(key)) {
                Statistics.label("key").collect("left out");
            }
        });
    }

    /** A request with most of its keys known, and some that no policy asks for, of which one cannot be sent. */
    private static Request settled(Request request, Environment environment, Random random) {
        ImmutableMap.Builder<ConditionKey, ContextValue> known = ImmutableMap.builder();
        for (ConditionKey key : RequestKeys.of(environment.documents())) {
            if (request.context().get(key).isUnknown() && random.nextInt(8) > 0) {
                known.put(key, RequestArbitraries.settled(request, key, random));
            }
        }
        known.put(ConditionKey.of("unasked:Key"), ContextValue.of("a"));
        known.put(ConditionKey.of("unasked:Empty"), ContextValue.listOf(ImmutableList.of()));
        return request.with(known.buildOrThrow());
    }

    private static List<PolicyDocument> read(PolicyType type, List<String> texts) {
        return texts.stream()
                .map(text -> PolicyReader.read("sent", SourceText.of("sent.json", text), type)
                        .orThrow()
                        .document())
                .toList();
    }

    private static List<PolicyDocument> documents(Level level) {
        return documents(level.policies());
    }

    private static List<PolicyDocument> documents(List<LocatedPolicy> policies) {
        return policies.stream().map(LocatedPolicy::document).toList();
    }
}

package io.policyc.expectation;

import com.google.common.collect.ImmutableSet;
import io.policyc.evidence.Evidence;
import io.policyc.policy.ConditionKey;
import io.policyc.request.Request;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * One request and what is expected of it.
 *
 * @param name the test's name, with the values of its matrix and the form of the request where there are several
 * @param policies what the request meets
 * @param because the rule or policy that must decide
 * @param dependsOn the keys that must settle an undetermined request, exactly; empty if that was not said
 * @param declaredUnknown the keys of which the test says that they cannot be told
 * @param event the event that the request was read from, if there is one
 * @param source where the rule is written that the test is about
 * @param doubtful the rule that the verdict rests on though AWS leaves it open
 * @param skip why the test is not run
 * @param place of the test in its file
 */
public record ExpectationCase(
        String name,
        TestedPolicies policies,
        Request request,
        Expected expected,
        Optional<String> because,
        ImmutableSet<ConditionKey> dependsOn,
        ImmutableSet<ConditionKey> declaredUnknown,
        Optional<Evidence> event,
        Optional<String> source,
        Optional<DoubtfulRule> doubtful,
        Optional<String> skip,
        SourceSpan place) {}

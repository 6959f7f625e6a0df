package io.policyc.aws;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.SimulationAnswer.ActionResult;
import io.policyc.comparison.SimulationAnswer.ResourceResult;
import io.policyc.simulator.Outcome;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrganizationsDecisionDetail;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/** Results out of the SDK's terms, in which everything may be missing. */
final class AnswerReader {
    private AnswerReader() {}

    /** @throws SdkClientException if something is missing without which there is no result */
    static ActionResult result(EvaluationResult result) {
        return new ActionResult(
                needed(result.evalActionName()),
                outcome(result.evalDecision()),
                Optional.ofNullable(result.evalResourceName()),
                Optional.ofNullable(result.organizationsDecisionDetail())
                        .map(OrganizationsDecisionDetail::allowedByOrganizations),
                Optional.ofNullable(result.permissionsBoundaryDecisionDetail())
                        .map(PermissionsBoundaryDecisionDetail::allowedByPermissionsBoundary),
                result.resourceSpecificResults().stream()
                        .map(one ->
                                new ResourceResult(needed(one.evalResourceName()), outcome(one.evalResourceDecision())))
                        .collect(ImmutableList.toImmutableList()),
                ImmutableList.copyOf(result.missingContextValues()),
                result.matchedStatements().stream()
                        .map(statement -> Objects.requireNonNullElse(statement.sourcePolicyId(), ""))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static String needed(@Nullable String text) {
        if (text == null) {
            throw SdkClientException.create("a result without a name");
        }
        return text;
    }

    private static Outcome outcome(@Nullable PolicyEvaluationDecisionType decision) {
        if (decision == PolicyEvaluationDecisionType.ALLOWED) {
            return Outcome.ALLOWED;
        }
        if (decision == PolicyEvaluationDecisionType.EXPLICIT_DENY) {
            return Outcome.EXPLICIT_DENY;
        }
        if (decision == PolicyEvaluationDecisionType.IMPLICIT_DENY) {
            return Outcome.IMPLICIT_DENY;
        }
        throw SdkClientException.create("a result without a decision");
    }
}

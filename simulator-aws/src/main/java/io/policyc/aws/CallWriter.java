package io.policyc.aws;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.SimulationCall;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.OrderedOrganizationPolicyType;
import software.amazon.awssdk.services.iam.model.SimulateCustomPolicyRequest;

/** Calls in the SDK's terms. */
final class CallWriter {
    private static final int LARGEST_PAGE = 1000;

    private CallWriter() {}

    static SimulateCustomPolicyRequest request(SimulationCall call) {
        SimulateCustomPolicyRequest.Builder request = SimulateCustomPolicyRequest.builder()
                .actionNames(call.actions())
                .policyInputList(call.identityPolicies())
                .maxItems(LARGEST_PAGE);
        if (!call.resources().isEmpty()) {
            request.resourceArns(call.resources());
        }
        if (!call.organizationPolicies().isEmpty()) {
            request.orderedOrganizationPolicyInputList(levels(call));
        }
        if (!call.context().isEmpty()) {
            request.contextEntries(entries(call));
        }
        call.boundary().ifPresent(policy -> request.permissionsBoundaryPolicyInputList(policy));
        call.resourcePolicy().ifPresent(request::resourcePolicy);
        call.resourceOwner().ifPresent(request::resourceOwner);
        call.caller().ifPresent(request::callerArn);
        return request.build();
    }

    private static List<OrderedOrganizationPolicyType> levels(SimulationCall call) {
        return call.organizationPolicies().stream()
                .map(level -> OrderedOrganizationPolicyType.builder()
                        .serviceControlPolicyInputList(level)
                        .build())
                .collect(ImmutableList.toImmutableList());
    }

    private static List<ContextEntry> entries(SimulationCall call) {
        return call.context().stream()
                .map(entry -> ContextEntry.builder()
                        .contextKeyName(entry.key())
                        .contextKeyType(entry.type().word())
                        .contextKeyValues(entry.values())
                        .build())
                .collect(ImmutableList.toImmutableList());
    }
}

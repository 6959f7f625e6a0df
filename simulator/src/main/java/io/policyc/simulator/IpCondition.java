package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.Condition;
import io.policyc.request.RequestContext;
import java.util.Optional;

/**
 * IpAddress and NotIpAddress. A request value that is no address matches neither; a network of the policy that is none is
 * passed over (both observed at AWS, September 2026).
 */
final class IpCondition extends PlannedCondition {
    private final ImmutableList<IpNetwork> networks;
    private final boolean negated;

    IpCondition(Condition condition, Doubts doubts) {
        super(condition, doubts);
        this.networks = condition.values().stream()
                .flatMap(value -> IpNetwork.parse(value.text()).stream())
                .collect(ImmutableList.toImmutableList());
        this.negated = condition.operator().comparison().negated();
    }

    @Override
    Truth testValue(String value, RequestContext context) {
        Optional<byte[]> address = IpNetwork.parseAddress(value);
        if (address.isEmpty()) {
            return Truth.FALSE;
        }
        boolean any = false;
        for (IpNetwork network : networks) {
            any |= network.contains(address.get());
        }
        return Truth.of(any != negated);
    }
}

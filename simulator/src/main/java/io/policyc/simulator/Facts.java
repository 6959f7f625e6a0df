package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.request.Request;
import io.policyc.request.RequestContext;
import java.util.Locale;
import java.util.Optional;

/**
 * What the statements of a policy look at: one action on one resource. The action is in lower case, as it is compared.
 *
 * @param resource empty if nobody said
 */
record Facts(String action, Optional<String> resource, RequestContext context) {
    /** All that a request asks: once for each of its resources, or once for one that nobody named. */
    static ImmutableList<Facts> of(Request request) {
        if (request.resources().isEmpty()) {
            return ImmutableList.of(of(request.action(), Optional.empty(), request.context()));
        }
        return request.resources().stream()
                .map(resource -> of(request.action(), Optional.of(resource), request.context()))
                .collect(ImmutableList.toImmutableList());
    }

    static Facts of(String action, Optional<String> resource, RequestContext context) {
        return new Facts(action.toLowerCase(Locale.ROOT), resource, context);
    }
}

package io.policyc.simulator;

import io.policyc.request.RequestContext;
import java.util.Locale;

/** What the statements of a policy look at: one action on one resource. The action is in lower case, as it is compared. */
record Facts(String action, String resource, RequestContext context) {
    static Facts of(String action, String resource, RequestContext context) {
        return new Facts(action.toLowerCase(Locale.ROOT), resource, context);
    }
}

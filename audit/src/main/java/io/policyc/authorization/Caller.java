package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who makes the calls: some user of an account of whom nothing is said, or as much of one user as policies ask for.
 *
 * @param known the keys that say who it is, as far as they are said
 */
record Caller(String partition, String account, ImmutableMap<ConditionKey, ContextValue> known) {
    private static final String TAG = "aws:PrincipalTag/";
    private static final ConditionKey USER_NAME = ConditionKey.of("aws:username");
    private static final ConditionKey ARN = ConditionKey.of("aws:PrincipalArn");
    private static final ConditionKey REGION = ConditionKey.of("aws:RequestedRegion");
    private static final ImmutableMap<ConditionKey, ContextValue> NOBODY =
            ImmutableMap.of(USER_NAME, ContextValue.UNKNOWN, ARN, ContextValue.UNKNOWN);

    static Caller anybody(String partition, String account) {
        return new Caller(partition, account, NOBODY);
    }

    /** The same, with what is known of a user for some keys. */
    Caller as(ListedUser user, ImmutableSet<ConditionKey> keys) {
        Map<ConditionKey, ContextValue> said = new LinkedHashMap<>(NOBODY);
        for (ConditionKey key : keys) {
            if (key.equals(USER_NAME)) {
                IamName.parse(user.arn(), "user").ifPresent(name -> said.put(key, ContextValue.of(name.name())));
            } else if (key.equals(ARN)) {
                said.put(key, ContextValue.of(user.arn()));
            } else if (isTag(key) && user.tags().isPresent()) {
                said.put(key, tag(user.tags().get(), key));
            }
        }
        return new Caller(partition, account, ImmutableMap.copyOf(said));
    }

    /** Whether it depends on the user what a key holds. */
    static boolean asksWho(ConditionKey key) {
        return key.equals(USER_NAME) || key.equals(ARN) || isTag(key);
    }

    private static boolean isTag(ConditionKey key) {
        return key.spelling().regionMatches(true, 0, TAG, 0, TAG.length());
    }

    private static ContextValue tag(ImmutableMap<String, String> tags, ConditionKey key) {
        return tags.entrySet().stream()
                .filter(tag -> ConditionKey.placeholder(TAG + tag.getKey()).equals(key))
                .findFirst()
                .map(tag -> ContextValue.of(tag.getValue()))
                .orElse(ContextValue.ABSENT);
    }

    /** A call of this user to a resource of the own account. */
    Request call(DecisiveCall call, Circumstance circumstance) {
        IamUser user = IamUser.of(account, "anybody", circumstance.credentials());
        Map<ConditionKey, ContextValue> over = new LinkedHashMap<>(known);
        over.putAll(circumstance.context());
        if (!partition.equals("aws")) {
            // Services with one endpoint have it elsewhere there.
            over.put(REGION, ContextValue.UNKNOWN);
        }
        return Request.builder(user, call.action())
                .resource(call.resource(partition, account))
                .resourceAccount(account)
                .build()
                .with(over);
    }
}

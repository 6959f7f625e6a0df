package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import io.policyc.policy.ConditionKey;
import io.policyc.request.ContextValue;
import io.policyc.request.Credentials;

/** How a user may sign a call; each is open to a user who has access keys, a console password and an MFA device. */
enum Circumstance {
    ACCESS_KEY(Credentials.LONG_LIVED, ""),
    /** Right after the code was entered, when conditions on its age hold. */
    WITH_MFA(Credentials.TEMPORARY_WITH_MFA, ", with MFA only"),
    WITHOUT_MFA(Credentials.TEMPORARY, ", with temporary credentials only");

    private final Credentials credentials;
    private final String words;

    Circumstance(Credentials credentials, String words) {
        this.credentials = credentials;
        this.words = words;
    }

    Credentials credentials() {
        return credentials;
    }

    /** The condition under which an answer holds, to be put behind it. */
    String words() {
        return words;
    }

    /** What is known beside the credentials. */
    ImmutableMap<ConditionKey, ContextValue> context() {
        return this == WITH_MFA
                ? ImmutableMap.of(ConditionKey.of("aws:MultiFactorAuthAge"), ContextValue.of("1"))
                : ImmutableMap.of();
    }
}

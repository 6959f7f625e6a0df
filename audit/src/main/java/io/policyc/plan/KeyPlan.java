package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import io.policyc.credential.LongLivedCredential;
import io.policyc.credential.Owner;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to do next about an access key.
 *
 * @param due the day from which on it is to be done, or until which to wait; empty for at once
 * @param roles the names of the roles that stand in for it
 * @param evidence what is known and led here, a sentence each without a period
 * @param missing what is not known and holds it
 */
public record KeyPlan(
        LongLivedCredential key,
        Optional<Owner> owner,
        Stage stage,
        Optional<LocalDate> due,
        ImmutableList<String> roles,
        ImmutableList<String> evidence,
        ImmutableList<String> missing) {

    KeyPlan with(String more) {
        return new KeyPlan(
                key,
                owner,
                stage,
                due,
                roles,
                ImmutableList.<String>builder().addAll(evidence).add(more).build(),
                missing);
    }
}

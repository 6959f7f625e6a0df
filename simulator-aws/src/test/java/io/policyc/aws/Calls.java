package io.policyc.aws;

import com.google.common.collect.ImmutableList;
import io.policyc.comparison.SimulationCall;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyWriter;
import java.util.Optional;

/** Small calls. */
final class Calls {
    static final SimulationCall ALLOWED = new SimulationCall(
            ImmutableList.of("s3:GetObject"),
            ImmutableList.of(),
            ImmutableList.of(PolicyWriter.minified(LocatedPolicy.FULL_AWS_ACCESS.document())),
            ImmutableList.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("arn:aws:iam::111122223333:user/alice"),
            ImmutableList.of());

    private Calls() {}
}

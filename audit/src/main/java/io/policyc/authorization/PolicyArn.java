package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.JsonStream;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.util.Optional;

/** Reads an object that names a managed policy by its ARN. */
final class PolicyArn {
    private final JsonStream stream;
    private final String key;
    private final Findings findings;
    private final Kept kept;
    private Optional<String> arn = Optional.empty();

    PolicyArn(JsonStream stream, String key, Findings findings, Kept kept) {
        this.stream = stream;
        this.key = key;
        this.findings = findings;
        this.kept = kept;
    }

    void read() throws IOException {
        SourceSpan place = stream.place();
        boolean object =
                stream.members(ImmutableMap.of(key, () -> arn = stream.string().map(kept::once)));
        if (object && arn.isEmpty()) {
            findings.add(AuthorizationFindings.MISSING_KEY, place, "a policy without `" + key + "`");
        } else if (arn.isPresent() && IamName.parse(arn.get(), "policy").isEmpty()) {
            findings.add(
                    AuthorizationFindings.INVALID_VALUE,
                    place,
                    Printable.quoted(arn.get()) + " is not the ARN of a managed policy",
                    "such as arn:aws:iam::aws:policy/AdministratorAccess");
        }
    }

    /** Empty if none was given, or none that can be used, which was said. */
    Optional<String> arn() {
        return arn;
    }
}

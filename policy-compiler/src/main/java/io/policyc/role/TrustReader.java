package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ObjectNode;
import java.util.Optional;

/** Reads who may assume a role: exactly one kind. */
final class TrustReader {
    private interface Kind {
        Optional<ReadTrust> read(TrustFields trust);
    }

    private static final ImmutableMap<String, Kind> KINDS = ImmutableMap.<String, Kind>builder()
            .put("github", GithubTrust::read)
            .put("gitlab", GitlabTrust::read)
            .put("bitbucket", BitbucketTrust::read)
            .put("hcp-terraform", HcpTerraformTrust::read)
            .put("circleci", CircleCiTrust::read)
            .put("buildkite", BuildkiteTrust::read)
            .put("eks", EksTrust::read)
            .put("oidc", OidcTrust::read)
            .put("ec2", ServiceTrusts::ec2)
            .put("lambda", ServiceTrusts::lambda)
            .put("ecs", ServiceTrusts::ecs)
            .put("eks-pod-identity", ServiceTrusts::podIdentity)
            .put("service", ServiceTrusts::service)
            .put("cross-account", AccountsTrust::read)
            .put("identity-center", TrustReader::identityCenter)
            .buildOrThrow();

    private TrustReader() {}

    /** The trust of a role in an account; nothing if it could not be read. */
    static Optional<ReadTrust> read(ObjectNode trust, String account, Findings findings) {
        int errorsBefore = findings.errorCount();
        Optional<ReadTrust> read = Optional.empty();
        RoleFields kinds = new RoleFields(trust, findings);
        for (ObjectNode.Member member : trust.members()) {
            Kind kind = KINDS.get(member.key());
            if (kind == null) {
                findings.add(
                        RoleFindings.UNKNOWN_KEY,
                        member.keySpan(),
                        "unknown trust " + Printable.quoted(member.key()),
                        Suggestions.help(member.key(), KINDS.keySet()));
            } else {
                Optional<RoleFields> fields = kinds.inside(member.key());
                read = fields.flatMap(some -> read(
                        kind,
                        new TrustFields(
                                some,
                                account,
                                member.keySpan().to(member.value().span())),
                        member.key()));
            }
        }
        if (trust.members().size() != 1) {
            findings.add(
                    trust.members().isEmpty() ? RoleFindings.MISSING_KEY : RoleFindings.CONFLICTING_KEYS,
                    trust.span(),
                    "`trust` names one kind of caller, not " + trust.members().size(),
                    trust.members().isEmpty()
                            ? "known here: " + String.join(", ", KINDS.keySet())
                            : "write a role for each");
        }
        return findings.errorCount() == errorsBefore ? read : Optional.empty();
    }

    private static Optional<ReadTrust> read(Kind kind, TrustFields trust, String name) {
        Optional<ReadTrust> read = kind.read(trust);
        trust.fields().close("key of `" + name + "`");
        return read;
    }

    /** https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html. */
    private static Optional<ReadTrust> identityCenter(TrustFields trust) {
        return Optional.of(new ReadTrust(new Trust.IdentityCenter(), trust.place(), ImmutableList.of()));
    }
}

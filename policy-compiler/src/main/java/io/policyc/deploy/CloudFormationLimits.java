package io.policyc.deploy;

import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.source.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What no template may have.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">Quotas</a>
 */
final class CloudFormationLimits {
    private static final int MOST_RESOURCES = 500;
    private static final int MOST_BYTES = 1_000_000;

    /** CloudFormation puts something else in its place, wherever in a template it stands. */
    private static final String DYNAMIC_REFERENCE = "{{resolve:";

    private CloudFormationLimits() {}

    /** @param what the template is made of */
    static void check(String what, int resources, String template, Findings findings) {
        if (resources > MOST_RESOURCES || template.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            findings.add(Finding.withoutPlace(
                            DeployFindings.TOO_LARGE,
                            what + " make a template of " + template.length() + " characters; CloudFormation takes "
                                    + MOST_RESOURCES + " resources and " + MOST_BYTES + " bytes")
                    .withHelp("deploy with Terraform, or part the repository"));
        }
    }

    static boolean isReplaced(String text) {
        return text.contains(DYNAMIC_REFERENCE);
    }

    /** @param what holds such a text */
    static Finding replaced(String what, Optional<SourceSpan> place) {
        return new Finding(
                DeployFindings.DYNAMIC_REFERENCE,
                what + " holds `" + DYNAMIC_REFERENCE + "`, which CloudFormation would replace",
                place,
                Optional.of("deploy with Terraform or the AWS CLI"));
    }
}

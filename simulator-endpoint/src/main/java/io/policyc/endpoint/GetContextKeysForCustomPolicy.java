package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.policy.KeyUse;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;

/**
 * Says which context keys policies ask for, each spelling once.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html">
 *     GetContextKeysForCustomPolicy</a>
 */
final class GetContextKeysForCustomPolicy {
    static final String NAME = "GetContextKeysForCustomPolicy";

    private GetContextKeysForCustomPolicy() {}

    static Reply answer(Parameters parameters) {
        ImmutableList<String> texts = PolicyTexts.joined(parameters
                .texts("PolicyInputList")
                .orElseThrow(() -> ApiError.validation("null", "policyInputList", "not be null")));
        parameters.refuseOthers();
        PolicyTexts policies = new PolicyTexts();
        ImmutableSet.Builder<String> keys = ImmutableSet.builder();
        for (int i = 0; i < texts.size(); i++) {
            policies.checkForm(texts.get(i), "policyInputList." + (i + 1) + ".member");
            LocatedPolicy policy = read(texts.get(i), i + 1);
            KeyUse.of(policy.document()).map(use -> use.key().spelling()).forEach(keys::add);
        }
        ImmutableSet<String> found = keys.build();
        return Reply.result(
                NAME,
                found.size() + (found.size() == 1 ? " key" : " keys"),
                new XmlText().members("ContextKeyNames", found));
    }

    /** Policies of identities and of resources alike are asked about. */
    private static LocatedPolicy read(String text, int number) {
        String name = "PolicyInputList." + number;
        SourceText source = SourceText.of(name, text);
        Checked<LocatedPolicy> policy = PolicyReader.read(name, source, PolicyType.IDENTITY_POLICY);
        if (!policy.hasErrors()) {
            return policy.orThrow();
        }
        for (PolicyType type : ImmutableList.of(PolicyType.RESOURCE_POLICY, PolicyType.TRUST_POLICY)) {
            Checked<LocatedPolicy> other = PolicyReader.read(name, source, type);
            if (!other.hasErrors()) {
                return other.orThrow();
            }
        }
        throw PolicyTexts.invalid(policy, "Policy input list item " + number);
    }
}

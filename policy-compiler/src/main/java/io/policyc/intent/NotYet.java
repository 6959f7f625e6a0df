package io.policyc.intent;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.node.ObjectNode;
import io.policyc.source.SourceSpan;

/** Refuses, by name, keys that the language has and this version does not compile. */
final class NotYet {
    private NotYet() {}

    /** Reports each of the keys that is there, and hands those out. */
    static ImmutableSet<String> refuse(ObjectNode object, Findings findings, String... keys) {
        ImmutableSet.Builder<String> refused = ImmutableSet.builder();
        for (String key : keys) {
            object.member(key).ifPresent(member -> {
                refuse(key, member.keySpan(), findings);
                refused.add(key);
            });
        }
        return refused.build();
    }

    static void refuse(String key, SourceSpan place, Findings findings) {
        findings.add(
                IntentFindings.NOT_YET,
                place,
                "`" + key + "` is not supported by this version",
                "remove it; leaving it out silently would change what the policy means");
    }
}

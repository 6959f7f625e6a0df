package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named lists of principals, each read where it is defined: patterns for aws:PrincipalArn. */
record Groups(ImmutableMap<String, ImmutableList<String>> patternsByName) {
    static final Groups NONE = new Groups(ImmutableMap.of());

    /** These groups, and over them those that a map defines. */
    Groups with(ObjectNode defined, Partition partition, Findings findings) {
        Map<String, ImmutableList<String>> all = new LinkedHashMap<>(patternsByName);
        for (ObjectNode.Member member : defined.members()) {
            Values.checkName(member, "group", findings);
            FacetValues values = new FacetValues(member.key(), member.value(), member.keySpan(), partition, findings);
            all.put(member.key(), PrincipalPattern.read(values));
        }
        return new Groups(ImmutableMap.copyOf(all));
    }
}

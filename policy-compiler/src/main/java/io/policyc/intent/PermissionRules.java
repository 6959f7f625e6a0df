package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import java.util.HashMap;

/**
 * Reads what a role may do: rules as intents have them, which allow, name their resources and have no exceptions.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource is
 *     required in identity-based policies</a>
 */
public final class PermissionRules {
    private static final ImmutableSet<String> KEYS = ImmutableSet.of("sid", "allow", "resources", "when");

    private PermissionRules() {}

    /** The rules that could be read; all mistakes are found. */
    public static ImmutableList<IntentRule> read(ArrayNode list, IntentContext context, Findings findings) {
        RuleReader reader = new RuleReader(context, findings, new HashMap<>());
        ImmutableList.Builder<IntentRule> rules = ImmutableList.builder();
        for (Node node : list.elements()) {
            if (!(node instanceof ObjectNode object) || isPermission(object, findings)) {
                reader.read(node).ifPresent(rules::add);
            }
        }
        return rules.build();
    }

    private static boolean isPermission(ObjectNode object, Findings findings) {
        int errorsBefore = findings.errorCount();
        for (ObjectNode.Member member : object.members()) {
            if (!KEYS.contains(member.key())) {
                findings.add(
                        IntentFindings.UNKNOWN_KEY,
                        member.keySpan(),
                        "unknown key of a permission " + Printable.quoted(member.key()),
                        member.key().equals("deny")
                                ? "what is not allowed is denied; what nobody may do is for an intent in intents/"
                                : Suggestions.help(member.key(), KEYS));
            }
        }
        for (String key : ImmutableList.of("allow", "resources")) {
            if (object.member(key).isEmpty()) {
                findings.add(
                        IntentFindings.MISSING_KEY,
                        object.span(),
                        "the permission has no `" + key + "`",
                        key.equals("allow")
                                ? "write an action or a list of actions"
                                : "write ARNs, or \"*\" for all resources");
            }
        }
        return findings.errorCount() == errorsBefore;
    }
}

package io.policyc.intent;

import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.policy.ValueTemplate.Variable;
import io.policyc.vocabulary.ContextKeys;

/**
 * Refuses values that still hold something to be filled in: a <code>${…}</code> that is no condition key never resolves,
 * and an exception with one in it exempts nobody.
 */
final class Placeholders {
    private Placeholders() {}

    /** Whether the text is free of them; the first one is reported. */
    static boolean check(ScalarNode scalar, Findings findings) {
        if (isReported(scalar)) {
            return false;
        }
        ValueTemplate template = new ValueTemplate(scalar.text());
        if (template.hasMalformedVariable()) {
            findings.add(
                    IntentFindings.UNKNOWN_VARIABLE,
                    scalar.span(),
                    Printable.quoted(scalar.text()) + " holds a `${` that starts no policy variable",
                    "write ${key} or ${key, 'default'}; a dollar sign itself is ${$}");
            return false;
        }
        for (Part part : template.parts(PolicyVersion.V2012_10_17)) {
            if (part instanceof Variable variable
                    && ContextKeys.typeOf(variable.key()).isEmpty()) {
                reportUnknown(scalar, variable.key(), findings);
                return false;
            }
        }
        return true;
    }

    /** Whether it still holds the name of a value, which {@link Substitution} has reported then. */
    static boolean isReported(ScalarNode scalar) {
        return scalar.text().contains("((");
    }

    private static void reportUnknown(ScalarNode scalar, ConditionKey key, Findings findings) {
        String help = Suggestions.nearest(key.spelling(), ContextKeys.names(), findings)
                .map(name -> "did you mean `${" + name + "}`?")
                .orElse("policy variables are condition keys, for example ${aws:username}");
        findings.add(
                IntentFindings.UNKNOWN_VARIABLE,
                scalar.span(),
                "`${" + Printable.line(key.spelling()) + "}` is no condition key known on " + ContextKeys.DATE
                        + ", so it never has a value",
                help);
    }
}

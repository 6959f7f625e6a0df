package io.policyc.evidence;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import io.policyc.evidence.Denial.Manner;
import java.util.Optional;

/** Reads which type of policy a message blames, and which policy. */
final class DenialText {
    private static final String EXPLICIT = "explicit deny";
    private static final String IMPLICIT = "because no ";
    private static final String THROUGH = " transitively through ";

    private DenialText() {}

    /** @param text what follows the words that somebody is not authorized, in one line */
    static Denial read(String text) {
        String lower = Ascii.toLowerCase(text);
        int explicit = lower.indexOf(EXPLICIT);
        if (explicit >= 0) {
            int after = explicit + EXPLICIT.length();
            boolean named = lower.startsWith(" in ", after);
            return named ? blame(Manner.EXPLICIT, text, after + " in ".length()) : unnamed(Manner.EXPLICIT);
        }
        int implicit = lower.indexOf(IMPLICIT);
        return implicit < 0 ? Denial.UNEXPLAINED : blame(Manner.IMPLICIT, text, implicit + IMPLICIT.length());
    }

    private static Denial unnamed(Manner manner) {
        return new Denial(manner, Optional.empty(), Optional.empty());
    }

    private static Denial blame(Manner manner, String text, int from) {
        String type = withoutArticle(Ascii.toLowerCase(text.substring(from)));
        Optional<DenyingPolicy> policy = DenyingPolicy.at(type);
        int through = type.indexOf(THROUGH);
        if (through >= 0) {
            // A VPC endpoint's policy is named first, then the policy that stopped the request on its way.
            policy = DenyingPolicy.at(withoutArticle(type.substring(through + THROUGH.length())))
                    .or(() -> DenyingPolicy.at(type));
        }
        if (policy.isEmpty()) {
            return manner == Manner.EXPLICIT ? unnamed(manner) : Denial.UNEXPLAINED;
        }
        return new Denial(manner, policy, arn(text.substring(from)));
    }

    private static String withoutArticle(String text) {
        return DenyingPolicy.ARTICLES.stream()
                .filter(text::startsWith)
                .findFirst()
                .map(article -> text.substring(article.length()))
                .orElse(text);
    }

    /** The policy's ARN, which follows its type after a colon, if it is there. */
    private static Optional<String> arn(String blame) {
        int colon = blame.indexOf(": arn:");
        if (colon < 0 || blame.substring(0, colon).contains(". ")) {
            return Optional.empty();
        }
        String rest = blame.substring(colon + 2);
        int end = rest.indexOf(' ');
        return Optional.of(CharMatcher.anyOf(".,;\"')").trimTrailingFrom(end < 0 ? rest : rest.substring(0, end)));
    }
}

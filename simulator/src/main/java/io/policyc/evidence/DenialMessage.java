package io.policyc.evidence;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of AWS that denies access, taken apart. It may stand within other text, as a client prints it, and be broken
 * into lines.
 *
 * @param caller as the message names it, usually an ARN
 * @param action {@code service:Name}, in the letter case of the message
 * @param resource as the message names it: an ARN, {@code *}, or words
 * @param encoded whether an encoded message follows, which says more
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error
 *     messages</a>
 */
public record DenialMessage(
        Optional<String> caller, String action, Optional<String> resource, Denial denial, boolean encoded) {

    private static final Pattern NOT_AUTHORIZED = Pattern.compile("not authorized to perform:? ");
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9_-]+");
    private static final Pattern ON_RESOURCE = Pattern.compile("[\"'`.,]* on (?:the )?resource:? ");
    private static final String CALLER = "User: ";
    private static final String ENCODED = "Encoded authorization failure message:";

    /** An encoded message has at most 10,240 characters, and the rest is short. */
    static final int LONGEST = 64 * 1024;

    /** What ends the name of a resource that is not quoted. */
    private static final List<String> AFTER_RESOURCE = List.of(
            " with an explicit deny",
            " due to an explicit deny",
            " because ",
            " (Service:",
            " (Status Code:",
            ". " + ENCODED,
            " " + ENCODED);

    /** Takes the first denial of a text apart; empty if there is none that names an action. */
    public static Optional<DenialMessage> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String line = CharMatcher.whitespace().trimAndCollapseFrom(text, ' ');
        Matcher matcher = NOT_AUTHORIZED.matcher(line);
        while (matcher.find()) {
            String rest = beforeNext(line.substring(matcher.end()));
            String action = action(rest);
            if (ACTION.matcher(action).matches()) {
                return Optional.of(new DenialMessage(
                        caller(line.substring(0, matcher.start())),
                        action,
                        resource(rest.substring(rest.indexOf(action) + action.length())),
                        DenialText.read(rest),
                        line.contains(ENCODED)));
            }
        }
        return Optional.empty();
    }

    /** Of a log with several messages only the first counts. */
    private static String beforeNext(String rest) {
        int next = rest.indexOf(CALLER);
        return next < 0 ? rest : rest.substring(0, next);
    }

    /** Whether a text holds an encoded message, which only AWS can read. */
    public static boolean isEncoded(String text) {
        return CharMatcher.whitespace().collapseFrom(text, ' ').contains(ENCODED);
    }

    /** The first word without the punctuation of the sentence around it. */
    private static String action(String rest) {
        int end = rest.indexOf(' ');
        return CharMatcher.anyOf("\"'`.,;").trimFrom(end < 0 ? rest : rest.substring(0, end));
    }

    private static Optional<String> caller(String before) {
        int start = before.lastIndexOf(CALLER);
        if (start < 0) {
            return Optional.empty();
        }
        String name = before.substring(start + CALLER.length());
        int end = name.indexOf(' ');
        return Optional.of(end < 0 ? name : name.substring(0, end)).filter(word -> !word.isEmpty());
    }

    private static Optional<String> resource(String rest) {
        Matcher matcher = ON_RESOURCE.matcher(rest);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String name = rest.substring(matcher.end());
        int quote = name.startsWith("\"") ? name.indexOf('"', 1) : -1;
        if (quote > 0) {
            return Optional.of(name.substring(1, quote));
        }
        int end = AFTER_RESOURCE.stream()
                .map(name::indexOf)
                .filter(at -> at >= 0)
                .min(Integer::compare)
                .orElse(name.length());
        String resource = CharMatcher.whitespace().trimFrom(name.substring(0, end));
        boolean sentence = resource.endsWith(".") && end == name.length();
        return Optional.of(sentence ? resource.substring(0, resource.length() - 1) : resource)
                .filter(found -> !found.isEmpty());
    }
}

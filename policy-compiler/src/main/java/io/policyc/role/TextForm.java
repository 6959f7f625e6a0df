package io.policyc.role;

import java.util.regex.Pattern;

/**
 * The form that a text of a role file must have.
 *
 * @param words what it is, for a message: {@code is not …}
 */
record TextForm(Pattern pattern, String words) {
    // Groups repeat possessively: otherwise Java takes a stack frame for each turn.

    /** Any text in which something can be seen. */
    static final TextForm ANY = of("(?s).*\\S.*", "a text");

    static final TextForm ACCOUNT = of("[0-9]{12}", "an account id of twelve digits");
    /** What git allows and more: https://git-scm.com/docs/git-check-ref-format. No name has a colon. */
    static final TextForm REF = of("[^:\\s]+", "the name of a branch or tag, in which wildcards may stand");

    static final TextForm REGION = of("[a-z]{2}(?:-[a-z]+)++-[0-9]{1,2}", "a Region such as `eu-central-1`");
    static final TextForm UUID =
            of("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "a UUID in lower case, without braces");

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html: no port, no query; a URL has at most 255 characters. */
    static final TextForm ISSUER = of(
            "(?!.{256})(?:[A-Za-z0-9-]+\\.)++[A-Za-z0-9-]+(?:/[A-Za-z0-9._~%-]+)*+/?",
            "the URL of an issuer without `https://`, port and query, such as `token.actions.githubusercontent.com`");

    static final TextForm SERVICE = of(
            "(?:(?!amazonaws\\.com$)[a-z0-9-]+\\.)++amazonaws\\.com",
            "a service principal such as `glue.amazonaws.com`");

    static TextForm of(String regex, String words) {
        return new TextForm(Pattern.compile(regex), words);
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}

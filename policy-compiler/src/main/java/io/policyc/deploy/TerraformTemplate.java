package io.policyc.deploy;

/**
 * Text that Terraform takes literally. In a string <code>${</code> and <code>%{</code> begin something and are doubled to
 * stand for themselves; a {@code $} or {@code %} right before them is written as an expression, since three in a row would
 * be read otherwise.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences">Escape sequences</a>
 */
final class TerraformTemplate {
    private TerraformTemplate() {}

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isSign(text.charAt(end))) {
                end++;
            }
            if (end == at) {
                escaped.append(text.charAt(at));
                at++;
                continue;
            }
            if (end < text.length() && text.charAt(end) == '{') {
                text.substring(at, end - 1)
                        .chars()
                        .forEach(sign ->
                                escaped.append("${\"").append((char) sign).append("\"}"));
                escaped.append(text.charAt(end - 1)).append(text.charAt(end - 1));
            } else {
                escaped.append(text, at, end);
            }
            at = end;
        }
        return escaped.toString();
    }

    private static boolean isSign(char c) {
        return c == '$' || c == '%';
    }
}

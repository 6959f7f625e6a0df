package io.policyc.comparison;

/**
 * Text that arrives as it is: XML has no other characters, and UTF-8 no halves of them.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0: Characters</a>
 */
final class SendableText {
    private SendableText() {}

    static boolean is(String text) {
        return text.codePoints().allMatch(SendableText::isCharacter);
    }

    private static boolean isCharacter(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}

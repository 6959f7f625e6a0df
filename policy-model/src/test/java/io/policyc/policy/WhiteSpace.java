package io.policyc.policy;

/** Takes JSON apart by itself, so that tests of the writer do not rest on the parser that the reader uses. */
final class WhiteSpace {
    private WhiteSpace() {}

    /** A reading of JSON's grammar of its own: only strings hold white space that means something. */
    static String outsideStringsRemoved(String json) {
        StringBuilder kept = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c == '\\') {
                kept.append(c).append(json.charAt(++i));
                continue;
            }
            inString ^= c == '"';
            if (inString || " \n\r\t".indexOf(c) < 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}

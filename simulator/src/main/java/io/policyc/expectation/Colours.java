package io.policyc.expectation;

/** ANSI colours, https://www.ecma-international.org/publications-and-standards/standards/ecma-48/. */
final class Colours {
    private Colours() {}

    static String paint(String text, String code) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}

package io.policyc.endpoint;

import java.util.Optional;

/** Writes XML: elements and text, no attributes but the namespace. */
final class XmlText {
    private static final String NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/";

    /** No client wants more in one answer. */
    private static final int LONGEST = 32 * 1024 * 1024;

    private final StringBuilder text = new StringBuilder();

    XmlText root(String name, Runnable content) {
        text.append('<').append(name).append(" xmlns=\"").append(NAMESPACE).append("\">");
        content.run();
        return close(name);
    }

    XmlText element(String name, Runnable content) {
        text.append('<').append(name).append('>');
        content.run();
        return close(name);
    }

    XmlText text(String name, String content) {
        text.append('<').append(name).append('>');
        escape(content);
        return close(name);
    }

    XmlText text(String name, int content) {
        return text(name, String.valueOf(content));
    }

    XmlText text(String name, boolean content) {
        return text(name, String.valueOf(content));
    }

    XmlText text(String name, Optional<String> content) {
        content.ifPresent(found -> text(name, found));
        return this;
    }

    /** A list of texts, as the Query API writes it. */
    XmlText members(String name, Iterable<String> members) {
        return element(name, () -> members.forEach(member -> text("member", member)));
    }

    XmlText append(XmlText other) {
        text.append(other.text);
        return this;
    }

    int length() {
        return text.length();
    }

    private XmlText close(String name) {
        text.append("</").append(name).append(">");
        if (text.length() > LONGEST) {
            throw ApiError.invalidInput("the answer would be larger than 32 MiB; ask about fewer resources at a time");
        }
        return this;
    }

    /** Control characters that XML does not have cannot come here: {@link Form} refuses them. */
    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                default -> text.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

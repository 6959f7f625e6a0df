package io.policyc.intent;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in one line, in the words of its author: {@code iam-user/break-glass/* and region eu-west-1}. It is rendered
 * from the tree, so that it reads the same wherever its parts were written.
 */
final class ConditionWords {
    private static final CharMatcher QUOTED = CharMatcher.whitespace().or(CharMatcher.anyOf("\"()"));

    private ConditionWords() {}

    static String of(List<ObjectNode.Member> members) {
        return all(members).text();
    }

    /** What holds a phrase together. */
    private enum Link {
        NONE,
        /** The values of one key. */
        LIST,
        OR,
        AND
    }

    private record Phrase(String text, Link link) {
        /** The phrase as a part of a longer one. */
        String within(Link outer) {
            return link == Link.NONE || link == outer ? text : "(" + text + ")";
        }
    }

    private static Phrase all(List<ObjectNode.Member> members) {
        return join(members.stream().map(ConditionWords::entry).toList(), Link.AND);
    }

    private static Phrase entry(ObjectNode.Member member) {
        Phrase value = phrase(member.value());
        return switch (member.key()) {
            // Its values say by themselves that they are principals.
            case "principal", "any" -> value;
            case "all" -> member.value() instanceof ArrayNode list ? join(phrases(list.elements()), Link.AND) : value;
            case "not" -> new Phrase("not " + value.within(Link.NONE), Link.NONE);
            default -> keyed(scalar(member.key()), value);
        };
    }

    private static Phrase keyed(String key, Phrase value) {
        boolean list = value.link() == Link.LIST || value.link() == Link.OR;
        return list
                ? new Phrase(key + " " + value.text(), Link.LIST)
                : new Phrase(key + " " + value.within(Link.NONE), Link.NONE);
    }

    private static Phrase phrase(Node node) {
        if (node instanceof ObjectNode object) {
            return all(object.members());
        }
        if (node instanceof ArrayNode array) {
            return join(phrases(array.elements()), Link.OR);
        }
        return new Phrase(node instanceof ScalarNode scalar ? scalar(scalar.text()) : "", Link.NONE);
    }

    private static ImmutableList<Phrase> phrases(List<Node> nodes) {
        return nodes.stream().map(ConditionWords::phrase).collect(ImmutableList.toImmutableList());
    }

    private static Phrase join(List<Phrase> phrases, Link link) {
        if (phrases.size() == 1) {
            return phrases.get(0);
        }
        String word = link == Link.AND ? " and " : " or ";
        return new Phrase(phrases.stream().map(phrase -> phrase.within(link)).collect(Collectors.joining(word)), link);
    }

    private static String scalar(String text) {
        return text.isEmpty() || QUOTED.matchesAnyOf(text) ? '"' + text.replace("\"", "\\\"") + '"' : text;
    }
}

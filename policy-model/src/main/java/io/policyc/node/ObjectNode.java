package io.policyc.node;

import com.google.common.collect.ImmutableList;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/** An object (JSON) or a map (YAML), members in the order of the text, each key once. */
public record ObjectNode(ImmutableList<Member> members, SourceSpan span) implements Node {

    /** A key and its value. */
    public record Member(String key, SourceSpan keySpan, Node value) {}

    public Optional<Member> member(String key) {
        return members.stream().filter(member -> member.key().equals(key)).findFirst();
    }

    public Optional<Node> get(String key) {
        return member(key).map(Member::value);
    }

    @Override
    public String kind() {
        return "an object";
    }
}

package io.policyc.evidence;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts together the description of a request as test files have it, each part with its place in the evidence. Of two
 * values for one key the first stays.
 */
public final class Description {
    /** Condition keys that the kind of a role's session settles, which is seldom told. */
    public static final ImmutableList<String> BY_KIND_OF_SESSION = ImmutableList.of(
            "aws:FederatedProvider",
            "aws:SignInSessionArn",
            "aws:Ec2InstanceSourceVpc",
            "aws:Ec2InstanceSourcePrivateIPv4",
            "ec2:SourceInstanceArn",
            "ec2:RoleDelivery",
            "lambda:SourceFunctionArn",
            "ssm:SourceInstanceArn");

    private final SourceSpan place;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Member> context = new LinkedHashMap<>();
    private final List<ScalarNode> absent = new ArrayList<>();
    private final List<ScalarNode> unknown = new ArrayList<>();
    private final Set<String> mentioned = new LinkedHashSet<>();

    /** @param place of the evidence as a whole */
    public Description(SourceSpan place) {
        this.place = place;
    }

    /** A key of the description with one value. */
    public Description put(String key, String value, SourceSpan at) {
        return put(key, scalar(value, at));
    }

    public Description put(String key, Node value) {
        members.putIfAbsent(key, new Member(key, value.span(), value));
        return this;
    }

    /** A key with an object of texts. */
    public Description put(String key, Map<String, String> values, SourceSpan at) {
        ImmutableList<Member> fields = values.entrySet().stream()
                .map(entry -> new Member(entry.getKey(), at, scalar(entry.getValue(), at)))
                .collect(ImmutableList.toImmutableList());
        return put(key, new ObjectNode(fields, at));
    }

    public Description context(String key, String value, SourceSpan at) {
        return context(key, scalar(value, at));
    }

    /** A condition key with one value or a list of them. */
    public Description context(String key, Node value) {
        if (mentioned.add(Ascii.toLowerCase(key))) {
            context.put(key, new Member(key, value.span(), value));
        }
        return this;
    }

    /** A condition key that the request does not have, which has to follow from what the evidence says. */
    public Description absent(String key, SourceSpan at) {
        if (mentioned.add(Ascii.toLowerCase(key))) {
            absent.add(scalar(key, at));
        }
        return this;
    }

    /** Condition keys that another part of the description would settle, though the evidence does not tell them. */
    public Description unknown(Iterable<String> keys, SourceSpan at) {
        for (String key : keys) {
            if (mentioned.add(Ascii.toLowerCase(key))) {
                unknown.add(scalar(key, at));
            }
        }
        return this;
    }

    public ObjectNode build() {
        ImmutableList.Builder<Member> all = ImmutableList.<Member>builder().addAll(members.values());
        if (!context.isEmpty()) {
            all.add(new Member("context", place, new ObjectNode(ImmutableList.copyOf(context.values()), place)));
        }
        list("absent", absent, all);
        list("unknown", unknown, all);
        return new ObjectNode(all.build(), place);
    }

    private void list(String key, List<ScalarNode> values, ImmutableList.Builder<Member> all) {
        if (!values.isEmpty()) {
            all.add(new Member(key, place, new ArrayNode(ImmutableList.copyOf(values), place)));
        }
    }

    private static ScalarNode scalar(String text, SourceSpan at) {
        return new ScalarNode(ScalarNode.Type.STRING, text, at);
    }
}

package io.policyc.request;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.node.ScalarNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lays one description of a request over another, as a test lies over the defaults of its file. A key above replaces the
 * key below; {@code context}, {@code absent} and {@code unknown} are one whole, in which a condition key above replaces the
 * same condition key below, also where one of the two has a short form, such as {@code region} for aws:RequestedRegion. Credentials below do not hold for
 * a principal above that has none of its own.
 */
final class RequestLayers {
    private static final ImmutableSet<String> KEYS_OF_CONTEXT = ImmutableSet.of("context", "absent", "unknown");

    /** Short forms and the condition keys that they fill, in lower case. */
    static final ImmutableMap<String, ImmutableSet<String>> SHORT_FORMS =
            ImmutableMap.<String, ImmutableSet<String>>builder()
                    .put("resource-account", ImmutableSet.of("aws:resourceaccount"))
                    .put("region", ImmutableSet.of("aws:requestedregion"))
                    .put("client", ImmutableSet.of("aws:useragent"))
                    .put("user-agent", ImmutableSet.of("aws:useragent"))
                    .put("time", ImmutableSet.of("aws:currenttime", "aws:epochtime"))
                    .put("source-ip", ImmutableSet.of("aws:sourceip"))
                    .put("mfa", ImmutableSet.of("aws:multifactorauthpresent"))
                    .put(
                            "via",
                            ImmutableSet.of(
                                    "aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast"))
                    .buildOrThrow();

    /** Keys of which a request has at most one. */
    static final ImmutableList<ImmutableSet<String>> ALTERNATIVES =
            ImmutableList.of(ImmutableSet.of("resource", "resources"), ImmutableSet.of("client", "user-agent"));

    private RequestLayers() {}

    static ObjectNode merge(ObjectNode below, ObjectNode above) {
        Set<String> replaced = new LinkedHashSet<>();
        Set<String> conditionKeys = new LinkedHashSet<>();
        for (Member member : above.members()) {
            replaced.add(member.key());
            ALTERNATIVES.stream().filter(set -> set.contains(member.key())).forEach(replaced::addAll);
            conditionKeys.addAll(SHORT_FORMS.getOrDefault(member.key(), ImmutableSet.of()));
            if (KEYS_OF_CONTEXT.contains(member.key())) {
                conditionKeys.addAll(conditionKeys(member.value()));
            }
        }
        SHORT_FORMS.forEach((shortForm, keys) -> {
            if (keys.stream().anyMatch(conditionKeys::contains)) {
                replaced.add(shortForm);
            }
        });
        if (above.get("principal")
                .filter(node -> !PrincipalReader.takesCredentials(node))
                .isPresent()) {
            replaced.add("credentials");
            replaced.add("mfa");
        }
        ImmutableList.Builder<Member> members = ImmutableList.builder();
        for (Member member : below.members()) {
            if (KEYS_OF_CONTEXT.contains(member.key())) {
                Node rest = without(member.value(), conditionKeys);
                Node both =
                        above.get(member.key()).map(more -> join(rest, more)).orElse(rest);
                members.add(new Member(member.key(), member.keySpan(), both));
            } else if (!replaced.contains(member.key())) {
                members.add(member);
            }
        }
        for (Member member : above.members()) {
            boolean joined = KEYS_OF_CONTEXT.contains(member.key())
                    && below.get(member.key()).isPresent();
            if (!joined) {
                members.add(member);
            }
        }
        return new ObjectNode(members.build(), above.span());
    }

    private static Set<String> conditionKeys(Node node) {
        Set<String> keys = new LinkedHashSet<>();
        if (node instanceof ObjectNode object) {
            object.members().forEach(member -> keys.add(folded(member.key())));
        } else {
            elements(node).forEach(element -> keys.add(key(element)));
        }
        return keys;
    }

    private static Node without(Node node, Set<String> keys) {
        if (node instanceof ObjectNode object) {
            return new ObjectNode(
                    object.members().stream()
                            .filter(member -> !keys.contains(folded(member.key())))
                            .collect(ImmutableList.toImmutableList()),
                    object.span());
        }
        return new ArrayNode(
                elements(node).stream()
                        .filter(element -> !keys.contains(key(element)))
                        .collect(ImmutableList.toImmutableList()),
                node.span());
    }

    /** Both together; of two things that cannot be joined the one above, which is then reported as what it is. */
    private static Node join(Node below, Node above) {
        if (below instanceof ObjectNode first && above instanceof ObjectNode second) {
            return new ObjectNode(
                    ImmutableList.<Member>builder()
                            .addAll(first.members())
                            .addAll(second.members())
                            .build(),
                    above.span());
        }
        if (below instanceof ArrayNode first && !(above instanceof ObjectNode)) {
            return new ArrayNode(
                    ImmutableList.<Node>builder()
                            .addAll(first.elements())
                            .addAll(elements(above))
                            .build(),
                    above.span());
        }
        return above;
    }

    private static List<Node> elements(Node node) {
        return node instanceof ArrayNode array ? array.elements() : ImmutableList.of(node);
    }

    private static String key(Node node) {
        return node instanceof ScalarNode scalar ? folded(scalar.text()) : "";
    }

    private static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}

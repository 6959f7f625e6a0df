package io.policyc.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.request.RequestReader;
import io.policyc.request.RequestVariant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request that met AWS, as far as an event or a message tells of it, and what AWS answered. What it does not tell is
 * left open, never taken to be absent.
 *
 * @param source what it was read from, as the user knows it
 * @param caller the principal as it is named there, for a session the ARN of the session; empty if nobody is
 * @param description the request as test files describe it, without what is not told
 * @param answer what AWS answered; empty if that is not told
 * @param notes what is not told, and what is guessed
 */
public record Evidence(
        String source,
        Optional<String> caller,
        ObjectNode description,
        Optional<AwsAnswer> answer,
        ImmutableList<Finding> notes) {

    /** Condition keys of one caller and no other. */
    private static final ImmutableSet<String> OF_CALLER =
            ImmutableSet.of("aws:userid", "aws:SourceIdentity", "ec2:RoleDelivery");

    /** Keys of a description, and condition keys, that belong to the credentials. */
    private static final ImmutableSet<String> OF_CREDENTIALS =
            ImmutableSet.of("credentials", "mfa", "aws:TokenIssueTime", "aws:MultiFactorAuthPresent");

    /** What a request cannot do without. */
    private static final ImmutableList<String> NEEDED = ImmutableList.of("principal", "action");

    /** Of the keys that a request cannot do without, those that neither this nor what lies over it has. */
    public ImmutableList<String> missing(ObjectNode over) {
        return NEEDED.stream()
                .filter(key -> Stream.of(description, over)
                        .allMatch(layer -> layer.get(key).isEmpty()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The requests that this stands for. */
    public Checked<ImmutableList<RequestVariant>> requests(RequestReader reader) {
        return requests(reader, new ObjectNode(ImmutableList.of(), description.span()));
    }

    /** The requests that this stands for, with a description over it that completes or changes what was read. */
    public Checked<ImmutableList<RequestVariant>> requests(RequestReader reader, ObjectNode over) {
        return requests(reader, ImmutableList.of(), ImmutableList.of(over));
    }

    /**
     * The requests that this stands for among other descriptions.
     *
     * @param below what holds where this does not tell, each over those before it
     * @param over what completes or changes this, each over those before it
     */
    public Checked<ImmutableList<RequestVariant>> requests(
            RequestReader reader, List<ObjectNode> below, List<ObjectNode> over) {
        return reader.read(ImmutableList.<ObjectNode>builder()
                .addAll(below)
                .add(under(over))
                .addAll(over)
                .build());
    }

    /** What still holds where something else is given: facts about the caller do not hold for another one. */
    private ObjectNode under(List<ObjectNode> over) {
        boolean other = description.get("principal").isPresent() && isIn(over, "principal");
        boolean credentials = other || isIn(over, "credentials");
        ImmutableList.Builder<Member> members = ImmutableList.builder();
        for (Member member : description.members()) {
            if (member.value() instanceof ObjectNode keys && member.key().equals("context")) {
                members.add(new Member(member.key(), member.keySpan(), without(keys, other, credentials)));
            } else if (!(credentials && OF_CREDENTIALS.contains(member.key()))) {
                members.add(member);
            }
        }
        return new ObjectNode(members.build(), description.span());
    }

    private static boolean isIn(List<ObjectNode> layers, String key) {
        return layers.stream().anyMatch(layer -> layer.get(key).isPresent());
    }

    private static ObjectNode without(ObjectNode context, boolean caller, boolean credentials) {
        return new ObjectNode(
                context.members().stream()
                        .filter(key -> !(caller && OF_CALLER.contains(key.key())))
                        .filter(key -> !(credentials && OF_CREDENTIALS.contains(key.key())))
                        .collect(ImmutableList.toImmutableList()),
                context.span());
    }
}

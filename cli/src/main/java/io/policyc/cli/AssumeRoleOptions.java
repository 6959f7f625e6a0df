package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for a request that asks for a role: which, and by what. They complete the object that a test file would hold. */
final class AssumeRoleOptions {
    private static final String EXTERNAL_ID = "sts:ExternalId";

    @Option(
            names = "--assume-role",
            paramLabel = "ROLE",
            description = "A role of the repository by its name, or an ARN with --trust-policy. Who asks is said by"
                    + " --principal or --token.")
    Optional<String> role = Optional.empty();

    @Option(
            names = "--token",
            paramLabel = "FILE|-",
            description = "The payload of a token, or the token itself, of which nothing is verified and nothing but"
                    + " claims shown; as JSON lines one answer a token.")
    Optional<Path> token = Optional.empty();

    @Option(names = "--external-id", paramLabel = "ID", description = "What the caller sends; else it sends none.")
    Optional<String> externalId = Optional.empty();

    boolean isGiven() {
        return role.isPresent() || token.isPresent() || externalId.isPresent();
    }

    /** The role that is asked for, if one is. */
    Optional<Checked<AssumedRole>> role(PolicyOptions policies, RequestOptions request, GlobalOptions options) {
        if (role.isEmpty()) {
            if (isGiven()) {
                throw new UsageException("--token and --external-id say how a role is asked for: add --assume-role");
            }
            return Optional.empty();
        }
        if (!request.resources.isEmpty()) {
            throw new UsageException("--assume-role says which resource is meant; leave --resource out");
        }
        if (token.isPresent() == request.principal.isPresent()) {
            throw new UsageException("say who asks for the role: --principal WHO or --token FILE, not both");
        }
        if (token.isPresent() && externalId.isPresent()) {
            throw new UsageException("who shows a token sends no external id; leave --external-id out");
        }
        return role.map(name -> AssumedRole.of(name, policies.others.trust.isPresent(), options));
    }

    /** Hands over each request, in the order of the tokens, or the only one. */
    void requests(
            AssumedRole asked,
            RequestOptions request,
            GlobalOptions options,
            InputStream in,
            Consumer<Checked<Node>> each)
            throws IOException {
        ObjectNode described = request.node();
        if (token.isEmpty()) {
            each.accept(Checked.of(withRole(described, asked, ImmutableList.of())));
            return;
        }
        RequestSource.read(
                token.get(),
                options,
                in,
                TokenText::read,
                payload -> each.accept(payload.map(found -> withRole(described, asked, ofToken(found)))));
    }

    /** The token as principal; its subject names the answer. */
    private static ImmutableList<Member> ofToken(Node payload) {
        ObjectNode principal =
                new ObjectNode(ImmutableList.of(new Member("token", payload.span(), payload)), payload.span());
        ImmutableList.Builder<Member> members = ImmutableList.builder();
        if (payload instanceof ObjectNode claims
                && claims.get("sub").orElse(null) instanceof ScalarNode subject
                && !subject.isNull()) {
            members.add(new Member("id", subject.span(), subject));
        }
        return members.add(new Member("principal", payload.span(), principal)).build();
    }

    /** The request where nobody asks what it is called. */
    static Node withoutId(Node request) {
        ObjectNode object = (ObjectNode) request;
        return new ObjectNode(
                object.members().stream()
                        .filter(member -> !member.key().equals("id"))
                        .collect(ImmutableList.toImmutableList()),
                object.span());
    }

    private ObjectNode withRole(ObjectNode described, AssumedRole asked, ImmutableList<Member> caller) {
        ImmutableList.Builder<Member> members = ImmutableList.builder();
        members.addAll(caller);
        boolean action = described.get("action").isPresent();
        if (!action) {
            members.add(member("action", token.isPresent() ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole"));
        }
        members.add(member("resource", asked.arn()));
        boolean sendsNone = token.isEmpty() && externalId.isEmpty() && !action && !mentions(described, EXTERNAL_ID);
        for (Member member : described.members()) {
            boolean added = (member.key().equals("context") && externalId.isPresent())
                    || (member.key().equals("absent") && sendsNone);
            if (!added) {
                members.add(member);
            }
        }
        externalId.ifPresent(id -> {
            Member given = member(EXTERNAL_ID, id);
            members.add(new Member("context", given.keySpan(), context(described, given)));
        });
        if (sendsNone) {
            Node key = scalar("--assume-role", EXTERNAL_ID);
            members.add(new Member("absent", key.span(), absent(described, key)));
        }
        return new ObjectNode(members.build(), described.span());
    }

    private static boolean mentions(ObjectNode described, String key) {
        return Stream.of("context", "absent", "unknown")
                .flatMap(name -> described.get(name).stream())
                .flatMap(node -> node instanceof ObjectNode object
                        ? object.members().stream().map(Member::key)
                        : ((ArrayNode) node).elements().stream().map(one -> ((ScalarNode) one).text()))
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(key.toLowerCase(Locale.ROOT)));
    }

    private static Node context(ObjectNode described, Member given) {
        ImmutableList<Member> others = described
                .get("context")
                .map(node -> ((ObjectNode) node).members())
                .orElse(ImmutableList.of());
        return new ObjectNode(
                ImmutableList.<Member>builder().addAll(others).add(given).build(), given.keySpan());
    }

    private static Node absent(ObjectNode described, Node key) {
        ImmutableList<Node> others = described
                .get("absent")
                .map(node -> ((ArrayNode) node).elements())
                .orElse(ImmutableList.of());
        return new ArrayNode(
                ImmutableList.<Node>builder().addAll(others).add(key).build(), key.span());
    }

    private static Member member(String key, String value) {
        String option = key.equals(EXTERNAL_ID) ? "--external-id" : "--assume-role";
        ScalarNode node = scalar(option, value);
        return new Member(key, node.span(), node);
    }

    private static ScalarNode scalar(String option, String text) {
        SourceText source = SourceText.of(option, text);
        return new ScalarNode(
                ScalarNode.Type.STRING,
                text,
                new SourceSpan(source, 1, 1, 1, Math.max(1, source.line(1).length()) + 1));
    }
}

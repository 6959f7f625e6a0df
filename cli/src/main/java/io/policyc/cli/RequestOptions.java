package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that describe one request. They become the same object that test files hold, and are read as one. */
final class RequestOptions {
    @Option(
            names = "--principal",
            paramLabel = "WHO",
            description = "iam-user/alice, role/ci, identity-center/Admin, root, … or an ARN.")
    Optional<String> principal = Optional.empty();

    @Option(names = "--action", paramLabel = "ACTION", description = "For example s3:GetObject.")
    Optional<String> action = Optional.empty();

    @Option(
            names = "--resource",
            paramLabel = "ARN",
            description = "May be repeated. What depends on it is left open if it is not given.")
    List<String> resources = new ArrayList<>();

    @Option(names = "--account", paramLabel = "ID|NAME", description = "The principal's account.")
    Optional<String> account = Optional.empty();

    @Option(
            names = "--resource-account",
            paramLabel = "ID|NAME",
            description = "The account that owns the resource, where its ARN does not tell.")
    Optional<String> resourceAccount = Optional.empty();

    @Option(names = "--credentials", paramLabel = "KIND", description = "Of a user: long-lived or temporary.")
    Optional<String> credentials = Optional.empty();

    @Option(names = "--mfa", paramLabel = "BOOL", description = "With temporary credentials: true or false.")
    Optional<String> mfa = Optional.empty();

    @Option(names = "--region", paramLabel = "REGION", description = "The Region called.")
    Optional<String> region = Optional.empty();

    @Option(names = "--client", paramLabel = "CLIENT", description = "aws-cli/2, boto3, terraform, …")
    Optional<String> client = Optional.empty();

    @Option(names = "--user-agent", paramLabel = "TEXT", description = "The user agent itself.")
    Optional<String> userAgent = Optional.empty();

    @Option(names = "--time", paramLabel = "TIME", description = "For example 2026-11-22T12:00:00Z.")
    Optional<String> time = Optional.empty();

    @Option(names = "--source-ip", paramLabel = "ADDRESS", description = "The address that the call comes from.")
    Optional<String> sourceIp = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "KEY=VALUE",
            description = "A context key; repeat the key for several values.")
    List<String> context = new ArrayList<>();

    @Option(names = "--absent", paramLabel = "KEY", description = "A context key that the request does not have.")
    List<String> absent = new ArrayList<>();

    @Option(names = "--unknown", paramLabel = "KEY", description = "A context key that cannot be told.")
    List<String> unknown = new ArrayList<>();

    boolean isGiven() {
        return !node().members().isEmpty();
    }

    /** The options as the object that a test file would hold; places name the option. */
    ObjectNode node() {
        ImmutableList.Builder<ObjectNode.Member> members = ImmutableList.builder();
        add("principal", principal, members);
        add("action", action, members);
        add("account", account, members);
        add("resource-account", resourceAccount, members);
        add("credentials", credentials, members);
        add("mfa", mfa, members);
        add("region", region, members);
        add("client", client, members);
        add("user-agent", userAgent, members);
        add("time", time, members);
        add("source-ip", sourceIp, members);
        addAll("resources", "--resource", resources, members);
        addAll("absent", "--absent", absent, members);
        addAll("unknown", "--unknown", unknown, members);
        if (!context.isEmpty()) {
            SourceSpan place = span("--context", "");
            members.add(new ObjectNode.Member("context", place, contextNode(place)));
        }
        return new ObjectNode(members.build(), span("command line", ""));
    }

    private ObjectNode contextNode(SourceSpan place) {
        Map<String, List<Node>> values = new LinkedHashMap<>();
        for (String pair : context) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--context takes KEY=VALUE, not `" + pair + "`");
            }
            values.computeIfAbsent(pair.substring(0, equals), key -> new ArrayList<>())
                    .add(scalar("--context", pair.substring(equals + 1)));
        }
        ImmutableList.Builder<ObjectNode.Member> members = ImmutableList.builder();
        values.forEach((key, list) -> {
            Node value = list.size() == 1 ? list.get(0) : new ArrayNode(ImmutableList.copyOf(list), place);
            members.add(new ObjectNode.Member(key, span("--context", key), value));
        });
        return new ObjectNode(members.build(), place);
    }

    private static void add(String key, Optional<String> value, ImmutableList.Builder<ObjectNode.Member> members) {
        value.ifPresent(text -> {
            ScalarNode node = scalar("--" + key, text);
            members.add(new ObjectNode.Member(key, node.span(), node));
        });
    }

    private static void addAll(
            String key, String option, List<String> values, ImmutableList.Builder<ObjectNode.Member> members) {
        if (!values.isEmpty()) {
            ImmutableList<Node> nodes =
                    values.stream().map(value -> scalar(option, value)).collect(ImmutableList.toImmutableList());
            SourceSpan place = nodes.get(0).span();
            members.add(new ObjectNode.Member(key, place, new ArrayNode(nodes, place)));
        }
    }

    private static ScalarNode scalar(String option, String text) {
        return new ScalarNode(ScalarNode.Type.STRING, text, span(option, text));
    }

    private static SourceSpan span(String option, String text) {
        SourceText source = SourceText.of(option, text);
        return new SourceSpan(source, 1, 1, 1, Math.max(1, source.line(1).length()) + 1);
    }
}

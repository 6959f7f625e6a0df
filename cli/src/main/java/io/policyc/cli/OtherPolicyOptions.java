package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.ExpectationContext;
import io.policyc.expectation.TestFindings;
import io.policyc.expectation.TestedPolicies;
import io.policyc.expectation.TestedPoliciesReader;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for policies beside SCPs: JSON files. They become the object that a test would hold, and are read as one. */
final class OtherPolicyOptions {
    @Option(
            names = "--identity-policy",
            paramLabel = "FILE",
            description =
                    "A policy of the user, a group of it, or the role; may be repeated. With it, or with a policy of"
                            + " the resource, the answer is about all policies.")
    List<Path> identity = new ArrayList<>();

    @Option(names = "--boundary", paramLabel = "FILE", description = "The permissions boundary of the principal.")
    Optional<Path> boundary = Optional.empty();

    @Option(
            names = "--session-policy",
            paramLabel = "FILE",
            description = "A policy that the session was begun with; may be repeated.")
    List<Path> session = new ArrayList<>();

    @Option(names = "--resource-policy", paramLabel = "FILE", description = "The policy of the resource.")
    Optional<Path> resource = Optional.empty();

    @Option(
            names = "--trust-policy",
            paramLabel = "FILE",
            description = "The trust policy of the role that is the resource.")
    Optional<Path> trust = Optional.empty();

    @Option(
            names = "--rcp",
            paramLabel = "FILE",
            description = "A resource control policy above the resource's account; may be repeated.")
    List<Path> rcps = new ArrayList<>();

    boolean isGiven() {
        return !identity.isEmpty()
                || boundary.isPresent()
                || !session.isEmpty()
                || resource.isPresent()
                || trust.isPresent()
                || !rcps.isEmpty();
    }

    /** The policies of these options over others. */
    Checked<TestedPolicies> read(TestedPolicies below, GlobalOptions options) {
        Findings findings = new Findings();
        ImmutableList.Builder<ObjectNode.Member> members = ImmutableList.builder();
        addAll("identity-policies", "--identity-policy", identity, members);
        boundary.ifPresent(file -> members.add(member("boundary", "--boundary", node("--boundary", file))));
        addAll("session-policies", "--session-policy", session, members);
        resource.ifPresent(
                file -> members.add(member("resource-policy", "--resource-policy", node("--resource-policy", file))));
        trust.ifPresent(file -> members.add(member("trust-policy", "--trust-policy", node("--trust-policy", file))));
        addAll("rcps", "--rcp", rcps, members);
        ObjectNode object = new ObjectNode(members.build(), span("command line", ""));
        Fields fields = new Fields(object, findings, TestFindings.WRONG_TYPE);
        ExpectationContext context = new ExpectationContext(new FilePolicies(options), Optional.empty());
        TestedPoliciesReader reader = new TestedPoliciesReader(context, findings);
        TestedPolicies read = reader.read(fields, below);
        reader.checkLimits(fields, read);
        return findings.hasErrors() ? findings.withoutValue() : findings.with(read);
    }

    private static void addAll(
            String key, String option, List<Path> files, ImmutableList.Builder<ObjectNode.Member> members) {
        if (!files.isEmpty()) {
            ImmutableList<Node> nodes =
                    files.stream().map(file -> node(option, file)).collect(ImmutableList.toImmutableList());
            members.add(member(key, option, new ArrayNode(nodes, span(option, ""))));
        }
    }

    private static ObjectNode.Member member(String key, String option, Node value) {
        return new ObjectNode.Member(key, span(option, ""), value);
    }

    private static Node node(String option, Path file) {
        return new ScalarNode(ScalarNode.Type.STRING, file.toString(), span(option, file.toString()));
    }

    private static SourceSpan span(String option, String text) {
        SourceText source = SourceText.of(option, text);
        return new SourceSpan(source, 1, 1, 1, Math.max(1, source.line(1).length()) + 1);
    }
}

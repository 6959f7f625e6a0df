package io.policyc.workflow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.YamlNodes;
import io.policyc.simulator.Truth;
import io.policyc.source.SourceText;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a workflow of GitHub Actions and names the steps that use long-lived access keys,
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax. What becomes known only when the
 * workflow runs is said to be so.
 */
public final class WorkflowReader {
    /** A workflow that others call gets its permissions from them, if it names none. */
    private static final String CALLED = "workflow_call";

    private static final ImmutableSet<String> OF_PULL_REQUESTS = ImmutableSet.of("pull_request", "pull_request_target");

    private WorkflowReader() {}

    public static Checked<Workflow> read(SourceText file) {
        Findings findings = new Findings();
        SourceText source = KeysInFile.masked(file, findings);
        Checked<Node> node = YamlNodes.readWithAliases(source);
        boolean whole = !node.hasErrors();
        Optional<ObjectNode> root = findings.take(node).flatMap(found -> Shapes.object(found, "a workflow", findings));
        if (root.isEmpty() || !whole) {
            return findings.withoutValue();
        }
        Optional<Node> jobs = root.get().get("jobs");
        if (jobs.isEmpty()) {
            findings.add(WorkflowFindings.WRONG_TYPE, source.start(), "a workflow without `jobs`");
            return findings.withoutValue();
        }
        Optional<Workflow> read =
                Shapes.object(jobs.get(), "`jobs`", findings).map(found -> jobs(root.get(), found, findings));
        // Where steps could not be read the counts would say too little.
        return findings.errorIds().contains(WorkflowFindings.WRONG_TYPE)
                ? findings.withoutValue()
                : new Checked<>(read, findings.toList());
    }

    private static Workflow jobs(ObjectNode root, ObjectNode jobs, Findings findings) {
        ImmutableList<String> events =
                root.get("on").map(WorkflowReader::events).orElse(ImmutableList.of());
        Verdicts verdicts = new Verdicts(
                findings,
                events.stream().filter(OF_PULL_REQUESTS::contains).distinct().collect(ImmutableList.toImmutableList()));
        Environment environment = Environment.EMPTY.with(root.get("env"));
        Truth given = verdicts.judge(
                "each job",
                new Values(Environment.EMPTY)
                        .evidence(root.get("env"), "variable ", Names::key, environment.hasSessionToken()));
        Workflow sum = Workflow.NONE;
        for (ObjectNode.Member member : jobs.members()) {
            Optional<ObjectNode> node = Shapes.object(member.value(), "a job", findings);
            if (node.isPresent()) {
                IdToken token =
                        IdToken.of(root.get("permissions"), node.get().get("permissions"), events.contains(CALLED));
                sum = sum.plus(new Job(member.key(), node.get(), environment, given, token, verdicts).check());
            }
        }
        return sum;
    }

    /** One event, a list of them, or an object with what each is limited to. */
    private static ImmutableList<String> events(Node on) {
        Stream<String> names = on instanceof ObjectNode object
                ? object.members().stream().map(ObjectNode.Member::key)
                : on instanceof ArrayNode list
                        ? list.elements().stream().map(Environment::text)
                        : Stream.of(Environment.text(on));
        return names.collect(ImmutableList.toImmutableList());
    }
}

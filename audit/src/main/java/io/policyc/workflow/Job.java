package io.policyc.workflow;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.simulator.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A job of a workflow.
 *
 * @param outer the variables of the workflow
 * @param around whether the workflow's variables hold a key
 */
record Job(String name, ObjectNode node, Environment outer, Truth around, IdToken idToken, Verdicts verdicts) {
    /** What the AWS CLI and SDKs read, https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html. */
    private static final ImmutableList<String> VARIABLES =
            ImmutableList.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

    /** Goes through its steps. */
    Workflow check() {
        return node.get("uses").map(this::call).orElseGet(this::steps);
    }

    /** A call of another workflow; secrets that it inherits are looked for where it is read itself. */
    private Workflow call(Node uses) {
        String who = "job " + Printable.quoted(name);
        String called = Environment.text(uses);
        Values values = new Values(outer);
        List<Evidence> found = new ArrayList<>(values.evidence(node.get("with"), "input ", Names::key, false));
        Optional<Node> secrets = node.get("secrets");
        if (secrets.map(Environment::text).orElse("").equals("inherit")) {
            if (!called.startsWith("./")) {
                Given all = new Given.Unknown("all secrets (`secrets: inherit`)");
                String what = "the workflow " + Printable.quoted(called) + " gets";
                found.add(new Evidence(secrets.get().span(), what, all, false));
            }
        } else {
            found.addAll(values.evidence(secrets, "secret ", Names::key, false));
        }
        return count(verdicts.judge(who, found));
    }

    private Workflow steps() {
        Environment environment = outer.with(node.get("env"));
        Truth given = around.or(variables("job " + Printable.quoted(name), node.get("env"), environment));
        Workflow sum = services(environment);
        Optional<Node> container = node.get("container");
        Optional<Node> env = container.flatMap(found -> part(found, "env"));
        Environment inside = environment.with(env);
        String who = "the container of job " + Printable.quoted(name);
        given = given.or(variables(who, env, inside));
        Optional<Node> credentials = container.flatMap(found -> part(found, "credentials"));
        verdicts.judge(who, new Values(environment).evidence(credentials, "", Names::key, false));
        return sum.plus(steps(inside, given));
    }

    /** Reports keys in variables for all steps. */
    private Truth variables(String who, Optional<Node> env, Environment environment) {
        return verdicts.judge(
                who, new Values(environment).evidence(env, "variable ", Names::key, environment.hasSessionToken()));
    }

    private Workflow steps(Environment environment, Truth given) {
        Workflow sum = Workflow.NONE;
        boolean credentialsBefore = false;
        List<Node> elements = Shapes.list(node, "steps", verdicts.findings());
        for (int i = 0; i < elements.size(); i++) {
            Optional<ObjectNode> object = Shapes.object(elements.get(i), "a step", verdicts.findings());
            if (object.isEmpty()) {
                continue;
            }
            Step step = Step.of(object.get(), i + 1, environment);
            String who = "step " + step.name() + " of job " + Printable.quoted(name);
            ImmutableList<Evidence> own = step.evidence();
            Truth answer = verdicts.judge(who, own).or(inherited(step, given));
            sum = sum.plus(count(answer));
            if (step.role().isPresent()) {
                role(who, step, answer, credentialsBefore, step.role().get());
            }
            credentialsBefore |= step.mayLeaveCredentials();
        }
        return sum;
    }

    /** What the step has from its job or workflow, unless it hides that by variables of its own. */
    private static Truth inherited(Step step, Truth given) {
        boolean hides = VARIABLES.stream()
                .anyMatch(name ->
                        part(step.node(), "env").flatMap(env -> part(env, name)).isPresent());
        if (!hides) {
            return given;
        }
        Truth found = Truth.FALSE;
        for (String name : VARIABLES) {
            Given value = step.environment().variable(name).orElse(Given.NOTHING);
            boolean unclear =
                    value instanceof Given.Unknown || step.environment().hasSessionToken();
            if (!(value instanceof Given.Nothing)) {
                found = found.or(unclear ? Truth.UNKNOWN : Truth.TRUE);
            }
        }
        return found;
    }

    /**
     * A step that gets credentials for a role. With a key, the key assumes it. Else the action asks for an identity token; on
     * a machine of one's own it may find other credentials.
     */
    private void role(String who, Step step, Truth key, boolean credentialsBefore, ObjectNode.Member role) {
        if (key == Truth.TRUE) {
            verdicts.findings()
                    .add(
                            WorkflowFindings.ROLE_AND_KEY,
                            role.keySpan(),
                            who
                                    + " is given a role and a static key: the key assumes the role, the workflow's identity is not used",
                            "take the key out of the step; the secrets may stay until the role has proved itself");
            return;
        }
        boolean otherWay = !step.input("web-identity-token-file").isEmpty()
                || Ascii.equalsIgnoreCase(step.input("role-chaining"), "true");
        if (key == Truth.UNKNOWN || otherWay || idToken == IdToken.GIVEN) {
            return;
        }
        if (idToken == IdToken.NOT_GIVEN
                && !credentialsBefore
                && isHosted()
                && step.input("role-chaining").isEmpty()) {
            verdicts.findings()
                    .add(
                            WorkflowFindings.NO_ID_TOKEN,
                            role.keySpan(),
                            who + " assumes a role, but the job may not ask for an identity token",
                            "give the job `permissions: { id-token: write, contents: read }`;"
                                    + " the permissions of a job replace those of the workflow");
            return;
        }
        String why = idToken == IdToken.CALLER_DECIDES
                ? "whoever calls this workflow gives the permissions"
                : "it may not ask for an identity token, and other credentials may be there";
        verdicts.findings()
                .add(
                        WorkflowFindings.CANNOT_TELL,
                        role.keySpan(),
                        "cannot tell how " + who + " assumes its role: " + why);
    }

    /** Whether GitHub's own machines run it, which have no credentials. */
    private boolean isHosted() {
        String machine = node.get("runs-on").map(Environment::text).orElse("");
        return machine.matches("(ubuntu|windows|macos)-[\\w.-]+");
    }

    private Workflow services(Environment environment) {
        Workflow sum = Workflow.NONE;
        Optional<Node> services = node.get("services");
        if (services.isPresent() && services.get() instanceof ObjectNode all) {
            for (ObjectNode.Member service : all.members()) {
                Optional<Node> env = part(service.value(), "env");
                Environment inside = Environment.EMPTY.with(env);
                List<Evidence> found = new Values(environment.with(env))
                        .evidence(env, "variable ", Names::key, inside.hasSessionToken());
                String who = "service " + Printable.quoted(service.key()) + " of job " + Printable.quoted(name);
                if (!found.isEmpty()) {
                    sum = sum.plus(count(verdicts.judge(who, found)));
                }
            }
        }
        return sum;
    }

    private static Optional<Node> part(Node node, String key) {
        return node instanceof ObjectNode object ? object.get(key) : Optional.empty();
    }

    private static Workflow count(Truth answer) {
        return new Workflow(1, answer == Truth.TRUE ? 1 : 0, answer == Truth.UNKNOWN ? 1 : 0);
    }
}

package io.policyc.workflow;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A step of a job.
 *
 * @param number counted from 1
 * @param environment the variables that it has, its own included
 */
record Step(ObjectNode node, int number, Environment environment) {
    /** https://github.com/aws-actions/configure-aws-credentials. */
    private static final String CONFIGURE = "aws-actions/configure-aws-credentials";

    /**
     * Logs in to a registry; for one of Amazon ECR it takes the user name for the id of an access key unless told otherwise,
     * https://github.com/docker/login-action#aws-elastic-container-registry-ecr.
     */
    private static final String DOCKER_LOGIN = "docker/login-action";

    static Step of(ObjectNode node, int number, Environment job) {
        return new Step(node, number, job.with(node.get("env")));
    }

    /** What people call it. */
    String name() {
        Optional<String> name = text("name").or(() -> text("id")).or(() -> text("uses"));
        return name.map(Printable::quoted).orElseGet(() -> "number " + number);
    }

    /** The action that it uses, without the version; empty for a script. */
    String action() {
        String uses = text("uses").orElse("");
        int version = uses.indexOf('@');
        return Ascii.toLowerCase(version < 0 ? uses : uses.substring(0, version));
    }

    /** An input of the action. */
    String input(String name) {
        return inputs().flatMap(inputs -> inputs.get(name))
                .map(Environment::text)
                .orElse("")
                .strip();
    }

    /** The input that names a role, if the step is one that gets credentials for a role. */
    Optional<ObjectNode.Member> role() {
        return action().equals(CONFIGURE) && !input("role-to-assume").isEmpty()
                ? inputs().flatMap(inputs -> inputs.member("role-to-assume"))
                : Optional.empty();
    }

    /** Where the step itself is given a key, or may be. */
    ImmutableList<Evidence> evidence() {
        boolean tokenInVariables = environment.hasSessionToken();
        Values values = new Values(environment);
        ImmutableList.Builder<Evidence> found = ImmutableList.builder();
        found.addAll(values.evidence(node.get("with"), "input ", sink(), tokenInVariables || tokenInInputs()));
        found.addAll(values.evidence(node.get("env"), "variable ", Names::key, tokenInVariables));
        node.get("run")
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .ifPresent(run -> found.addAll(new Script(run, environment).evidence()));
        return found.build();
    }

    /** Whether an earlier step like this can leave credentials behind. */
    boolean mayLeaveCredentials() {
        String run = text("run").orElse("");
        return run.isEmpty() ? !action().startsWith("actions/") : run.contains("GITHUB_ENV") || run.contains("aws");
    }

    private Predicate<String> sink() {
        boolean ecr =
                input("registry").contains(".dkr.ecr.") || input("registry").contains("public.ecr.aws");
        return action().equals(DOCKER_LOGIN)
                ? name -> ecr && name.equals("username")
                : name -> Names.input(name, action());
    }

    private boolean tokenInInputs() {
        return inputs().stream()
                .flatMap(inputs -> inputs.members().stream())
                .anyMatch(input -> Ascii.toLowerCase(input.key()).contains("session")
                        && Ascii.toLowerCase(input.key()).contains("token")
                        && !Environment.text(input.value()).isBlank());
    }

    private Optional<ObjectNode> inputs() {
        return node.get("with").filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    private Optional<String> text(String key) {
        return node.get(key).map((Node value) -> Environment.text(value)).filter(text -> !text.isBlank());
    }
}

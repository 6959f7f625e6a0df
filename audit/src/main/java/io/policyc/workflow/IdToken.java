package io.policyc.workflow;

import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import java.util.Optional;

/**
 * Whether a job may ask GitHub for an identity token: the permission {@code id-token} is given only where a file gives it,
 * and the permissions of a job replace those of the workflow,
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions.
 */
enum IdToken {
    GIVEN,
    NOT_GIVEN,
    /** Whoever calls the workflow decides. */
    CALLER_DECIDES;

    static IdToken of(Optional<Node> workflow, Optional<Node> job, boolean called) {
        Optional<Node> permissions = job.or(() -> workflow);
        if (permissions.isEmpty()) {
            return called ? CALLER_DECIDES : NOT_GIVEN;
        }
        boolean given = permissions.get() instanceof ObjectNode object
                ? object.get("id-token").map(Environment::text).orElse("").equals("write")
                : Environment.text(permissions.get()).equals("write-all");
        return given ? GIVEN : NOT_GIVEN;
    }
}

package io.policyc.cli;

import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.node.SourceFiles;
import io.policyc.plan.PlanState;
import io.policyc.plan.PlanStateReader;
import io.policyc.plan.PlanStateText;
import io.policyc.workspace.AtomicFiles;
import io.policyc.workspace.WorkspaceFiles;
import io.policyc.workspace.WorkspaceFindings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a repository keeps the state of its plan.
 *
 * @param name as the user would write it
 */
record StateFile(Path path, String name) {

    static StateFile of(WorkspaceFiles files) {
        return new StateFile(
                files.root().resolve(PlanState.FILE),
                files.shown().resolve(PlanState.FILE).toString());
    }

    /** Writes the state, or says why not. */
    Optional<Finding> write(PlanState state) {
        byte[] bytes = PlanStateText.of(state).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > PlanStateReader.MOST_BYTES) {
            return Optional.of(
                    unwritten("it would be larger than " + PlanStateReader.MOST_BYTES / (1024 * 1024) + " MiB"));
        }
        try {
            AtomicFiles.write(path, bytes);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(unwritten(SourceFiles.reason(e)));
        }
    }

    private Finding unwritten(String why) {
        return Finding.withoutPlace(
                WorkspaceFindings.CANNOT_WRITE, "cannot write " + Printable.quoted(name) + ": " + why);
    }
}

package io.policyc.cli;

import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.node.JsonText;
import io.policyc.workflow.Workflow;
import io.policyc.workflow.WorkflowFiles;
import io.policyc.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks through files of workflows and counts. */
final class WorkflowCheck {
    private final Findings findings;
    private int files;
    private int unread;
    private int withStaticKey;
    private Workflow sum = Workflow.NONE;

    private WorkflowCheck(Findings findings) {
        this.findings = findings;
    }

    /** The workflows of a policy repository, if it has any. */
    static Optional<WorkflowCheck> ofRepository(WorkspaceFiles repository, Findings findings) {
        WorkflowCheck check = new WorkflowCheck(findings);
        WorkflowFiles workflows = new WorkflowFiles(repository.root(), repository.shown());
        check.read(workflows, workflows.ofRepository(findings));
        return check.files == 0 ? Optional.empty() : Optional.of(check);
    }

    /** Workflows wherever they are. */
    static WorkflowCheck of(List<Path> places, GlobalOptions options, Findings findings) {
        WorkflowCheck check = new WorkflowCheck(findings);
        for (Path place : places) {
            WorkflowFiles workflows = new WorkflowFiles(options.resolve(place), place);
            check.read(workflows, workflows.ofAll(findings));
        }
        return check;
    }

    private void read(WorkflowFiles workflows, List<Path> found) {
        for (Path file : found) {
            files++;
            Checked<Workflow> workflow = workflows.read(file);
            findings.addAll(workflow.findings());
            unread += workflow.value().isPresent() ? 0 : 1;
            Workflow read = workflow.value().orElse(Workflow.NONE);
            withStaticKey += read.withStaticKey() > 0 ? 1 : 0;
            sum = sum.plus(read);
        }
    }

    /** The counts. */
    void write(JsonText json) {
        json.objectField("workflows", () -> {
            json.field("files", files);
            json.field("unread", unread);
            json.field("withStaticKeys", withStaticKey);
            json.objectField("steps", () -> {
                json.field("all", sum.steps());
                json.field("withStaticKeys", sum.withStaticKey());
                json.field("unclear", sum.unclear());
            });
        });
    }

    /** The counts in words. */
    String summary() {
        StringBuilder text = new StringBuilder(count(files, "workflow")).append(": ");
        if (sum.withStaticKey() == 0) {
            text.append(
                    sum.unclear() + unread == 0 ? "no step uses static keys" : "no step is known to use static keys");
        } else {
            text.append(count(sum.withStaticKey(), "step")).append(" in ").append(count(withStaticKey, "file"));
            text.append(sum.withStaticKey() == 1 ? " uses static keys" : " use static keys");
        }
        if (sum.unclear() > 0) {
            text.append("; of ").append(sum.unclear()).append(" it cannot be told");
        }
        if (unread > 0) {
            text.append("; ").append(unread).append(" could not be read");
        }
        return text.toString();
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

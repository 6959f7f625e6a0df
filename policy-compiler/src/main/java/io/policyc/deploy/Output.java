package io.policyc.deploy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.workspace.Distribution;
import io.policyc.workspace.RoleFiles;
import io.policyc.workspace.Workspace;
import java.util.Optional;

/** A tool that brings policies and roles to AWS, and the files that it reads. */
public enum Output {
    CLOUDFORMATION("cloudformation.json"),
    TERRAFORM("policyc.tf.json");

    private final String file;

    Output(String file) {
        this.file = file;
    }

    /** The name of the file in {@code dist/}, and in the folder of each account that has roles. */
    public String file() {
        return file;
    }

    /** The text of the file; without one if the tool cannot take what is deployed. */
    public Checked<String> text(Deployment deployment) {
        return switch (this) {
            case CLOUDFORMATION -> CloudFormation.write(deployment);
            case TERRAFORM -> Terraform.write(deployment);
        };
    }

    /** The text of the file of an account's roles; without one if the tool cannot take what is deployed. */
    public Checked<String> text(RoleDeployment deployment) {
        return switch (this) {
            case CLOUDFORMATION -> RoleCloudFormation.write(deployment);
            case TERRAFORM -> RoleTerraform.write(deployment);
        };
    }

    /** The texts of the files for some tools, by file name; without a value if there is an error. */
    public static Checked<ImmutableMap<String, String>> texts(Workspace workspace, Iterable<Output> outputs) {
        Findings findings = new Findings();
        Optional<Deployment> policies = findings.take(Deployment.of(workspace))
                .filter(deployment -> !deployment.policies().isEmpty());
        outputs.forEach(output -> output.checkName(workspace, findings));
        return texts(policies, workspace, outputs, findings);
    }

    /** As above, of the roles alone: where policies are attached does not matter to them. */
    public static Checked<ImmutableMap<String, String>> roleTexts(Workspace workspace, Iterable<Output> outputs) {
        return texts(Optional.empty(), workspace, outputs, new Findings());
    }

    private static Checked<ImmutableMap<String, String>> texts(
            Optional<Deployment> policies, Workspace workspace, Iterable<Output> outputs, Findings findings) {
        ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
        ImmutableList<RoleDeployment> roles = findings.take(RoleDeployment.of(
                        workspace.roles(), workspace.settings().existingProviders()))
                .orElse(ImmutableList.of());
        for (Output output : outputs) {
            policies.flatMap(deployment -> findings.take(output.text(deployment)))
                    .ifPresent(text -> texts.put(output.file, text));
            for (RoleDeployment deployment : roles) {
                findings.take(output.text(deployment))
                        .ifPresent(text -> texts.put(RoleFiles.folder(deployment.account()) + "/" + output.file, text));
            }
        }
        return findings.hasErrors() ? findings.withoutValue() : findings.with(texts.buildOrThrow());
    }

    /** No policy may have the file. Some file systems do not tell letter cases apart. */
    private void checkName(Workspace workspace, Findings findings) {
        workspace
                .compilations()
                .forEach(compilation -> compilation.documents().stream()
                        .filter(document ->
                                Distribution.prettyName(document.name()).equalsIgnoreCase(file))
                        .forEach(document -> findings.add(Finding.of(
                                DeployFindings.DUPLICATE_NAME,
                                compilation.intent().place(),
                                "the file of policy " + Printable.quoted(document.name()) + " in dist/ would be `"
                                        + file + "`, which is that of the tool"))));
    }
}

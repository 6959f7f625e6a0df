package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.JunitReport;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policyc schema}. */
@Command(
        name = "schema",
        header = "Print the JSON Schema of a kind of file, for editors to complete and check.",
        description = {
            "",
            "Save it, and name it in the first line of the file:",
            "  # yaml-language-server: $schema=../intent.schema.json",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = "  policyc schema intent > intent.schema.json")
final class SchemaCommand implements Callable<Integer> {
    /** The kinds of files of a repository that have one and that `check` reads. */
    static final ImmutableList<String> KINDS =
            ImmutableList.of("intent", "role", "test", "organization", "workspace", "known-disagreements");

    /** Those that `plan` reads. */
    static final ImmutableList<String> OF_PLANS = ImmutableList.of("plan-state", "replay");

    /** What {@code policyc test --format junit} writes; its schema is one of XML. */
    private static final String JUNIT = "junit";

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description =
                    "intent (default), role, test, organization, workspace, known-disagreements, plan-state or replay; junit for"
                            + " the XML Schema of reports of tests.")
    String kind = "intent";

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!kind.equals(JUNIT) && !KINDS.contains(kind) && !OF_PLANS.contains(kind)) {
            throw new UsageException("unknown kind of file `" + kind + "`; known: " + String.join(", ", KINDS) + ", "
                    + String.join(", ", OF_PLANS) + ", " + JUNIT);
        }
        terminal.out()
                .print(
                        kind.equals(JUNIT)
                                ? JunitReport.schema()
                                : ResourceFiles.text("schema/" + kind + ".schema.json"));
        return ExitCode.OK.number();
    }
}

package io.policyc.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps use static keys: each form, and near misses of it. */
final class WorkflowReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ${{ secrets.ANY }}                                            | static-key
            ${{secrets.any}}                                              | static-key
            ${{ Secrets['any-name'] }}                                    | static-key
            ${{ secrets[format('{0}_ID', matrix.stage)] }}                | static-key
            ${{ secrets[matrix.stages[0]] || inputs.key }}                | cannot-tell
            ${{ fromJSON(secrets.ALL).key }}                              | static-key
            ${{ fromJSON(inputs.all)[matrix.stage] }}                     | cannot-tell
            ${{ matrix.keys[0] }}                                         | cannot-tell
            ${{ github.actor != '}}' && secrets.A }}                      | static-key
            ${{ vars.KEY }}                                               | static-key
            ${{ env.OUTER }}                                              | static-key
            ${{ env.NOWHERE }}                                            | cannot-tell
            ${{ env.HARMLESS }}                                           |
            ${{ github.ref == 'refs/heads/main' && secrets.A || secrets.B }} | static-key
            ${{ inputs.production && secrets.A || secrets.B }}            | static-key
            ${{ inputs.key || secrets.B }}                                | cannot-tell
            ${{ steps.role.outputs.aws-access-key-id }}                   | cannot-tell
            ${{ matrix.key }}                                             | cannot-tell
            ${{ needs.x.outputs.secrets }}                                | cannot-tell
            ${{ 'secrets.A' }}                                            |
            ${{ '' }}                                                     |
            ''                                                            |
            test                                                          |
            AKIAIOSFODNN7EXAMPLE                                          |
            ASIAQQQQQQQQQQQQQQQQ                                          |
            AKIAQQQQQQQQQQQQQQQQ                                          | key-in-file
            """)
    void whatAVariableIsGiven(String value, String expected) {
        Checked<Workflow> read = step("""
                run: aws s3 ls
                env:
                  AWS_ACCESS_KEY_ID: %s
                """.formatted(value.equals("''") ? "''" : value));
        assertThat(ids(read)).isEqualTo(expected == null ? List.of() : List.of("workflow." + expected));
        boolean key = "static-key".equals(expected) || "key-in-file".equals(expected);
        assertThat(read.value()).contains(new Workflow(1, key ? 1 : 0, "cannot-tell".equals(expected) ? 1 : 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: aws-actions/configure-aws-credentials@v4\nwith: { aws-access-key-id: '${{ secrets.A }}' }",
                "uses: acme/aws-deploy@v1\nwith: { access_key_id: '${{ secrets.A }}' }",
                "uses: acme/deploy@v1\nwith: { aws_secret_access_key: '${{ secrets.A }}' }",
                "uses: acme/deploy@v1\nwith: { args: '-var key=${{ secrets.PROD_AWS_ACCESS_KEY_ID }}' }",
                "uses: acme/deploy@v1\nenv: { TF_VAR_key: '${{ secrets.AWS_SECRET_ACCESS_KEY }}' }",
                "uses: docker/login-action@v3\nwith:"
                        + " { registry: 1.dkr.ecr.us-east-1.amazonaws.com, username: '${{ secrets.A }}' }",
                "run: export AWS_ACCESS_KEY_ID=${{ secrets.A }}",
                "run: echo \"AWS_SECRET_ACCESS_KEY=${{ secrets.A }}\" >> $GITHUB_ENV",
                "run: aws configure set aws_access_key_id ${{ secrets.A }}",
                "run: aws configure set default.aws_secret_access_key '${{ secrets.A }}'",
                "run: |\n  [default]\n  aws_access_key_id = ${{ secrets.A }}",
                "run: |\n  # ${{ secrets.AWS_ACCESS_KEY_ID }}",
                "run: export AWS_ACCESS_KEY_ID=\"$OUTER\"",
                "run: $env:AWS_ACCESS_KEY_ID = $env:OUTER"
            })
    void stepsThatUseOne(String step) {
        Checked<Workflow> read = step(step);
        assertThat(ids(read)).containsExactly("workflow.static-key");
        assertThat(read.findings().get(0).message()).startsWith("step ").contains("of job `deploy`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: acme/deploy@v1\nwith: { access-key-id: '${{ secrets.ALIYUN }}' }",
                "uses: acme/deploy@v1\nwith: { token: '${{ secrets.AWS_ROLE }}' }",
                "uses: acme/deploy@v1\nwith: { AWS_KMS_KEY_ID: '${{ secrets.KMS }}' }",
                "uses: docker/login-action@v3\nwith: { registry: ghcr.io, username: '${{ secrets.A }}' }",
                "uses: docker/login-action@v3\nwith:"
                        + " { registry: 1.dkr.ecr.us-east-1.amazonaws.com, username: AWS, password: '${{ secrets.A }}' }",
                "run: '[ \"$AWS_ACCESS_KEY_ID\" == \"\" ]'",
                "run: echo $AWS_ACCESS_KEY_ID_FILE=x",
                "run: \"# export AWS_ACCESS_KEY_ID=$(pass show id)\"",
                "run: unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY",
                "run: AWS_ACCESS_KEY_ID=test aws s3 ls"
            })
    void nearMisses(String step) {
        assertThat(ids(step(step))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: export AWS_ACCESS_KEY_ID=$(pass show id)",
                "run: export AWS_ACCESS_KEY_ID=$NOWHERE",
                "run: aws s3 ls\nenv: { AWS_ACCESS_KEY_ID: '${{ secrets.A }}', AWS_SESSION_TOKEN: '${{ secrets.B }}' }"
            })
    void cannotTell(String step) {
        Checked<Workflow> read = step(step);
        assertThat(ids(read)).containsExactly("workflow.cannot-tell");
        assertThat(read.value()).contains(new Workflow(1, 0, 1));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -                   | -                 | push          | ubuntu-latest | workflow.no-id-token
            read-all            | -                 | push          | ubuntu-latest | workflow.no-id-token
            write-all           | -                 | push          | ubuntu-latest | -
            {id-token: write}   | -                 | push          | ubuntu-latest | -
            {id-token: read}    | -                 | push          | ubuntu-latest | workflow.no-id-token
            {id-token: write}   | {contents: read}  | push          | ubuntu-latest | workflow.no-id-token
            {id-token: write}   | {}                | push          | ubuntu-latest | workflow.no-id-token
            {contents: read}    | {id-token: write} | push          | ubuntu-latest | -
            -                   | -                 | workflow_call | ubuntu-latest | workflow.cannot-tell
            {contents: read}    | -                 | workflow_call | ubuntu-latest | workflow.no-id-token
            -                   | -                 | push          | self-hosted   | workflow.cannot-tell
            """)
    void theIdentityTokenOfAJob(String workflow, String job, String event, String machine, String expected) {
        String text = "on: " + event + "\n" + (workflow == null ? "" : "permissions: " + workflow + "\n")
                + "jobs:\n  deploy:\n    runs-on: " + machine + "\n"
                + (job == null ? "" : "    permissions: " + job + "\n")
                + "    steps:\n      - uses: aws-actions/configure-aws-credentials@v4\n"
                + "        with: { role-to-assume: 'arn:aws:iam::123456789012:role/x' }\n";
        assertThat(ids(read(text))).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void aStepMayHideTheVariableOfItsJob() {
        Checked<Workflow> read = read("""
                on: push
                jobs:
                  deploy:
                    env: { AWS_ACCESS_KEY_ID: "${{ secrets.A }}" }
                    steps:
                      - run: aws s3 ls
                      - run: aws s3 ls
                        env: { AWS_ACCESS_KEY_ID: test }
                """);
        assertThat(ids(read)).containsExactly("workflow.static-key");
        assertThat(read.value()).contains(new Workflow(2, 1, 0));
    }

    @Test
    void keysAreNotRepeated() {
        Checked<Workflow> read = step("""
                run: |
                  export AWS_ACCESS_KEY_ID=AKIAQQQQQQQQQQQQWXYZ
                  export AWS_SECRET_ACCESS_KEY="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN"
                """);
        assertThat(ids(read)).containsExactly("workflow.key-in-file", "workflow.key-in-file");
        assertThat(read.findings().get(0).message()).contains("AKIA************WXYZ");
        String shown = read.findings().get(0).span().orElseThrow().source().text();
        assertThat(shown).doesNotContain("AKIAQ", "abcdefgh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AWS_SECRET_ACCESS_KEY", "aws-secret-key", "secret-key", "SecretAccessKey", "s3_secret_key"})
    void secretsInAFileByTheirNames(String name) {
        Checked<Workflow> read = step("uses: a/b@v1\nwith: { " + name + ": " + "Ab1/".repeat(10) + " }");
        assertThat(ids(read)).containsExactly("workflow.key-in-file");
        assertThat(read.findings().get(0).span().orElseThrow().source().text()).doesNotContain("Ab1/");
    }

    @Test
    void aliasesAreWrittenOutButNotWithoutEnd() {
        StringBuilder bomb = new StringBuilder("on: push\na: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("b").append(i).append(": &a").append(i).append(" [");
            bomb.append("*a".concat(String.valueOf(i - 1)).concat(", ").repeat(9));
            bomb.append("*a").append(i - 1).append("]\n");
        }
        Checked<Workflow> read = read(bomb + "jobs: {}\n");
        assertThat(read.value()).isEmpty();
        assertThat(ids(read)).contains("source.too-large");
    }

    @Test
    void hostileTextsTakeNoTime() {
        for (String step : List.of(
                "run: \"" + "AWS_ACCESS_KEY_ID='".repeat(20_000) + "\"",
                "run: \"" + "${{".repeat(100_000) + "\"",
                "run: \"${{ " + "secrets.".repeat(50_000) + " }}\"",
                "env: { " + "aws".repeat(100_000) + ": x }",
                "env: { A: \"${{ " + "env.A ".repeat(50_000) + " }}\" }")) {
            assertThat(step(step).findings()).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static Checked<Workflow> step(String step) {
        return read("""
                on: push
                env:
                  OUTER: ${{ secrets.OUTER }}
                  HARMLESS: x
                jobs:
                  deploy:
                    runs-on: ubuntu-latest
                    steps:
                      -
                """ + step.indent(8));
    }

    private static Checked<Workflow> read(String text) {
        return WorkflowReader.read(SourceText.of("deploy.yml", text));
    }

    private static List<String> ids(Checked<Workflow> read) {
        return read.findings().stream().map(Finding::id).map(id -> id.name()).toList();
    }
}

package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Repositories of the size of a large organization. */
@Timeout(60)
final class LargeRepositoryTest {
    private static final int POLICIES = 60;
    private static final int EXCEPTIONS = 5_000;

    @TempDir
    private Path folder;

    /** Every twelfth policy has two rules with the same exceptions, and is too large as it is written. */
    @Test
    void sixtyPoliciesWithFiveThousandExceptionsFit() throws IOException {
        int each = EXCEPTIONS / POLICIES + 1;
        for (int i = 0; i < POLICIES; i++) {
            String rules = rule("First", "s3:Action" + i, i * each, each)
                    + (i % 12 == 0 ? rule("Second", "ec2:Action" + i, i * each, each) : "");
            intent(String.format(Locale.ROOT, "Policy%02d", i), rules);
        }
        Files.writeString(folder.resolve("organization.yaml"), organization(4, 15));
        CommandRun tooMany = CommandRun.of(folder, "build");
        assertThat(tooMany.exit()).isEqualTo(2);
        assertThat(tooMany.stderr()).contains("unit `Unit0` has 16 policies attached; the limit is 10");
        assertThat(folder.resolve("dist")).doesNotExist();

        Files.writeString(folder.resolve("organization.yaml"), organization(8, 8));
        CommandRun built = CommandRun.of(folder, "build");
        assertThat(built.stderr()).doesNotContain("error");
        assertThat(built.exit()).isZero();
        JsonNode manifest = new JsonMapper().readTree(Files.readString(folder.resolve("dist/manifest.json")));
        assertThat(manifest.get("documents")).hasSizeGreaterThanOrEqualTo(POLICIES);
        Set<String> exceptions = new HashSet<>();
        for (JsonNode document : manifest.get("documents")) {
            String text = Files.readString(
                    folder.resolve("dist").resolve(document.get("minifiedFile").asText()));
            assertThat(text.length())
                    .isLessThanOrEqualTo(10_240)
                    .isEqualTo(document.get("characters").asInt());
            for (JsonNode statement : new JsonMapper().readTree(text).get("Statement")) {
                statement
                        .get("Condition")
                        .get("ArnNotLike")
                        .get("aws:PrincipalArn")
                        .forEach(arn -> exceptions.add(arn.asText()));
            }
        }
        assertThat(manifest.get("attachments")).hasSize(9);
        assertThat(exceptions).hasSize(each * POLICIES).hasSizeGreaterThan(EXCEPTIONS);
        assertThat(CommandRun.of(folder, "build", "--check").exit()).isZero();
    }

    @Test
    void fiveThousandExceptionsOfOnePolicyAreTooMany() throws IOException {
        intent("Small", rule("Small", "s3:GetObject", 0, 2));
        assertThat(CommandRun.of(folder, "build").exit()).isZero();
        SortedMap<String, String> before = Folders.texts(folder.resolve("dist"));
        intent("Huge", rule("Few", "s3:PutObject", 0, 3) + rule("Many", "s3:GetObject", 0, EXCEPTIONS));
        CommandRun run = CommandRun.of(folder, "build");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.stderr())
                .contains("error[policy.too-large] `Huge` has ")
                .contains("intents/Huge.policy.yaml:1:9")
                .contains("help: largest: `Many` (line 9, ")
                .contains("`Few` (line 3, ");
        assertThat(Folders.texts(folder.resolve("dist"))).isEqualTo(before);
    }

    /** So many units, each with so many policies and FullAWSAccess. */
    private static String organization(int units, int each) {
        return IntStream.range(0, units)
                .mapToObj(unit -> "    Unit" + unit + ":\n      policies: [FullAWSAccess, "
                        + IntStream.range(unit * each, Math.min(POLICIES, (unit + 1) * each))
                                .mapToObj(i -> String.format(Locale.ROOT, "Policy%02d", i))
                                .collect(Collectors.joining(", "))
                        + "]\n")
                .collect(Collectors.joining("", "root:\n  units:\n", ""));
    }

    private void intent(String name, String rules) throws IOException {
        Files.createDirectories(folder.resolve("intents"));
        Files.writeString(
                folder.resolve("intents").resolve(name + ".policy.yaml"), "policy: " + name + "\nrules:\n" + rules);
    }

    private static String rule(String sid, String action, int from, int count) {
        return "  - sid: " + sid + "\n    deny: " + action + "\n    unless:\n"
                + IntStream.range(from, from + count)
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "      - { principal: \"arn:aws:iam::%012d:role/service/exempt-from-it-%05d\" }\n",
                                100_000_000_000L + i,
                                i))
                        .collect(Collectors.joining());
    }
}

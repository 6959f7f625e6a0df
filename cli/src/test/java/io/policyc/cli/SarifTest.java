package io.policyc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SARIF 2.1.0 requires, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
final class SarifTest {
    @TempDir
    private Path folder;

    @Test
    void anAuditIsSarif() throws IOException {
        Files.writeString(
                folder.resolve("a report.csv"),
                "user,arn,password_enabled,mfa_active\nbob,arn:aws:iam::111122223333:user/bob,true,false\n");
        CommandRun run = CommandRun.of(
                folder, "audit", "--credential-report", "a report.csv", "--as-of", "2026-09-11", "--format", "sarif");
        JsonNode root = new JsonMapper().readTree(run.stdout());
        assertThat(root.get("version").asText()).isEqualTo("2.1.0");
        JsonNode driver = root.at("/runs/0/tool/driver");
        assertThat(driver.get("name").asText()).isEqualTo("policyc");
        assertThat(driver.get("rules")).hasSize(9).allSatisfy(rule -> {
            String id = rule.get("id").asText();
            assertThat(rule.at("/help/text").asText()).isEqualTo("policyc help " + id);
            assertThat(CommandRun.of(folder, "help", id).exit()).isZero();
            assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
            assertThat(rule.at("/defaultConfiguration/level").asText()).isIn("error", "warning", "note");
        });
        JsonNode results = root.at("/runs/0/results");
        assertThat(results).hasSize(1);
        JsonNode result = results.get(0);
        assertThat(result.get("ruleId"))
                .isEqualTo(
                        driver.get("rules").get(result.get("ruleIndex").asInt()).get("id"));
        assertThat(result.at("/message/text").asText()).startsWith("password of `bob`: ");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("a%20report.csv");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(2);
    }
}

package io.policyc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import io.policyc.finding.Checked;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** {@link PublishedPolicies} are read, and written back equal. */
final class CorpusTest {
    private static final CharMatcher SHAPE = CharMatcher.anyOf("[]\"");

    @Test
    void everyPublishedPolicyIsReadAndWrittenBackEqual() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Map<String, String> row : PublishedPolicies.rows("ok")) {
            Checked<LocatedPolicy> read = PublishedPolicies.read(row);
            all.assertThat(read.value())
                    .as("%s %s", row.get("file"), read.errors())
                    .isPresent();
            read.value().map(LocatedPolicy::document).ifPresent(document -> {
                for (String text : List.of(PolicyWriter.minified(document), PolicyWriter.pretty(document))) {
                    Checked<LocatedPolicy> again = PolicyReader.read(
                            "again", SourceText.of("again.json", text), PolicyType.SERVICE_CONTROL_POLICY);
                    all.assertThat(again.value().map(LocatedPolicy::document))
                            .as(row.get("file"))
                            .contains(document);
                }
            });
        }
        all.assertAll();
    }

    @Test
    void aCommentInAPublishedPolicyIsReported() throws IOException {
        for (Map<String, String> row : PublishedPolicies.rows("invalid:comments")) {
            assertThat(PublishedPolicies.read(row).findings())
                    .extracting(finding -> finding.id().name())
                    .contains("source.comment");
        }
    }

    /** What the writer may change is the shape: a value or a list of one, a number or its text. */
    @Test
    void writingChangesTheSizeOfAPublishedPolicyByBracketsAndQuotesOnly() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Map<String, String> row : PublishedPolicies.rows("ok")) {
            String published = WhiteSpace.outsideStringsRemoved(
                    PublishedPolicies.text(row).orThrow().text());
            all.assertThat(PolicySize.of(published).characters())
                    .as(row.get("file"))
                    .isEqualTo(Integer.parseInt(row.get("chars_minified")));
            PublishedPolicies.read(row).value().map(LocatedPolicy::document).ifPresent(document -> {
                String written = PolicyWriter.minified(document);
                all.assertThat(SHAPE.removeFrom(written).length())
                        .as(row.get("file"))
                        .isEqualTo(SHAPE.removeFrom(published).length());
            });
        }
        all.assertAll();
    }
}

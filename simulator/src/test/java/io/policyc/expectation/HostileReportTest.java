package io.policyc.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Printable;
import io.policyc.organization.StubPolicies;
import io.policyc.request.Request;
import io.policyc.source.SourceText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports of tests with names that would break out of their place in XML or Markdown. */
class HostileReportTest {
    private static final CaseResult.Failed FAILED = (CaseResult.Failed) ExpectationRunner.create()
            .run(ImmutableList.of(TestFileReader.read(
                            SourceText.of("t.test.yaml", """
                            policies: [Deny]
                            tests: [{name: a, expect: allow, request: {principal: role/x, action: s3:A}}]
                            """),
                            new ExpectationContext(StubPolicies.of(StubPolicies.policy("Deny", """
                            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}
                            """)), Optional.empty()))
                    .orThrow()))
            .results()
            .get(0);

    @Property(tries = 150)
    void junitIsValidAndCounts(@ForAll("reports") ExpectationReport report) throws Exception {
        Element root = read(JunitReport.of(report, UnaryOperator.identity()));
        NodeList suites = root.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(report.files().size());
        for (int i = 0; i < suites.getLength(); i++) {
            Element suite = (Element) suites.item(i);
            NodeList cases = suite.getElementsByTagName("testcase");
            List<CaseResult> results = report.files().get(i).results();
            assertThat(cases.getLength()).isEqualTo(results.size());
            assertThat(suite.getAttribute("tests")).isEqualTo("" + results.size());
            for (String kind : List.of("failure", "error", "skipped")) {
                String sum = suite.getAttribute(kind.equals("skipped") ? kind : kind + "s");
                assertThat(sum).isEqualTo("" + suite.getElementsByTagName(kind).getLength());
            }
            for (int j = 0; j < results.size(); j++) {
                String name = ((Element) cases.item(j)).getAttribute("name");
                assertThat(name)
                        .isEqualTo(Printable.escaped(results.get(j).test().name()));
            }
        }
    }

    @Property(tries = 50)
    void junitOfFindingsIsValid(@ForAll("texts") String text) throws Exception {
        SourceText source = SourceText.of(text + ".yaml", text + "x");
        List<Finding> findings = List.of(
                Finding.of(TestFindings.UNKNOWN_KEY, source.start(), text + "m").withHelp(text),
                Finding.withoutPlace(TestFindings.NO_TESTS, text + "m"));
        Element root = read(JunitReport.ofFindings(findings, UnaryOperator.identity()));
        assertThat(root.getAttribute("errors")).isEqualTo("2");
        assertThat(root.getElementsByTagName("error").getLength()).isEqualTo(2);
    }

    private static Element read(String xml) throws Exception {
        SchemaFactory.newDefaultInstance()
                .newSchema(new StreamSource(new StringReader(JunitReport.schema())))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        return document.getDocumentElement();
    }

    /** Outside of fences and code there is nothing but our own words. */
    @Property(tries = 150)
    void markdownHoldsItsOwnWordsOnly(@ForAll("reports") ExpectationReport report) {
        String markdown = MarkdownReport.of(report, "");
        for (String line : withoutFences(markdown)) {
            assertThat(line.replaceAll("<code>[^<>\"']*</code>", "CODE")).matches("(" + String.join("|", OWN) + ")?");
        }
    }

    private static final List<String> OWN = List.of(
            MarkdownReport.MARKER,
            "### [✅❌] policyc test: [0-9a-z, ]+",
            "<table>|</table>|</details>|</ul></details>",
            "<tr>(<th>[a-z]+</th>)+</tr>",
            "<tr><td>CODE</td>(<td>[0-9]+</td>){5}</tr>",
            "<details( open)?><summary>CODE<br>CODE</summary>",
            "<details><summary>skipped</summary><ul>",
            "<li>CODE: CODE</li>",
            "allow \\(organization policies only\\): [a-zA-Z'; ]+",
            "\\*\\*[0-9]+ more [a-z ]+\\*\\* left out here, a comment takes no more; the log has all\\.");

    /** Lines outside of fences, as https://github.github.com/gfm/#fenced-code-blocks ends them. */
    private static List<String> withoutFences(String markdown) {
        List<String> outside = new ArrayList<>();
        int fence = 0;
        for (String line : markdown.split("\n", -1)) {
            String stripped = line.replaceFirst("^ {0,3}", "");
            int ticks = stripped.length()
                    - CharMatcher.is('`').trimLeadingFrom(stripped).length();
            if (fence == 0 && ticks >= 3) {
                fence = ticks;
            } else if (fence > 0) {
                boolean closes = ticks >= fence && stripped.substring(ticks).isBlank();
                fence = closes ? 0 : fence;
            } else {
                outside.add(line);
            }
        }
        assertThat(fence).as("the last fence is closed").isZero();
        return outside;
    }

    @Test
    void aCommentIsNeverTooLong() {
        List<CaseResult> results = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            results.add(failed("😀@everybody " + i, TestFindings.FAILED));
            results.add(new CaseResult.Skipped(test("😀".repeat(200) + i), "later"));
        }
        List<FileReport> files = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            files.add(new FileReport(
                    file("tests/" + "<".repeat(100) + i), ImmutableList.copyOf(i == 299 ? results : List.of())));
        }
        ExpectationReport report = new ExpectationReport(ImmutableList.copyOf(files), 0);
        for (String appendix : List.of("", "## coverage\n", "x".repeat(100_000))) {
            String markdown = MarkdownReport.of(report, appendix);
            assertThat(Utf8.encodedLength(markdown)).isLessThanOrEqualTo(65_536).isGreaterThan(55_000);
            assertThat(markdown)
                    .containsPattern("\\*\\*[0-9]+ more files\\*\\*")
                    .containsPattern("\\*\\*[0-9]+ more failures\\*\\*")
                    .contains("200 failed")
                    .contains("<td><code>tests/&lt;");
            assertThat(markdown.contains("## coverage")).isEqualTo(appendix.startsWith("##"));
        }
    }

    @Test
    void aRequestThatSaysTooLittleIsAnErrorAndNoFailure() throws Exception {
        FindingId open = TestFindings.OPEN_KEY;
        ExpectationReport report = report("f", failed("a", open), failed("b", TestFindings.FAILED));
        Element root = read(JunitReport.of(report, UnaryOperator.identity()));
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(root.getAttribute("failures")).isEqualTo("1");
        assertThat(((Element) root.getElementsByTagName("error").item(0)).getAttribute("type"))
                .isEqualTo("test.open-key");
    }

    @Test
    void classesAreNamedAfterFiles() {
        assertThat(JunitReport.className("tests/team.a/keys.test.yaml")).isEqualTo("tests.team_a.keys");
        assertThat(JunitReport.className("../x/tests\\keys.test.yaml")).isEqualTo("__.x.tests.keys");
        assertThat(JunitReport.className("/keys.test.yaml")).isEqualTo("keys");
        assertThat(JunitReport.className("")).isEqualTo("policyc");
    }

    @Provide
    Arbitrary<ExpectationReport> reports() {
        Arbitrary<CaseResult> results = Combinators.combine(
                        texts(), Arbitraries.integers().between(0, 3))
                .as((text, kind) -> switch (kind) {
                    case 0 -> new CaseResult.Skipped(test(text), text);
                    case 1 -> failed(text, TestFindings.FAILED);
                    case 2 -> failed(text, TestFindings.OPEN_KEY);
                    default -> new CaseResult.Passed(test(text), FAILED.decision(), Optional.of(text));
                });
        return Combinators.combine(texts(), results.list().ofMaxSize(4))
                .as((name, cases) -> new FileReport(file(name), ImmutableList.copyOf(cases)))
                .list()
                .ofMaxSize(2)
                .map(files -> new ExpectationReport(ImmutableList.copyOf(files), 0));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of(
                "]]>",
                "</failure>",
                "<code>",
                "</code>",
                "</details>",
                "&",
                "&amp;",
                "\"",
                "'",
                "|",
                "`",
                "```",
                "\n",
                "\r\n",
                "\n\n# x",
                "@octocat",
                "#1",
                "\u0000",
                "\ufffe",
                "\ud83d",
                "😀",
                "<!--",
                "-->",
                "\\",
                "*",
                "[a](b)",
                "https://a.example",
                "a");
        return Arbitraries.oneOf(
                parts.list().ofMaxSize(6).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(8));
    }

    private static ExpectationReport report(String name, CaseResult... results) {
        return new ExpectationReport(ImmutableList.of(new FileReport(file(name), ImmutableList.copyOf(results))), 0);
    }

    private static TestFile file(String name) {
        return new TestFile(name, ImmutableList.of());
    }

    private static CaseResult.Failed failed(String name, FindingId id) {
        return new CaseResult.Failed(
                test(name), id, FAILED.decision(), "expected `" + name + "`", Optional.of(name), FAILED.simulator());
    }

    private static ExpectationCase test(String name) {
        ExpectationCase test = FAILED.test();
        Request request = test.request();
        SourceText source = SourceText.of("tests/" + name + ".test.yaml", "- name: " + name);
        return new ExpectationCase(
                name,
                test.policies(),
                request,
                Expected.ALLOW,
                Optional.empty(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                source.start());
    }
}

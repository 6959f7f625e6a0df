package io.policyc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.source.SourceText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Law 1: reading what was written gives the same document. */
final class PolicyRoundTripTest {

    @Property
    void whatIsWrittenIsReadBackEqual(@ForAll("typedDocuments") Tuple2<PolicyType, PolicyDocument> typed) {
        for (String text : List.of(PolicyWriter.minified(typed.get2()), PolicyWriter.pretty(typed.get2()))) {
            Checked<LocatedPolicy> read = read(text, typed.get1());
            assertThat(read.errors()).isEmpty();
            assertThat(read.value()).map(LocatedPolicy::document).contains(typed.get2());
        }
    }

    @Property
    void writingIsDeterministicAndReadingAndWritingAgainChangesNoCharacter(
            @ForAll("typedDocuments") Tuple2<PolicyType, PolicyDocument> typed) {
        String minified = PolicyWriter.minified(typed.get2());
        String pretty = PolicyWriter.pretty(typed.get2());
        assertThat(PolicyWriter.minified(typed.get2())).isEqualTo(minified);
        PolicyDocument read = read(minified, typed.get1()).orThrow().document();
        assertThat(PolicyWriter.minified(read)).isEqualTo(minified);
        assertThat(PolicyWriter.pretty(read)).isEqualTo(pretty);
        PolicyDocument readPretty = read(pretty, typed.get1()).orThrow().document();
        assertThat(PolicyWriter.minified(readPretty)).isEqualTo(minified);
    }

    @Property
    void minifiedTextIsPrettyTextWithoutWhiteSpaceOutsideStringsAndItsSizeIsTheNumberOfItsCharacters(
            @ForAll("scps") PolicyDocument document) {
        String minified = PolicyWriter.minified(document);
        assertThat(WhiteSpace.outsideStringsRemoved(minified)).isEqualTo(minified);
        assertThat(WhiteSpace.outsideStringsRemoved(PolicyWriter.pretty(document)))
                .isEqualTo(minified);
        int characters = 0;
        int bytes = 0;
        for (int i = 0; i < minified.length(); i += Character.charCount(minified.codePointAt(i))) {
            int c = minified.codePointAt(i);
            characters++;
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        }
        assertThat(PolicySize.of(minified)).isEqualTo(new PolicySize(characters, bytes));
    }

    @Property
    void theSpellingOfKeysSurvives(@ForAll("scps") PolicyDocument document) {
        PolicyDocument read = read(PolicyWriter.minified(document), PolicyType.SERVICE_CONTROL_POLICY)
                .orThrow()
                .document();
        assertThat(spellings(read)).isEqualTo(spellings(document));
    }

    @Property
    void everyStatementAndConditionHasItsPlaceInTheText(@ForAll("scps") PolicyDocument document) {
        SourceText text = SourceText.of("p.json", PolicyWriter.pretty(document));
        LocatedPolicy read =
                PolicyReader.read("p", text, PolicyType.SERVICE_CONTROL_POLICY).orThrow();
        for (int s = 0; s < document.statements().size(); s++) {
            ImmutableList<Condition> conditions = document.statements().get(s).conditions();
            for (int c = 0; c < conditions.size(); c++) {
                assertThat(read.conditionPlace(s, c)).isPresent();
                int line = read.conditionPlace(s, c).orElseThrow().line();
                assertThat(text.line(line)).contains(conditions.get(c).key().spelling());
            }
        }
    }

    @Property
    void anyTextAsAValueSurvivesOrIsReported(@ForAll("nasty") String value) {
        Statement statement = Statement.of(
                Effect.DENY,
                new ActionElement.Action(ImmutableList.of(new ActionPattern("*"))),
                new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))),
                List.of(Condition.of(Comparison.STRING_EQUALS, "aws:UserAgent", value, value)));
        PolicyDocument document = PolicyDocument.of(List.of(statement));
        for (String text : List.of(PolicyWriter.minified(document), PolicyWriter.pretty(document))) {
            Checked<LocatedPolicy> read = read(text, PolicyType.SERVICE_CONTROL_POLICY);
            if (read.hasErrors()) {
                assertThat(read.errors()).extracting(f -> f.id().name()).containsOnly("source.unpaired-surrogate");
            } else {
                assertThat(read.value()).map(LocatedPolicy::document).contains(document);
            }
        }
    }

    @Provide
    Arbitrary<Tuple2<PolicyType, PolicyDocument>> typedDocuments() {
        return Arbitraries.of(PolicyType.class)
                .flatMap(type -> PolicyArbitraries.documents(type).map(document -> Tuple.of(type, document)));
    }

    @Provide
    Arbitrary<PolicyDocument> scps() {
        return PolicyArbitraries.serviceControlPolicies();
    }

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20),
                Arbitraries.strings()
                        .withChars('\0', '\u001f', '\u007f', '\u0085', '\u2028', '\ufeff', '\ufffe', '"', '\\', '/')
                        .withChars('\ud83d', '\ude00', '\u202e', '$', '{', '}', '\n', '\r', '\t', '<')
                        .ofMaxLength(12));
    }

    private static Checked<LocatedPolicy> read(String text, PolicyType type) {
        return PolicyReader.read("p", SourceText.of("p.json", text), type);
    }

    private static List<String> spellings(PolicyDocument document) {
        return document.statements().stream()
                .flatMap(statement -> statement.conditions().stream())
                .map(condition -> condition.operator() + " " + condition.key().spelling())
                .toList();
    }
}

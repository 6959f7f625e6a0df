package io.policyc.comparison;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.Nodes;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.Outcome;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the list of known disagreements. A value is there only if there is no error. */
public final class KnownDisagreementsReader {
    /** What a service can answer. */
    private static final ImmutableList<Outcome> OUTCOMES =
            ImmutableList.of(Outcome.ALLOWED, Outcome.EXPLICIT_DENY, Outcome.IMPLICIT_DENY);

    private final Findings findings;
    private final Map<Subject, SourceSpan> subjects = new HashMap<>();

    /** What an entry is about. */
    private record Subject(String test, Optional<String> file) {}

    private KnownDisagreementsReader(Findings findings) {
        this.findings = findings;
    }

    public static Checked<KnownDisagreements> read(SourceText source) {
        return Nodes.read(source).then(KnownDisagreementsReader::read);
    }

    private static Checked<KnownDisagreements> read(Node node) {
        Findings findings = new Findings();
        KnownDisagreementsReader reader = new KnownDisagreementsReader(findings);
        ImmutableList<KnownDisagreement> entries = reader.file(node);
        return findings.hasErrors() ? findings.withoutValue() : findings.with(new KnownDisagreements(entries));
    }

    private ImmutableList<KnownDisagreement> file(Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(
                    ComparisonFindings.WRONG_TYPE,
                    node.span(),
                    "a list of known disagreements is an object, not " + node.kind(),
                    "it has `disagreements:`, a list");
            return ImmutableList.of();
        }
        Fields fields = fields(object);
        if (fields.node("disagreements").isEmpty()) {
            missing(fields, "a list of known disagreements", "disagreements");
        }
        ImmutableList.Builder<KnownDisagreement> entries = ImmutableList.builder();
        fields.array("disagreements").map(ArrayNode::elements).orElse(ImmutableList.of()).stream()
                .map(this::entry)
                .flatMap(Optional::stream)
                .forEach(entries::add);
        fields.reportUnknown(ComparisonFindings.UNKNOWN_KEY, "key of a list of known disagreements");
        return entries.build();
    }

    private Optional<KnownDisagreement> entry(Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(
                    ComparisonFindings.WRONG_TYPE,
                    node.span(),
                    "a known disagreement is an object, not " + node.kind(),
                    "{test: …, offline: …, aws: …, reason: …, link: …}");
            return Optional.empty();
        }
        Fields fields = fields(object);
        Optional<ScalarNode> test = text(fields, "test");
        Optional<String> file = fields.scalar("file").map(ScalarNode::text);
        Optional<Outcome> offline = text(fields, "offline").flatMap(this::outcome);
        Optional<Outcome> service = text(fields, "aws").flatMap(this::outcome);
        Optional<String> reason = text(fields, "reason").map(ScalarNode::text);
        Optional<String> link = text(fields, "link").flatMap(this::link);
        fields.reportUnknown(ComparisonFindings.UNKNOWN_KEY, "key of a known disagreement");
        test.ifPresent(name -> checkTwice(new Subject(name.text(), file), name.span()));
        if (offline.isPresent() && offline.equals(service)) {
            findings.add(
                    ComparisonFindings.INVALID_VALUE,
                    fields.keySpan("aws").orElse(fields.span()),
                    "`offline` and `aws` are the same, which is no disagreement");
        }
        if (test.isEmpty() || offline.isEmpty() || service.isEmpty() || reason.isEmpty() || link.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new KnownDisagreement(
                test.get().text(),
                file,
                offline.get(),
                service.get(),
                reason.get(),
                link.get(),
                test.get().span()));
    }

    private Fields fields(ObjectNode object) {
        return new Fields(object, findings, ComparisonFindings.WRONG_TYPE);
    }

    /** Text that has to be there and says something. */
    private Optional<ScalarNode> text(Fields fields, String key) {
        if (fields.node(key).isEmpty()) {
            missing(fields, "a known disagreement", key);
        }
        Optional<ScalarNode> text = fields.scalar(key);
        text.filter(node -> node.text().isBlank())
                .ifPresent(
                        node -> findings.add(ComparisonFindings.INVALID_VALUE, node.span(), "`" + key + "` is empty"));
        return text.filter(node -> !node.text().isBlank());
    }

    private void missing(Fields fields, String what, String key) {
        findings.add(ComparisonFindings.MISSING_KEY, fields.span(), what + " needs `" + key + "`");
    }

    private Optional<Outcome> outcome(ScalarNode node) {
        Optional<Outcome> outcome = OUTCOMES.stream()
                .filter(one -> DecisionPrinter.word(one).equals(node.text()))
                .findFirst();
        if (outcome.isEmpty()) {
            List<String> words = OUTCOMES.stream().map(DecisionPrinter::word).toList();
            findings.add(
                    ComparisonFindings.INVALID_VALUE,
                    node.span(),
                    Printable.quoted(node.text()) + " is no outcome",
                    Suggestions.help(node.text(), words));
        }
        return outcome;
    }

    /** The address of a page. */
    private Optional<String> link(ScalarNode node) {
        boolean address = Stream.of("https://", "http://")
                .anyMatch(start -> node.text().startsWith(start) && node.text().length() > start.length());
        if (!address) {
            findings.add(
                    ComparisonFindings.INVALID_VALUE,
                    node.span(),
                    Printable.quoted(node.text()) + " is not the address of a page",
                    "link: https://…, the page or ticket that explains the disagreement");
            return Optional.empty();
        }
        return Optional.of(node.text());
    }

    private void checkTwice(Subject subject, SourceSpan place) {
        SourceSpan first = subjects.putIfAbsent(subject, place);
        if (first != null) {
            findings.add(
                    ComparisonFindings.DUPLICATE,
                    place,
                    "a second entry for " + Printable.quoted(subject.test()) + "; the first is in line "
                            + first.line());
        }
    }
}

package io.policyc.imports;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.imports.YamlTree.Entries;
import io.policyc.imports.YamlTree.Entry;
import io.policyc.imports.YamlTree.Items;
import io.policyc.imports.YamlTree.Nothing;
import io.policyc.imports.YamlTree.Text;
import io.policyc.intent.Intent;
import io.policyc.intent.Partition;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyFindings;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.Sid;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An SCP document as an intent that compiles back to it: the same statements in the same order, character for character in
 * the form that {@link PolicyWriter} writes. What intents cannot say is a finding, and then there is no intent.
 */
public final class IntentImport {
    /** Twenty times the largest SCP; a longer text is no policy of anybody. */
    private static final int MOST_CHARACTERS = 200_000;

    private static final int MOST_LINES = 8;

    private final LocatedPolicy policy;
    private final ImportedValues values;
    private final RuleTrial trial;
    private final RuleForms rules;
    private final Findings findings = new Findings();

    private IntentImport(LocatedPolicy policy, ImportedValues values, Partition partition) {
        this.policy = policy;
        this.values = values;
        Samples samples = Samples.of(policy.document(), values);
        this.trial = RuleTrial.in(partition, text -> values.filled(text, samples::sample));
        this.rules = new RuleForms(trial);
    }

    /** The intent under a name, with values for placeholders of the document, for a repository of the partition aws. */
    public static Checked<ImportedIntent> of(LocatedPolicy policy, String name, ImmutableMap<String, String> given) {
        return of(policy, name, given, Partition.AWS);
    }

    /**
     * The intent under a name, with values for placeholders of the document.
     *
     * @param given by the name that the placeholder has in the intent
     * @param partition of the repository that it is for, on which facets depend
     * @throws IllegalArgumentException if the name is not one for a policy
     */
    public static Checked<ImportedIntent> of(
            LocatedPolicy policy, String name, ImmutableMap<String, String> given, Partition partition) {
        if (!Intent.isName(name)) {
            throw new IllegalArgumentException("not a policy name: " + name);
        }
        int characters = PolicyWriter.minified(policy.document()).length();
        if (characters > MOST_CHARACTERS) {
            return Checked.failed(Finding.withoutPlace(
                    PolicyFindings.TOO_LARGE,
                    Printable.quoted(policy.name()) + " has more characters than " + MOST_CHARACTERS
                            + ", far more than any SCP"));
        }
        return new IntentImport(policy, ImportedValues.of(policy, given), partition).run(name, given);
    }

    private Checked<ImportedIntent> run(String name, ImmutableMap<String, String> given) {
        checkGiven(given);
        checkDocument();
        List<YamlTree> written = new ArrayList<>();
        for (int i = 0; i < policy.document().statements().size(); i++) {
            rule(i).ifPresent(written::add);
        }
        ImmutableList<YamlTree> all = ImmutableList.copyOf(written);
        if (!findings.hasErrors()) {
            checkWhole(all);
        }
        if (findings.hasErrors()) {
            return findings.withoutValue();
        }
        noteValues();
        Entries intent = Entries.of("policy", new Text(name));
        if (!values.list().isEmpty()) {
            intent = intent.with("values", valueEntries());
        }
        return findings.with(
                new ImportedIntent(name, YamlPrinter.print(intent.with("rules", new Items(all))), values.list()));
    }

    private void checkGiven(ImmutableMap<String, String> given) {
        for (String name : given.keySet()) {
            if (!values.names().contains(name)) {
                findings.add(Finding.withoutPlace(
                                ImportFindings.UNKNOWN_VALUE,
                                Printable.quoted(policy.name()) + " has no placeholder named " + Printable.quoted(name))
                        .withHelp(Suggestions.help(name, values.names())));
            }
        }
    }

    /** What stands around the statements is of one form in what intents compile to. */
    private void checkDocument() {
        boolean variables = policy.document().effectiveVersion() == PolicyVersion.V2012_10_17;
        if (!variables) {
            boolean literal = policy.document().statements().stream()
                    .flatMap(DocumentTexts::of)
                    .anyMatch(text -> text.contains("${"));
            String version = Printable.quoted(policy.name())
                    + (policy.document().version().isPresent() ? " is of Version 2008-10-17" : " has no Version");
            if (literal) {
                String message = version + ", so its `${…}` are no variables; in an intent they would be";
                add(
                        ImportFindings.CANNOT_BE_SAID,
                        Optional.empty(),
                        message,
                        "write \"Version\": \"2012-10-17\" if variables are meant");
            } else {
                String message = version + "; that of the intent is 2012-10-17";
                add(ImportFindings.NOT_KEPT, Optional.empty(), message, "without `${…}` the two mean the same");
            }
        }
        if (policy.document().id().isPresent()) {
            add(
                    ImportFindings.NOT_KEPT,
                    Optional.empty(),
                    "the Id of " + Printable.quoted(policy.name()) + " is left out",
                    "SCPs have no Id");
        }
    }

    private Optional<Entries> rule(int index) {
        Statement statement = policy.document().statements().get(index);
        if (statement.principal().isPresent() || statement.resource().isEmpty()) {
            refuse(index, "SCPs have no Principal, and always a Resource", policy.statementPlace(index));
            return Optional.empty();
        }
        if (DocumentTexts.of(statement).anyMatch(ImportedValues::hasReference)) {
            refuse(index, "`((…))` is a value in an intent", policy.statementPlace(index));
            return Optional.empty();
        }
        Statement named = DocumentTexts.changed(statement, values::named);
        Optional<Entries> rule = rules.of(named);
        if (rule.isEmpty()) {
            explain(index, named);
        }
        return rule;
    }

    /** Says which conditions are to blame, or if each alone could be said, what the whole statement lacks. */
    private void explain(int index, Statement statement) {
        ConditionForms forms = new ConditionForms(trial);
        boolean blamed = false;
        for (int i = 0; i < statement.conditions().size(); i++) {
            Optional<String> refusal = forms.refusal(statement.conditions().get(i));
            if (refusal.isPresent()) {
                refuse(index, refusal.get(), policy.conditionPlace(index, i));
                blamed = true;
            }
        }
        if (!blamed) {
            String reason = rules.refusal(statement)
                    .orElse("the compiler makes fewer conditions of these, which mean the same");
            refuse(index, reason, policy.statementPlace(index));
        }
    }

    private void refuse(int index, String reason, Optional<SourceSpan> place) {
        String sid = policy.document()
                .statements()
                .get(index)
                .sid()
                .map(Sid::text)
                .map(text -> " (" + Printable.quoted(text) + ")")
                .orElse("");
        add(
                ImportFindings.CANNOT_BE_SAID,
                place,
                "statement " + (index + 1) + sid + " cannot be said as an intent: " + reason,
                "keep the document as it is under policies/, or mend the statement");
    }

    /** Rules also meet each other: two statements of one Sid have no place in an intent. */
    private void checkWhole(ImmutableList<YamlTree> rules) {
        Checked<ImmutableList<Statement>> compiled = trial.compile(rules);
        ImmutableList<Statement> filled = policy.document().statements().stream()
                .map(statement -> DocumentTexts.changed(statement, values::named))
                .map(statement -> DocumentTexts.changed(statement, trial.filled()))
                .collect(ImmutableList.toImmutableList());
        if (compiled.hasErrors() || !RuleTrial.same(compiled.value().orElseThrow(), filled)) {
            String reason = compiled.errors().stream()
                    .map(Finding::message)
                    .findFirst()
                    .orElse("its statements do not come back as they are");
            add(
                    ImportFindings.CANNOT_BE_SAID,
                    policy.statementPlace(0),
                    Printable.quoted(policy.name()) + " cannot be said as an intent: " + reason,
                    "keep the document as it is under policies/");
        }
    }

    private void noteValues() {
        for (ImportedValue value : values.list()) {
            if (value.value().isEmpty()) {
                add(
                        ImportFindings.TO_FILL_IN,
                        Optional.empty(),
                        Printable.quoted(value.written()) + " became `" + value.reference()
                                + "`, which has no value yet",
                        "fill it in under `values:`, or give --value " + value.name() + "=…");
            }
        }
    }

    private Entries valueEntries() {
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        for (ImportedValue value : values.list()) {
            String lines = value.lines().stream()
                    .limit(MOST_LINES)
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            String more = value.lines().size() > MOST_LINES ? ", …" : "";
            String where =
                    lines.isEmpty() ? "" : " in " + (value.lines().size() > 1 ? "lines " : "line ") + lines + more;
            entries.add(new Entry(
                    value.name(),
                    value.value().<YamlTree>map(Text::new).orElseGet(Nothing::new),
                    Optional.of(value.written() + where)));
        }
        return new Entries(entries.build());
    }

    private void add(FindingId id, Optional<SourceSpan> place, String message, String help) {
        findings.add(new Finding(id, message, place, Optional.of(help)));
    }
}

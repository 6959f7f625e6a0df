package io.policyc.intent;

import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.Fields;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.Optional;

/** What a repository says for all of its intents: the partition of their ARNs, values and groups of principals. */
public final class IntentContext {
    /** No values, no groups, the partition {@code aws}. */
    public static final IntentContext NONE = new IntentContext(Partition.AWS, Values.NONE, Groups.NONE);

    /** The keys that are read here. */
    public static final ImmutableSet<String> KEYS = ImmutableSet.of("partition", "values", "groups");

    private final Partition partition;
    private final Values values;
    private final Groups groups;

    private IntentContext(Partition partition, Values values, Groups groups) {
        this.partition = partition;
        this.values = values;
        this.groups = groups;
    }

    /** No values and groups. */
    public static IntentContext of(Partition partition) {
        return new IntentContext(partition, Values.NONE, Groups.NONE);
    }

    /**
     * Reads {@code partition}, {@code values} and {@code groups} of a map, such as policyc.yaml; its other keys are left
     * alone. The value is there beside errors too.
     */
    public static Checked<IntentContext> read(ObjectNode object) {
        Findings findings = new Findings();
        Fields fields = new Fields(object, findings, IntentFindings.WRONG_TYPE);
        Partition partition = fields.scalar("partition")
                .flatMap(word -> partition(word, findings))
                .orElse(Partition.AWS);
        return findings.with(of(partition).with(object, findings));
    }

    private static Optional<Partition> partition(ScalarNode word, Findings findings) {
        Optional<Partition> partition = Partition.named(word.text());
        if (partition.isEmpty()) {
            findings.add(
                    IntentFindings.INVALID_VALUE,
                    word.span(),
                    "unknown partition " + Printable.quoted(word.text()),
                    Suggestions.help(word.text(), Partition.words()));
        }
        return partition;
    }

    /** This context with the values and groups that a map defines over it. */
    IntentContext with(ObjectNode object, Findings findings) {
        Fields fields = new Fields(object, findings, IntentFindings.WRONG_TYPE);
        Values allValues =
                fields.object("values").map(map -> values.with(map, findings)).orElse(values);
        Groups allGroups = fields.object("groups")
                .map(map -> new Substitution(allValues, findings).apply(map, ImmutableSet.of()))
                .map(map -> groups.with(map, partition, findings))
                .orElse(groups);
        return new IntentContext(partition, allValues, allGroups);
    }

    /** An intent with values in the place of their names. */
    ObjectNode substitute(ObjectNode intent, Findings findings) {
        ImmutableSet<String> untouched = ImmutableSet.of("policy", "guardrail", "values", "groups");
        return new Substitution(values, findings).apply(intent, untouched);
    }

    /** A map of another kind of file, such as a role, with values in the place of their names but in some members. */
    public ObjectNode substitute(ObjectNode object, ImmutableSet<String> untouched, Findings findings) {
        return new Substitution(values, findings).apply(object, untouched);
    }

    public Partition partition() {
        return partition;
    }

    Groups groups() {
        return groups;
    }
}

package io.policyc.alert;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.node.JsonNodes;
import io.policyc.node.JsonText;
import io.policyc.node.Node;
import io.policyc.simulator.Truth;
import io.policyc.source.SourceText;

/**
 * A pattern of events of EventBridge.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html">Event pattern syntax</a>
 */
public final class EventPattern {
    /**
     * The quota of a pattern, which AWS raises on request.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html">Quotas</a>
     */
    private static final int QUOTA = 2_048;

    /** No quota is raised this far, and reading would take long. */
    private static final int LONGEST = 64 * 1024;

    private final Node root;
    private final String json;
    private final ImmutableList<FieldPattern> combinations;

    private EventPattern(Node root, String json, ImmutableList<FieldPattern> combinations) {
        this.root = root;
        this.json = json;
        this.combinations = combinations;
    }

    /** Reads the JSON text of a pattern. */
    public static Checked<EventPattern> read(SourceText source) {
        return JsonNodes.read(source).then(EventPattern::read);
    }

    private static Checked<EventPattern> read(Node root) {
        Findings findings = new Findings();
        String json = JsonText.minified().value(root).toString();
        if (json.length() > LONGEST) {
            findings.add(
                    AlertFindings.INVALID_PATTERN,
                    root.span(),
                    "a pattern of " + json.length() + " characters; AWS takes " + QUOTA + " if no more were agreed on");
            return findings.withoutValue();
        }
        ImmutableList<FieldPattern> combinations = new PatternReader(findings).read(root);
        if (json.length() > QUOTA) {
            findings.add(Finding.of(
                            AlertFindings.LARGE_PATTERN,
                            root.span(),
                            "the pattern has " + json.length() + " characters; the quota is " + QUOTA)
                    .withHelp("make two rules of it, or ask AWS for a higher quota"));
        }
        return findings.hasErrors()
                ? findings.withoutValue()
                : findings.with(new EventPattern(root, json, combinations));
    }

    /** Whether a rule with this pattern would take an event of its bus; unknown where AWS does not say. */
    public Truth matches(Node event) {
        EventMatcher matcher = new EventMatcher(event);
        Truth any = Truth.FALSE;
        for (FieldPattern combination : combinations) {
            any = any.or(matcher.matches(combination));
            if (any == Truth.TRUE) {
                return any;
            }
        }
        return any;
    }

    /** The pattern as a tree, to be written into a template. */
    public Node root() {
        return root;
    }

    /** The pattern without white space. */
    public String json() {
        return json;
    }
}

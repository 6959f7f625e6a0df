package io.policyc.request;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ConditionKey;
import io.policyc.source.SourceSpan;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code context}, {@code absent} and {@code unknown}. The catalogue knows which keys have one value and which a list:
 * what is declared there wins over how the value is written.
 */
final class ContextReader {
    /** What is fixed for a principal except its value. */
    private static final ImmutableSet<ConditionKey> FREE = ImmutableSet.of(ConditionKey.of("aws:TokenIssueTime"));

    private record Given(ContextValue value, SourceSpan place) {}

    private final Findings findings;
    private final Map<ConditionKey, Given> given = new LinkedHashMap<>();

    private ContextReader(Findings findings) {
        this.findings = findings;
    }

    static ContextReader read(Fields fields, Findings findings) {
        ContextReader reader = new ContextReader(findings);
        for (Member member : fields.object("context").map(ObjectNode::members).orElse(ImmutableList.of())) {
            reader.key(member.key(), member.keySpan())
                    .ifPresent(key -> reader.value(key, member, fields)
                            .ifPresent(value -> reader.put(key, value, member.keySpan())));
        }
        for (ScalarNode node : fields.scalars("absent")) {
            reader.key(node.text(), node.span()).ifPresent(key -> reader.put(key, ContextValue.ABSENT, node.span()));
        }
        for (ScalarNode node : fields.scalars("unknown")) {
            reader.key(node.text(), node.span()).ifPresent(key -> reader.put(key, ContextValue.UNKNOWN, node.span()));
        }
        return reader;
    }

    private void put(ConditionKey key, ContextValue value, SourceSpan place) {
        Given before = given.putIfAbsent(key, new Given(value, place));
        if (before != null) {
            findings.add(
                    RequestFindings.CONTRADICTION,
                    place,
                    Printable.quoted(key.spelling()) + " is mentioned twice; first in line "
                            + before.place().line(),
                    "a key has a value, is absent or is unknown, and its letter case does not matter");
        }
    }

    private Optional<ConditionKey> key(String text, SourceSpan place) {
        if (!ConditionKey.isValid(text)) {
            findings.add(
                    RequestFindings.INVALID_CONTEXT_KEY,
                    place,
                    Printable.quoted(text) + " is not a condition key",
                    "a key is service:Name, for example aws:SourceVpce or aws:PrincipalTag/team");
            return Optional.empty();
        }
        ConditionKey key = ConditionKey.of(text);
        if (ContextKeys.typeOf(key).isEmpty()) {
            Optional<String> nearest = Suggestions.nearest(text, ContextKeys.names(), findings);
            if (nearest.isPresent() || key.folded().startsWith("aws:")) {
                findings.add(
                        RequestFindings.UNKNOWN_CONTEXT_KEY,
                        place,
                        "no condition key " + Printable.quoted(text) + " is known as of " + ContextKeys.DATE,
                        nearest.map(name -> "did you mean `" + name + "`?")
                                .orElse("keys added later are not in the list; the name is taken as it is"));
            }
        }
        return Optional.of(key);
    }

    private Optional<ContextValue> value(ConditionKey key, Member member, Fields fields) {
        int errors = findings.errorCount();
        List<String> values = fields.scalars(member.value(), Printable.quoted(member.key())).stream()
                .map(ScalarNode::text)
                .toList();
        if (findings.errorCount() > errors) {
            return Optional.empty();
        }
        boolean list = ContextKeys.typeOf(key).map(KeyType::multivalued).orElse(member.value() instanceof ArrayNode);
        if (list) {
            return Optional.of(ContextValue.listOf(values));
        }
        if (values.size() == 1) {
            return Optional.of(ContextValue.of(values.get(0)));
        }
        findings.add(
                RequestFindings.SINGLE_VALUED_KEY,
                member.value().span(),
                "a request has one value of " + Printable.quoted(member.key()) + ", not " + values.size(),
                values.isEmpty() ? "list the key under `absent`" : "a test's `matrix` tries several requests");
        return Optional.empty();
    }

    /** Lays the keys over a request; what is impossible for the principal, or said otherwise by a short form, is found. */
    void fill(Principal principal, Request.Builder builder, ObjectNode request, Findings found) {
        ImmutableMap<ConditionKey, ContextValue> fixed = principal.context();
        RequestContext derived = builder.derived();
        given.forEach((key, one) -> {
            ContextValue byPrincipal = fixed.containsKey(key) ? derived.get(key) : ContextValue.UNKNOWN;
            if (contradicts(key, one.value(), byPrincipal)) {
                found.add(
                        RequestFindings.CONTRADICTION,
                        one.place(),
                        "for this principal " + Printable.quoted(key.spelling()) + " is " + words(byPrincipal)
                                + ", not " + words(one.value()),
                        "change the principal, or leave the key out: it is filled in");
            } else if (hasShortForm(key, request) && contradicts(key, one.value(), derived.get(key))) {
                found.add(
                        RequestFindings.CONTRADICTION,
                        one.place(),
                        Printable.quoted(key.spelling()) + " is " + words(derived.get(key))
                                + " by another key of this request, not " + words(one.value()),
                        "say it once");
            }
            lay(key.spelling(), one.value(), builder);
        });
    }

    private static void lay(String key, ContextValue value, Request.Builder builder) {
        switch (value.state()) {
            case PRESENT -> {
                if (value.list()) {
                    builder.context(key, value.values());
                } else {
                    builder.context(key, value.values().get(0));
                }
            }
            case ABSENT -> builder.absent(key);
            case UNKNOWN, VALUE_UNKNOWN -> builder.unknown(key);
        }
    }

    private static boolean contradicts(ConditionKey key, ContextValue value, ContextValue other) {
        if (other.state() == ContextValue.State.VALUE_UNKNOWN) {
            return value.equals(ContextValue.ABSENT);
        }
        if (other.isUnknown() || value.isUnknown() || other.equals(value)) {
            return false;
        }
        return !(FREE.contains(key) && other.isPresent() && value.isPresent());
    }

    private static boolean hasShortForm(ConditionKey key, ObjectNode request) {
        return request.members().stream()
                .anyMatch(member -> RequestLayers.SHORT_FORMS
                        .getOrDefault(member.key(), ImmutableSet.of())
                        .contains(key.folded()));
    }

    private static String words(ContextValue value) {
        if (value.state() == ContextValue.State.VALUE_UNKNOWN) {
            return "present";
        }
        return value.isPresent() ? Printable.quoted(String.join(", ", value.values())) : "absent";
    }
}

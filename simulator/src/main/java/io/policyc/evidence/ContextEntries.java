package io.policyc.evidence;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ObjectNode.Member;
import io.policyc.node.ReferredFiles;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Comparison;
import io.policyc.request.RequestFindings;
import io.policyc.request.RequestReader;
import io.policyc.simulator.Literals;
import io.policyc.vocabulary.EntryType;
import java.util.Optional;

/**
 * The context of a request as AWS's own simulator takes it: entries with name, type and values, whose values have to be of
 * their type.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html">ContextEntry</a>
 */
public final class ContextEntries {
    private static final String KEY = RequestReader.CONTEXT_ENTRIES;

    private static final String NAME = "ContextKeyName";
    private static final String TYPE = "ContextKeyType";
    private static final String VALUES = "ContextKeyValues";

    private final Findings findings;

    private ContextEntries(Findings findings) {
        this.findings = findings;
    }

    /** A request with its entries among its {@code context}; the same request if it has none. */
    public static ObjectNode expand(ObjectNode request, ReferredFiles files, Findings findings) {
        Optional<Node> entries = request.get(KEY);
        if (entries.isEmpty()) {
            return request;
        }
        ImmutableList<Member> keys = findings.take(ReferredJson.of(entries.get(), files))
                .map(json -> new ContextEntries(findings).read(json.node()))
                .orElse(ImmutableList.of());
        Optional<Node> context = request.get("context");
        ImmutableList.Builder<Member> members = ImmutableList.builder();
        for (Member member : request.members()) {
            if (member.key().equals(KEY) && context.isEmpty()) {
                members.add(new Member("context", member.keySpan(), new ObjectNode(keys, member.keySpan())));
            } else if (member.key().equals("context") && member.value() instanceof ObjectNode plain) {
                ImmutableList<Member> both = ImmutableList.<Member>builder()
                        .addAll(plain.members())
                        .addAll(keys)
                        .build();
                members.add(new Member("context", member.keySpan(), new ObjectNode(both, plain.span())));
            } else if (!member.key().equals(KEY)) {
                members.add(member);
            }
        }
        return new ObjectNode(members.build(), request.span());
    }

    private ImmutableList<Member> read(Node node) {
        if (!(node instanceof ArrayNode list)) {
            findings.add(
                    RequestFindings.WRONG_TYPE,
                    node.span(),
                    "`" + KEY + "` must be a list, or the path of a JSON file with one, not " + node.kind(),
                    "as `aws iam simulate-custom-policy --context-entries` takes it: "
                            + "[{ContextKeyName: aws:SourceVpce, ContextKeyType: string, ContextKeyValues: [vpce-1]}]");
            return ImmutableList.of();
        }
        ImmutableList.Builder<Member> members = ImmutableList.builder();
        list.elements().forEach(element -> entry(element).ifPresent(members::add));
        return members.build();
    }

    /** AWS overlooks an entry without any keys. */
    private Optional<Member> entry(Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(RequestFindings.WRONG_TYPE, node.span(), "a context entry is an object, not " + node.kind());
            return Optional.empty();
        }
        if (object.members().isEmpty()) {
            return Optional.empty();
        }
        int errors = findings.errorCount();
        Fields fields = new Fields(object, findings, RequestFindings.WRONG_TYPE);
        Optional<ScalarNode> name = required(fields, NAME).flatMap(found -> fields.scalar(NAME));
        Optional<EntryType> type =
                required(fields, TYPE).flatMap(found -> fields.scalar(TYPE)).flatMap(this::type);
        Optional<ArrayNode> values = required(fields, VALUES).flatMap(found -> fields.array(VALUES));
        fields.reportUnknown(RequestFindings.UNKNOWN_KEY, "key of a context entry");
        values.ifPresent(list -> fields.scalars(list, "`" + VALUES + "`"));
        if (name.isEmpty() || type.isEmpty() || values.isEmpty() || findings.errorCount() > errors) {
            return Optional.empty();
        }
        return value(name.get(), type.get(), values.get())
                .map(value -> new Member(name.get().text(), name.get().span(), value));
    }

    private Optional<Node> required(Fields fields, String key) {
        Optional<Node> node = fields.node(key);
        if (node.isEmpty()) {
            findings.add(RequestFindings.MISSING_KEY, fields.span(), "a context entry needs `" + key + "`");
        }
        return node;
    }

    private Optional<EntryType> type(ScalarNode node) {
        Optional<EntryType> type = EntryType.of(node.text());
        if (type.isEmpty()) {
            findings.add(
                    RequestFindings.INVALID_CONTEXT_ENTRY,
                    node.span(),
                    Printable.quoted(node.text()) + " is no type of a context key",
                    node.text().startsWith("arn")
                            ? "AWS has no type for ARNs; they are sent as `string`"
                            : Suggestions.help(node.text(), EntryType.words()));
        }
        return type;
    }

    private Optional<Node> value(ScalarNode name, EntryType type, ArrayNode values) {
        int count = values.elements().size();
        if (count == 0 || (count > 1 && !type.isList())) {
            findings.add(
                    RequestFindings.INVALID_CONTEXT_ENTRY,
                    values.span(),
                    "a context entry of type `" + type.word() + "` has "
                            + (type.isList() ? "at least one value" : "one value")
                            + ", and " + Printable.quoted(name.text()) + " has " + count,
                    count == 0
                            ? "list the key under `absent`, or leave it out"
                            : "the type `" + EntryType.of(type.type(), true).word() + "` has several");
            return Optional.empty();
        }
        Comparison.Family form = type.type().family();
        boolean valid = true;
        for (Node node : values.elements()) {
            if (node instanceof ScalarNode scalar && !Literals.isWellFormedInRequest(scalar.text(), form)) {
                valid = false;
                findings.add(
                        RequestFindings.INVALID_CONTEXT_ENTRY,
                        node.span(),
                        Printable.quoted(scalar.text()) + " is not a value of type `" + type.word() + "`",
                        form == Comparison.Family.BINARY
                                ? "it is base64"
                                : "AWS refuses it; the type `string` takes any text");
            }
        }
        return valid ? Optional.of(type.isList() ? values : values.elements().get(0)) : Optional.empty();
    }
}

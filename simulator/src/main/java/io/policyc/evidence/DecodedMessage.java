package io.policyc.evidence;

import com.google.common.collect.ImmutableList;
import io.policyc.evidence.Denial.Manner;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.node.ArrayNode;
import io.policyc.node.JsonNodes;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.policy.ConditionKey;
import io.policyc.source.SourceText;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.util.Optional;

/**
 * Reads a decoded authorization message: who asked for what, whether a Deny matched, and the values of condition keys in
 * the request.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">
 *     DecodeAuthorizationMessage</a>
 */
final class DecodedMessage {
    private final EvidenceObject context;
    private final Description description;
    private final Notes notes = new Notes();

    private DecodedMessage(EvidenceObject context) {
        this.context = context;
        this.description = new Description(context.span());
    }

    /** Reads the message itself, or the answer of the AWS CLI that holds it as a text. */
    static Checked<Evidence> read(SourceText source) {
        return JsonNodes.read(source).then(root -> {
            if (root instanceof ObjectNode object
                    && object.get("DecodedMessage").orElse(null) instanceof ScalarNode text) {
                return JsonNodes.read(SourceText.of("DecodedMessage of " + source.name(), text.text()))
                        .then(inner -> read(inner, source));
            }
            return read(root, source);
        });
    }

    private static Checked<Evidence> read(Node root, SourceText source) {
        Findings findings = new Findings();
        Optional<EvidenceObject> message = root instanceof ObjectNode object
                ? Optional.of(new EvidenceObject(object, findings))
                : Optional.empty();
        Optional<EvidenceObject> context = message.flatMap(found -> found.object("context"));
        if (context.isEmpty()) {
            boolean event = root instanceof ObjectNode object
                    && (object.get("eventName").isPresent()
                            || object.get("Records").isPresent());
            findings.add(
                    EvidenceFindings.NO_DENIAL,
                    root.span(),
                    "this JSON is not a decoded authorization message: it has no `context`",
                    event
                            ? "this is a CloudTrail event; give it with --event"
                            : "give what `aws sts decode-authorization-message` prints");
            return findings.withoutValue();
        }
        boolean explicit = message.flatMap(found -> found.text("explicitDeny"))
                .map(node -> node.text().equals("true"))
                .orElse(false);
        boolean allowed = message.flatMap(found -> found.text("allowed"))
                .map(node -> node.text().equals("true"))
                .orElse(false);
        Evidence evidence = new DecodedMessage(context.get())
                .evidence(
                        source.name(),
                        allowed ? AwsAnswer.ALLOWED : denied(explicit ? Manner.EXPLICIT : Manner.IMPLICIT));
        return findings.hasErrors() ? findings.withoutValue() : findings.with(evidence);
    }

    /** A decoded message names statements that matched, not the type of their policy. */
    private static AwsAnswer denied(Manner manner) {
        return AwsAnswer.denied(Optional.empty(), new Denial(manner, Optional.empty(), Optional.empty()));
    }

    private Evidence evidence(String source, AwsAnswer answer) {
        Optional<EvidenceObject> principal = context.object("principal");
        Optional<ScalarNode> caller = principal.flatMap(found -> found.text("arn"));
        caller.ifPresentOrElse(
                arn -> CallerArn.describe(arn.text(), arn.span(), description, notes),
                () -> notes.notTold(context.span(), "who called is not told", Notes.GIVE_PRINCIPAL));
        Optional<ScalarNode> resource = context.text("resource");
        resource.filter(node ->
                        node.text().equals("*") || Arn.parse(node.text()).isPresent())
                .ifPresent(node -> description.put("resource", node));
        action(resource.flatMap(node -> Arn.parse(node.text())));
        context.object("conditions")
                .map(conditions -> conditions.objects("items"))
                .orElse(ImmutableList.of())
                .forEach(this::condition);
        notes.notTold(
                context.span(),
                "condition keys that the message does not list are left open",
                "what the answer depends on can be given: --context KEY=VALUE, --absent KEY, …");
        return new Evidence(
                source, caller.map(ScalarNode::text), description.build(), Optional.of(answer), notes.toList());
    }

    /** Some services leave out their prefix, which is that of the resource. */
    private void action(Optional<Arn> resource) {
        Optional<ScalarNode> action = context.text("action");
        if (action.isEmpty()) {
            notes.notTold(context.span(), "the action is not told", "give --action service:Name");
            return;
        }
        ScalarNode node = action.get();
        if (node.text().indexOf(':') >= 0 || resource.isEmpty()) {
            description.put("action", node);
            return;
        }
        String guessed = resource.get().service() + ":" + node.text();
        description.put("action", guessed, node.span());
        notes.guess(
                node.span(),
                "the action has no service; `" + guessed + "` is taken from the resource",
                "give --action if it is another");
    }

    /** Keys that IAM does not document, such as aws:Resource, are left out. */
    private void condition(EvidenceObject condition) {
        Optional<ScalarNode> key = condition.text("key");
        ImmutableList<Node> values =
                condition.object("values").map(found -> found.objects("items")).orElse(ImmutableList.of()).stream()
                        .flatMap(item -> item.text("value").stream())
                        .collect(ImmutableList.toImmutableList());
        Optional<KeyType> type = key.map(ScalarNode::text)
                .filter(ConditionKey::isValid)
                .flatMap(text -> ContextKeys.typeOf(ConditionKey.of(text)));
        if (type.isPresent()
                && !values.isEmpty()
                && (values.size() == 1 || type.get().multivalued())) {
            Node value = values.size() == 1 ? values.get(0) : new ArrayNode(values, condition.span());
            description.context(key.orElseThrow().text(), value);
        }
    }
}

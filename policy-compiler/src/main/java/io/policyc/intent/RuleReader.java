package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.FindingId;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Comparison;
import io.policyc.policy.Effect;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Sid;
import io.policyc.policy.ValueTemplate;
import io.policyc.simulator.Literals;
import io.policyc.source.SourceSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one rule of an intent. */
final class RuleReader {
    /** What is said about an exception, beside what it spares. */
    private static final ImmutableSet<String> ABOUT = ImmutableSet.of("owner", "reason", "ticket", "expires");

    private final Findings findings;
    private final Map<String, SourceSpan> sids;
    private final ExpressionReader expressions;

    RuleReader(IntentContext context, Findings findings, Map<String, SourceSpan> sids) {
        this.findings = findings;
        this.sids = sids;
        this.expressions = new ExpressionReader(context, findings);
    }

    Optional<IntentRule> read(Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(IntentFindings.WRONG_TYPE, node.span(), "a rule is a map, not " + node.kind());
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, IntentFindings.WRONG_TYPE);
        final Optional<Sid> sid = sid(fields);
        final Effect effect = effect(fields);
        final Optional<ActionElement> action = actions(fields, effect == Effect.ALLOW ? "allow" : "deny");
        final Optional<ResourceElement> resource = resources(fields);
        final Expression when = fields.node("when")
                .map(expressions::read)
                .orElseGet(() -> new Expression.All(ImmutableList.of(), object.span()));
        final ImmutableList<ExceptionEntry> unless = unless(fields);
        fields.reportUnknown(IntentFindings.UNKNOWN_KEY, "key of a rule");
        if (action.isEmpty() || resource.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IntentRule(sid, effect, action.get(), resource.get(), when, unless, place(object)));
    }

    /** The first line of the rule is what people look for. */
    private static SourceSpan place(ObjectNode object) {
        if (object.members().isEmpty()) {
            return object.span();
        }
        ObjectNode.Member first = object.members().get(0);
        return first.keySpan().to(first.value().span());
    }

    private Optional<Sid> sid(Fields fields) {
        Optional<ScalarNode> node = fields.scalar("sid");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String text = node.get().text();
        if (!Sid.isValid(text)) {
            findings.add(
                    IntentFindings.INVALID_SID,
                    node.get().span(),
                    "sid " + Printable.quoted(text) + " may only hold letters and digits, at least one");
            return Optional.empty();
        }
        SourceSpan first = sids.putIfAbsent(text, node.get().span());
        if (first != null) {
            findings.add(
                    IntentFindings.DUPLICATE_SID,
                    node.get().span(),
                    "sid " + Printable.quoted(text) + " already names the rule in line " + first.line());
        }
        return Optional.of(new Sid(text));
    }

    private Effect effect(Fields fields) {
        Optional<SourceSpan> deny = fields.keySpan("deny");
        Optional<SourceSpan> allow = fields.keySpan("allow");
        if (deny.isPresent() && allow.isPresent()) {
            findings.add(
                    IntentFindings.CONFLICTING_KEYS,
                    allow.get(),
                    "a rule says either `deny` or `allow`",
                    "write two rules");
        }
        return deny.isEmpty() && allow.isPresent() ? Effect.ALLOW : Effect.DENY;
    }

    private Optional<ActionElement> actions(Fields fields, String key) {
        Optional<Node> node = fields.node(key);
        if (node.isEmpty()) {
            findings.add(
                    IntentFindings.MISSING_KEY,
                    fields.span(),
                    "the rule does not say what to `deny` or `allow`",
                    "write an action, a list of actions, or \"*\"");
            return Optional.empty();
        }
        return listOrNot(node.get(), key, this::action, ActionElement.Action::new, ActionElement.NotAction::new);
    }

    Optional<ActionPattern> action(ScalarNode scalar) {
        if (Placeholders.isReported(scalar)) {
            return Optional.empty();
        }
        if (ActionPattern.isValid(scalar.text())) {
            return Optional.of(new ActionPattern(scalar.text()));
        }
        return invalid(
                IntentFindings.INVALID_ACTION,
                scalar,
                "action " + Printable.quoted(scalar.text()) + " is not of the form service:Name",
                "write \"*\" or, for example, s3:GetObject; wildcards may stand in the name, not in the service");
    }

    private Optional<ResourceElement> resources(Fields fields) {
        Optional<Node> node = fields.node("resources");
        if (node.isEmpty()) {
            return Optional.of(new ResourceElement.Resource(ImmutableList.of(new ValueTemplate("*"))));
        }
        return listOrNot(
                node.get(),
                "resources",
                this::resource,
                ResourceElement.Resource::new,
                ResourceElement.NotResource::new);
    }

    Optional<ValueTemplate> resource(ScalarNode scalar) {
        ValueTemplate template = new ValueTemplate(scalar.text());
        boolean shortArn = scalar.text().startsWith("arn:") && scalar.text().endsWith("*");
        boolean arn = Literals.isWellFormed(template, Comparison.ARN_LIKE);
        if (!scalar.text().equals("*") && !arn && !shortArn && !Placeholders.isReported(scalar)) {
            return invalid(
                    IntentFindings.INVALID_RESOURCE,
                    scalar,
                    "resource " + Printable.quoted(scalar.text()) + " is neither \"*\" nor an ARN",
                    "an ARN has six fields: arn:partition:service:region:account:resource");
        }
        return Placeholders.check(scalar, findings) ? Optional.of(template) : Optional.empty();
    }

    /** The exceptions of a rule, or of a guardrail. */
    ImmutableList<ExceptionEntry> unless(Fields fields) {
        ImmutableList.Builder<ExceptionEntry> entries = ImmutableList.builder();
        Optional<ArrayNode> list = fields.array("unless");
        for (Node node : list.map(ArrayNode::elements).orElse(ImmutableList.of())) {
            if (node instanceof ObjectNode object) {
                entries.add(exception(object));
            } else {
                findings.add(
                        IntentFindings.WRONG_TYPE,
                        node.span(),
                        "an entry of `unless` is a map, not " + node.kind(),
                        "for example `- principal: role/ci`");
            }
        }
        return entries.build();
    }

    private ExceptionEntry exception(ObjectNode object) {
        Fields fields = new Fields(object, findings, IntentFindings.WRONG_TYPE);
        final Optional<String> owner = fields.scalar("owner").map(ScalarNode::text);
        final Optional<String> reason = fields.scalar("reason").map(ScalarNode::text);
        final Optional<String> ticket = fields.scalar("ticket").map(ScalarNode::text);
        final Optional<LocalDate> expires = fields.scalar("expires").flatMap(this::expires);
        ImmutableList<ObjectNode.Member> conditions = object.members().stream()
                .filter(member -> !ABOUT.contains(member.key()))
                .collect(ImmutableList.toImmutableList());
        if (conditions.isEmpty()) {
            findings.add(
                    IntentFindings.EXEMPTS_EVERYBODY,
                    object.span(),
                    "the exception names nobody, so it would exempt everybody",
                    "say whom it is for, for example `principal: role/ci`");
        }
        Expression condition = conditions.isEmpty()
                ? new Expression.Any(ImmutableList.of(), object.span())
                : expressions.read(new ObjectNode(conditions, object.span()));
        return new ExceptionEntry(
                condition, ConditionWords.of(conditions), owner, reason, ticket, expires, false, place(object));
    }

    private Optional<LocalDate> expires(ScalarNode scalar) {
        Optional<LocalDate> day = Days.read(scalar);
        if (day.isEmpty() && !Placeholders.isReported(scalar)) {
            findings.add(
                    IntentFindings.INVALID_VALUE,
                    scalar.span(),
                    "`expires` " + Printable.quoted(scalar.text()) + " is not a date such as 2027-03-31",
                    "the exception is over at the start of that day in UTC");
        }
        return day;
    }

    /** One value, a list, or {@code {not: [...]}}. */
    private <T, E> Optional<E> listOrNot(
            Node node,
            String key,
            Function<ScalarNode, Optional<T>> one,
            Function<ImmutableList<T>, E> list,
            Function<ImmutableList<T>, E> not) {
        Fields outer = new Fields(new ObjectNode(ImmutableList.of(), node.span()), findings, IntentFindings.WRONG_TYPE);
        Node values = node;
        if (node instanceof ObjectNode object) {
            Fields inner = new Fields(object, findings, IntentFindings.WRONG_TYPE);
            Optional<Node> listed = inner.node("not");
            inner.reportUnknown(IntentFindings.UNKNOWN_KEY, "key of `" + key + "`");
            if (object.members().isEmpty()) {
                findings.add(
                        IntentFindings.MISSING_KEY,
                        node.span(),
                        "`" + key + "` is an empty map",
                        "a value, a list, or {not: [...]}");
            }
            if (listed.isEmpty()) {
                return Optional.empty();
            }
            values = listed.get();
        }
        List<T> read = new ArrayList<>();
        if (values instanceof ArrayNode array && array.elements().isEmpty()) {
            findings.add(IntentFindings.EMPTY_LIST, values.span(), "`" + key + "` is an empty list");
        }
        outer.scalars(values, "a value of `" + key + "`")
                .forEach(scalar -> one.apply(scalar).ifPresent(read::add));
        if (read.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<T> all = ImmutableList.copyOf(read);
        return Optional.of(node instanceof ObjectNode ? not.apply(all) : list.apply(all));
    }

    private <T> Optional<T> invalid(FindingId id, ScalarNode scalar, String message, String help) {
        findings.add(id, scalar.span(), message, help);
        return Optional.empty();
    }
}

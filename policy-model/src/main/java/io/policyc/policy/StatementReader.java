package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.LocatedPolicy.StatementPlace;
import io.policyc.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one statement of a document. */
final class StatementReader {
    /** A statement and where it stands. */
    record Read(Statement statement, StatementPlace place) {}

    private final PolicyType type;
    private final Findings findings;
    private final Map<String, SourceSpan> sids;

    /** @param sids the Sids of the document so far, to find one written twice */
    StatementReader(PolicyType type, Findings findings, Map<String, SourceSpan> sids) {
        this.type = type;
        this.findings = findings;
        this.sids = sids;
    }

    Optional<Read> read(Node node) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(PolicyFindings.WRONG_TYPE, node.span(), "a statement is an object, not " + node.kind());
            return Optional.empty();
        }
        if (object.get("Statement").isPresent()) {
            findings.add(
                    PolicyFindings.NESTED_POLICY,
                    object.span(),
                    "a whole policy stands inside Statement",
                    "move its statements up into the outer Statement");
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, PolicyFindings.WRONG_TYPE);
        final Optional<Sid> sid = sid(fields);
        final Optional<Effect> effect = effect(fields);
        final Optional<PrincipalElement> principal = principal(fields);
        final Optional<ActionElement> action = action(fields);
        final Optional<ResourceElement> resource = resource(fields);
        ConditionReader conditions = new ConditionReader(findings);
        fields.node("Condition").ifPresent(conditions::read);
        fields.reportUnknown(PolicyFindings.UNKNOWN_ELEMENT, "element");
        boolean resourceMissing = resource.isEmpty() && type.resource() == PolicyType.Presence.REQUIRED;
        if (effect.isEmpty() || action.isEmpty() || resourceMissing || conditions.incomplete()) {
            return Optional.empty();
        }
        Statement statement =
                new Statement(sid, effect.get(), principal, action.get(), resource, conditions.conditions());
        return Optional.of(new Read(statement, new StatementPlace(object.span(), conditions.places())));
    }

    private Optional<Sid> sid(Fields fields) {
        Optional<ScalarNode> node = string(fields, "Sid", findings);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String text = node.get().text();
        SourceSpan span = node.get().span();
        if (!Sid.isValid(text)) {
            findings.add(
                    PolicyFindings.INVALID_SID,
                    span,
                    "Sid " + Printable.quoted(text) + " may only hold letters and digits, at least one");
            return Optional.empty();
        }
        SourceSpan first = sids.putIfAbsent(text, span);
        if (first != null) {
            findings.add(
                    PolicyFindings.DUPLICATE_SID,
                    span,
                    "Sid " + Printable.quoted(text) + " already names the statement in line " + first.line());
        }
        return Optional.of(new Sid(text));
    }

    /** An element that is a string; a number or a boolean is reported. */
    static Optional<ScalarNode> string(Fields fields, String element, Findings findings) {
        Optional<ScalarNode> scalar = fields.scalar(element);
        if (scalar.isPresent() && scalar.get().type() != ScalarNode.Type.STRING) {
            findings.add(
                    PolicyFindings.WRONG_TYPE,
                    scalar.get().span(),
                    "`" + element + "` must be a string, not " + scalar.get().kind());
            return Optional.empty();
        }
        return scalar;
    }

    private Optional<Effect> effect(Fields fields) {
        Optional<ScalarNode> node = fields.scalar("Effect");
        if (node.isEmpty()) {
            if (fields.node("Effect").isEmpty()) {
                missing(fields, "Effect", "it is \"Allow\" or \"Deny\"");
            }
            return Optional.empty();
        }
        Optional<Effect> effect = Effect.parse(node.get().text());
        if (effect.isEmpty()) {
            findings.add(
                    PolicyFindings.INVALID_EFFECT,
                    node.get().span(),
                    "Effect " + Printable.quoted(node.get().text()) + " is not known",
                    "it is \"Allow\" or \"Deny\", in this spelling");
        } else if (!type.effects().contains(effect.get())) {
            findings.add(
                    PolicyFindings.INVALID_EFFECT,
                    node.get().span(),
                    type.words() + " may only deny; only AWS's own RCPFullAWSAccess allows",
                    "leave RCPFullAWSAccess out; it is attached everywhere and cannot be detached");
        }
        return effect;
    }

    private Optional<ActionElement> action(Fields fields) {
        Optional<ImmutableList<ActionPattern>> action = values(fields, "Action", this::actionPattern);
        Optional<ImmutableList<ActionPattern>> notAction = values(fields, "NotAction", this::actionPattern);
        exactlyOne(fields, "Action", "NotAction");
        return action.<ActionElement>map(ActionElement.Action::new)
                .or(() -> notAction.map(ActionElement.NotAction::new));
    }

    private Optional<ActionPattern> actionPattern(ScalarNode node) {
        if (ActionPattern.isValid(node.text())) {
            return Optional.of(new ActionPattern(node.text()));
        }
        String help = node.text().contains(":")
                ? "write service:Name; wildcards may stand in the name, not in the service"
                : "write \"*\" or service:Name, for example s3:GetObject";
        findings.add(
                PolicyFindings.INVALID_ACTION,
                node.span(),
                "action " + Printable.quoted(node.text()) + " is not of the form service:Name",
                help);
        return Optional.empty();
    }

    private Optional<ResourceElement> resource(Fields fields) {
        Optional<ImmutableList<ValueTemplate>> resource = values(fields, "Resource", this::resourcePattern);
        Optional<ImmutableList<ValueTemplate>> notResource = values(fields, "NotResource", this::resourcePattern);
        if (type.resource() == PolicyType.Presence.FORBIDDEN) {
            refuse(fields, "Resource");
            refuse(fields, "NotResource");
            return Optional.empty();
        }
        exactlyOne(fields, "Resource", "NotResource");
        return resource.<ResourceElement>map(ResourceElement.Resource::new)
                .or(() -> notResource.map(ResourceElement.NotResource::new));
    }

    /** A resource that is no ARN still has a meaning (it matches nothing real), so it is kept beside the finding. */
    private Optional<ValueTemplate> resourcePattern(ScalarNode written) {
        ScalarNode node = type.completesArns() ? completed(written) : written;
        String text = node.text();
        boolean variable = text.startsWith("${") || (text.startsWith("arn:") && text.contains("${"));
        boolean whole = text.equals("*") || Arn.fields(text).isPresent() || shortArn(text);
        if (!whole && !variable && text.startsWith("arn:") && type != PolicyType.SESSION_POLICY) {
            findings.add(
                    PolicyFindings.SHORT_RESOURCE,
                    node.span(),
                    "resource " + Printable.quoted(text) + " has fewer than six fields, so it matches no whole ARN",
                    "AWS completes short ARNs of identity-based policies only, with stars; write all six fields");
        } else if (!whole && !variable) {
            findings.add(
                    PolicyFindings.INVALID_RESOURCE,
                    node.span(),
                    "resource " + Printable.quoted(text) + " is neither \"*\" nor an ARN",
                    "an ARN has six fields: arn:partition:service:region:account:resource");
        }
        return Optional.of(ConditionReader.template(node, findings));
    }

    /** {@code arn:aws:sqs} with a star for each field that is missing; after a star there is nothing to complete. */
    private static ScalarNode completed(ScalarNode node) {
        String text = node.text();
        int missing = Arn.FIELDS - text.split(":", -1).length;
        boolean incomplete = text.startsWith("arn:") && missing > 0 && !text.endsWith("*") && !text.contains("${");
        return incomplete ? new ScalarNode(node.type(), text + ":*".repeat(missing), node.span()) : node;
    }

    /** {@code arn:aws:s3:*}: fewer than six fields, whose last one runs on over the rest. */
    private static boolean shortArn(String text) {
        return text.startsWith("arn:") && text.endsWith("*");
    }

    private Optional<PrincipalElement> principal(Fields fields) {
        boolean present = fields.node("Principal").isPresent();
        boolean notPresent = fields.node("NotPrincipal").isPresent();
        if (type.principal() == PolicyType.Presence.FORBIDDEN) {
            refuse(fields, "Principal");
            refuse(fields, "NotPrincipal");
            return Optional.empty();
        }
        exactlyOne(fields, "Principal", "NotPrincipal");
        if (present) {
            return principals(fields.node("Principal").orElseThrow()).map(PrincipalElement.Principal::new);
        }
        if (notPresent) {
            return principals(fields.node("NotPrincipal").orElseThrow()).map(PrincipalElement.NotPrincipal::new);
        }
        return Optional.empty();
    }

    private Optional<PrincipalElement.PrincipalSet> principals(Node node) {
        if (node instanceof ScalarNode scalar && scalar.text().equals("*")) {
            return Optional.of(new PrincipalElement.Everyone());
        }
        if (!(node instanceof ObjectNode object)) {
            findings.add(
                    PolicyFindings.INVALID_PRINCIPAL,
                    node.span(),
                    "a principal is \"*\" or an object such as {\"AWS\": \"111122223333\"}");
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, PolicyFindings.WRONG_TYPE);
        ImmutableMap.Builder<PrincipalElement.Kind, ImmutableList<String>> byKind = ImmutableMap.builder();
        for (ObjectNode.Member member : object.members()) {
            Optional<PrincipalElement.Kind> kind = PrincipalElement.Kind.parse(member.key());
            if (kind.isPresent()) {
                values(fields, member.key(), scalar -> principalName(kind.get(), scalar))
                        .ifPresent(values -> byKind.put(kind.get(), values));
            }
        }
        for (PrincipalElement.Kind kind : PrincipalElement.Kind.values()) {
            fields.node(kind.word());
        }
        fields.reportUnknown(PolicyFindings.INVALID_PRINCIPAL, "kind of principal");
        ImmutableMap<PrincipalElement.Kind, ImmutableList<String>> listed = byKind.buildOrThrow();
        if (listed.isEmpty()) {
            findings.add(PolicyFindings.EMPTY_LIST, object.span(), "no principal is listed");
            return Optional.empty();
        }
        return Optional.of(new PrincipalElement.Listed(listed));
    }

    /** Names of principals have no wildcards; {@code *} alone is everybody. */
    private Optional<String> principalName(PrincipalElement.Kind kind, ScalarNode node) {
        String name = node.text();
        boolean wildcard = name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
        if (wildcard && !(kind == PrincipalElement.Kind.AWS && name.equals("*"))) {
            findings.add(
                    PolicyFindings.INVALID_PRINCIPAL,
                    node.span(),
                    "principal " + Printable.quoted(name) + " has a wildcard, which names of principals do not have",
                    "write \"*\" and a condition on aws:PrincipalArn");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    /** One value or a list, each read by {@code one}; empty if the element is absent or holds nothing usable. */
    private <T> Optional<ImmutableList<T>> values(
            Fields fields, String element, Function<ScalarNode, Optional<T>> one) {
        Optional<Node> node = fields.node(element);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        int errorsBefore = findings.errorCount();
        List<T> values = new ArrayList<>();
        for (ScalarNode scalar : fields.scalars(element)) {
            if (scalar.type() == ScalarNode.Type.STRING) {
                one.apply(scalar).ifPresent(values::add);
            } else {
                findings.add(
                        PolicyFindings.WRONG_TYPE,
                        scalar.span(),
                        "`" + element + "` must be a string, not " + scalar.kind());
            }
        }
        if (values.isEmpty() && findings.errorCount() == errorsBefore) {
            findings.add(
                    PolicyFindings.EMPTY_LIST,
                    node.get().span(),
                    element + " is an empty list, which matches nothing",
                    "remove the statement, or list what it is about");
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(ImmutableList.copyOf(values));
    }

    private void exactlyOne(Fields fields, String element, String notElement) {
        boolean present = fields.node(element).isPresent();
        boolean notPresent = fields.node(notElement).isPresent();
        if (present && notPresent) {
            findings.add(
                    PolicyFindings.CONFLICTING_ELEMENTS,
                    fields.keySpan(notElement).orElse(fields.span()),
                    element + " and " + notElement + " stand in one statement",
                    "write two statements, or only one of them");
        } else if (!present && !notPresent) {
            missing(fields, element + " or " + notElement, "every statement needs exactly one of them");
        }
    }

    private void refuse(Fields fields, String element) {
        fields.keySpan(element)
                .ifPresent(span -> findings.add(
                        PolicyFindings.ELEMENT_NOT_ALLOWED,
                        span,
                        element + " may not stand in " + type.words(),
                        switch (type) {
                            case TRUST_POLICY -> "a trust policy is about the role that it belongs to";
                            default ->
                                "say whom it is about with a condition on aws:PrincipalArn; trust policies, policies of"
                                        + " resources and RCPs are checked with `--type trust`, resource or rcp, given to"
                                        + " tests, eval and explain, and not kept in policies/";
                        }));
    }

    private void missing(Fields fields, String what, String help) {
        findings.add(PolicyFindings.MISSING_ELEMENT, fields.span(), "the statement has no " + what, help);
    }
}

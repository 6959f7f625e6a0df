package io.policyc.role;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.List;
import java.util.Optional;

/** One map of a role file while it is read: texts of a form, lists of them, flags; what does not fit is reported. */
final class RoleFields {
    private final Fields fields;
    private final Findings findings;

    RoleFields(ObjectNode object, Findings findings) {
        this.fields = new Fields(object, findings, RoleFindings.WRONG_TYPE);
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    SourceSpan span() {
        return fields.span();
    }

    boolean has(String key) {
        return fields.node(key).isPresent();
    }

    /** Where the value of a key stands, or the whole map if it is not there. */
    SourceSpan place(String key) {
        return fields.node(key).map(Node::span).orElse(fields.span());
    }

    Optional<Node> node(String key) {
        return fields.node(key);
    }

    Optional<RoleFields> inside(String key) {
        return fields.object(key).map(object -> new RoleFields(object, findings));
    }

    Optional<ObjectNode> object(String key) {
        return fields.object(key);
    }

    Optional<ArrayNode> array(String key) {
        return fields.array(key);
    }

    Optional<String> text(String key, TextForm form) {
        return fields.scalar(key).filter(scalar -> isOf(scalar, key, form)).map(ScalarNode::text);
    }

    /** A text that has to be there. */
    Optional<String> required(String key, TextForm form) {
        if (!has(key)) {
            missing(key, "it is " + form.words());
        }
        return text(key, form);
    }

    /** One text or a list of them. */
    ImmutableList<String> texts(String key, TextForm form) {
        return scalars(key).stream()
                .filter(scalar -> isOf(scalar, key, form))
                .map(ScalarNode::text)
                .collect(ImmutableList.toImmutableList());
    }

    /** One or several texts, at least one. */
    ImmutableList<String> requiredTexts(String key, TextForm form) {
        if (!has(key)) {
            missing(key, "each is " + form.words());
        }
        return texts(key, form);
    }

    /** Scalars that hold something; an empty list is reported. */
    List<ScalarNode> scalars(String key) {
        if (fields.node(key).orElse(null) instanceof ArrayNode list
                && list.elements().isEmpty()) {
            findings.add(
                    RoleFindings.INVALID_VALUE,
                    list.span(),
                    "`" + key + "` is an empty list",
                    "name one, or leave it out");
        }
        return fields.scalars(key);
    }

    /** A flag, false if it is not there. */
    boolean flag(String key) {
        Optional<ScalarNode> scalar = fields.scalar(key);
        if (scalar.isPresent()
                && !scalar.get().text().equals("true")
                && !scalar.get().text().equals("false")) {
            invalid(scalar.get(), key, "is not `true` or `false`");
            return false;
        }
        return scalar.map(found -> found.text().equals("true")).orElse(false);
    }

    private boolean isOf(ScalarNode scalar, String key, TextForm form) {
        if (isReported(scalar)) {
            return false;
        }
        boolean fits = form.matches(scalar.text());
        if (!fits) {
            invalid(scalar, key, "is not " + form.words());
        }
        return fits;
    }

    /** Whether it still holds the name of a value, which has been reported then. */
    static boolean isReported(ScalarNode scalar) {
        return scalar.text().contains("((");
    }

    void invalid(ScalarNode scalar, String key, String why) {
        findings.add(
                RoleFindings.INVALID_VALUE,
                scalar.span(),
                "`" + key + "` " + Printable.quoted(scalar.text()) + " " + why);
    }

    void missing(String key, String help) {
        findings.add(RoleFindings.MISSING_KEY, fields.span(), "`" + key + "` is missing", help);
    }

    /** Reports the keys that nobody asked for. */
    void close(String what) {
        fields.reportUnknown(RoleFindings.UNKNOWN_KEY, what);
    }
}

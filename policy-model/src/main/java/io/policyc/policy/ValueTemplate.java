package io.policyc.policy;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A value of a condition, or a resource: text that may hold wildcards and <code>${…}</code>. What of it means something
 * depends on where it stands: wildcards on the operator, variables on operator and version of the document.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
 */
public record ValueTemplate(String text) {

    /** A piece of a template. */
    public sealed interface Part {}

    /** Text that stands for itself. */
    public record Literal(String text) implements Part {}

    /** {@code *}: any run of UTF-16 units, the empty one too. */
    public record AnyRun() implements Part {}

    /** {@code ?}: exactly one UTF-16 unit. */
    public record AnyUnit() implements Part {}

    /** <code>${key}</code> or <code>${key, 'default'}</code>. */
    public record Variable(ConditionKey key, Optional<String> defaultText) implements Part {}

    /** The parts under a version: with wildcards, and with variables if the version has them. */
    public ImmutableList<Part> parts(PolicyVersion version) {
        return TemplateParser.parse(text, version.hasVariables());
    }

    /** Whether a <code>${</code> stands in it that is neither a variable nor an escape. */
    public boolean hasMalformedVariable() {
        return TemplateParser.hasMalformedVariable(text);
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.glob.Glob;
import io.policyc.glob.GlobBuilder;
import io.policyc.glob.GlobBuilder.Colon;
import io.policyc.policy.ValueTemplate.AnyRun;
import io.policyc.policy.ValueTemplate.AnyUnit;
import io.policyc.policy.ValueTemplate.Literal;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.policy.ValueTemplate.Variable;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The ways in which the parts of a value are compared with text. A pattern of parts with variables matches all that it may
 * match whatever is put in their place.
 */
final class Syntaxes {
    /** The number of fields of an ARN; the last one may hold colons itself. */
    private static final int ARN_FIELDS = 6;

    private Syntaxes() {}

    /** StringEquals: wildcards are plain characters. */
    static Optional<Predicate<String>> exact(ImmutableList<Part> parts, boolean substituted) {
        return Optional.of(text(parts)::equals);
    }

    static GlobBuilder exact(ImmutableList<Part> parts) {
        GlobBuilder glob = new GlobBuilder();
        for (Part part : parts) {
            if (part instanceof Variable) {
                glob.anyRun(Colon.CROSSED);
            } else {
                glob.literal(text(ImmutableList.of(part)));
            }
        }
        return glob;
    }

    /** StringLike: wildcards match everything, colons and slashes too. */
    static Optional<Predicate<String>> like(ImmutableList<Part> parts, boolean substituted) {
        return Optional.of(like(parts).build()::matches);
    }

    static GlobBuilder like(ImmutableList<Part> parts) {
        GlobBuilder glob = new GlobBuilder();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                glob.literal(literal.text());
            } else if (part instanceof AnyUnit) {
                glob.anyUnit(Colon.CROSSED);
            } else {
                glob.anyRun(Colon.CROSSED);
            }
        }
        return glob;
    }

    /**
     * ArnLike: six fields, compared one by one; a wildcard of the first five stays in its field. Empty if the pattern has
     * not the form of an ARN.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
     *     ARN condition operators</a>
     */
    static Optional<Glob> arn(ImmutableList<Part> parts, boolean substituted) {
        return isArn(parts) ? Optional.of(arn(parts).build()) : Optional.empty();
    }

    static GlobBuilder arn(ImmutableList<Part> parts) {
        return byFields(parts, Colon.NOT_CROSSED);
    }

    /** Whether the text of the parts has the form of an ARN, whatever stands in the place of variables. */
    static boolean isArn(ImmutableList<Part> parts) {
        String text = text(parts);
        return text.startsWith("arn:") && !isShort(parts);
    }

    /** Whether parts that have not the form of an ARN may be meant as one: too short, or a wildcard before its colon. */
    static boolean isPerhapsArn(ImmutableList<Part> parts) {
        String text = text(parts);
        int colon = text.indexOf(':');
        String first = colon < 0 ? text : text.substring(0, colon);
        return (colon >= 0 && first.equals("arn")) || first.indexOf('*') >= 0 || first.indexOf('?') >= 0;
    }

    /**
     * Resource: as an ARN, but a star at the end of a field may run on over colons. A pattern that a variable has made
     * shorter than six fields matches nothing (observed at AWS, September 2026); one written short is not completed.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
     */
    static Optional<Predicate<String>> resource(ImmutableList<Part> parts, boolean substituted) {
        return substituted && isShort(parts)
                ? Optional.empty()
                : Optional.of(resource(parts).build()::matches);
    }

    static GlobBuilder resource(ImmutableList<Part> parts) {
        return byFields(parts, Colon.CROSSED);
    }

    /** Whether there are fewer fields than an ARN has. */
    static boolean isShort(ImmutableList<Part> parts) {
        return 1 + colons(text(parts)) < ARN_FIELDS;
    }

    private static GlobBuilder byFields(ImmutableList<Part> parts, Colon starAtEndOfField) {
        GlobBuilder glob = new GlobBuilder();
        int field = 1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean inLastField = field >= ARN_FIELDS;
            if (part instanceof Literal literal) {
                glob.literal(literal.text());
                field += colons(literal.text());
            } else if (part instanceof Variable) {
                glob.anyRun(Colon.CROSSED);
                // With colons in its value, what follows may stand in the last field.
                field = ARN_FIELDS;
            } else if (part instanceof AnyUnit) {
                glob.anyUnit(inLastField ? Colon.CROSSED : Colon.NOT_CROSSED);
            } else if (inLastField) {
                glob.anyRun(Colon.CROSSED);
            } else {
                glob.anyRun(endsField(parts, i) ? starAtEndOfField : Colon.NOT_CROSSED);
            }
        }
        return glob;
    }

    private static boolean endsField(ImmutableList<Part> parts, int at) {
        int next = at + 1;
        // An empty substitution stands between, and so does a second star, which is the last one itself.
        while (next < parts.size()
                && parts.get(next) instanceof Literal literal
                && literal.text().isEmpty()) {
            next++;
        }
        return next == parts.size()
                || (parts.get(next) instanceof Literal literal && literal.text().startsWith(":"));
    }

    private static int colons(String text) {
        return (int) text.chars().filter(c -> c == ':').count();
    }

    /** The parts as text: wildcards as they are written, a mark that is no colon for each variable. */
    static String text(ImmutableList<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof AnyRun) {
                text.append('*');
            } else {
                text.append('?');
            }
        }
        return text.toString();
    }
}

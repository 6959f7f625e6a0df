package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;
import io.policyc.simulator.DecidingStatement;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * Writes statements as results name them: the policy by its place in the call, the statement by its place in the text.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Statement.html">Statement</a>
 */
final class MatchedStatements {
    private MatchedStatements() {}

    /** Whether a policy's statements are told: those of SCPs never are. */
    static boolean areTold(LocatedPolicy policy) {
        return type(policy.name()).isPresent();
    }

    static void write(ImmutableList<DecidingStatement> statements, XmlText xml) {
        xml.element(
                "MatchedStatements",
                () -> statements.forEach(statement -> xml.element("member", () -> write(statement, xml))));
    }

    private static void write(DecidingStatement statement, XmlText xml) {
        String id = statement.policy().name();
        xml.text("SourcePolicyId", id).text("SourcePolicyType", type(id));
        statement.place().ifPresent(place -> write(place, xml));
    }

    private static void write(SourceSpan place, XmlText xml) {
        xml.element("StartPosition", () -> position(place.line(), place.column(), xml));
        xml.element("EndPosition", () -> position(place.endLine(), place.endColumn(), xml));
    }

    private static void position(int line, int column, XmlText xml) {
        xml.text("Line", line).text("Column", column);
    }

    /** The words that the service was observed to use, which are not those of its page. */
    private static Optional<String> type(String id) {
        if (id.startsWith("PolicyInputList.")) {
            return Optional.of("IAM Policy");
        }
        if (id.startsWith("PermissionsBoundaryPolicyInputList.")) {
            return Optional.of("Permissions Boundary Policy");
        }
        return id.equals("ResourcePolicy") ? Optional.of("Resource Policy") : Optional.empty();
    }
}

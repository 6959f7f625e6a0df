package io.policyc.lint;

import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;

/** How much a statement is about, apart from its conditions. */
final class WholeStatements {
    private WholeStatements() {}

    /** Action "*", whatever else is listed. */
    static boolean isAboutEveryAction(Statement statement) {
        return statement.action() instanceof ActionElement.Action action
                && action.patterns().stream().anyMatch(ActionPattern::isEverything);
    }

    /** Action "*" on Resource "*", in a policy that is not attached to a resource. */
    static boolean isAboutEverything(Statement statement) {
        boolean everyResource = statement
                .resource()
                .filter(ResourceElement.Resource.class::isInstance)
                .filter(resource -> resource.patterns().stream()
                        .anyMatch(pattern -> pattern.text().equals("*")))
                .isPresent();
        return isAboutEveryAction(statement)
                && everyResource
                && statement.principal().isEmpty();
    }
}

package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.policy.ActionElement;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.ResourceElement;
import io.policyc.policy.Statement;
import io.policyc.source.SourceSpan;
import java.util.Locale;

/** What a role is allowed beyond what its work can need: any action, or any resource. */
final class WidePermissions {
    /**
     * Actions that take no other resource than {@code *}, in lower case. Not all that there are: those that roles need most
     * often, from the pages of their services on 22 November 2026:
     * <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>.
     */
    private static final ImmutableSet<String> WITHOUT_RESOURCE = ImmutableSet.of(
            "cloudformation:validatetemplate",
            "cloudwatch:putmetricdata",
            "ecr:getauthorizationtoken",
            "ecr-public:getauthorizationtoken",
            "s3:listallmybuckets",
            "sts:getcalleridentity");

    private WidePermissions() {}

    static void check(LocatedPolicy policy, Findings findings) {
        ImmutableList<Statement> statements = policy.document().statements();
        for (int i = 0; i < statements.size(); i++) {
            SourceSpan place = policy.statementPlace(i).orElseThrow();
            Statement statement = statements.get(i);
            boolean allButSome = statement.action().fold(action -> false, notAction -> true);
            if (allButSome || statement.action().patterns().stream().anyMatch(ActionPattern::isEverything)) {
                findings.add(
                        RoleFindings.ANY_ACTION,
                        place,
                        allButSome
                                ? "the role may do everything but the actions listed, in services that are yet to come as well"
                                : "the role may call every action of every service",
                        "list the actions that the work needs; last-used data of the key that the role replaces tells them");
            } else if (isOnEverything(statement)) {
                checkActions(statement.action(), place, findings);
            }
        }
    }

    /** Whether no list of resources and no condition on tags of the resource narrows the statement. */
    private static boolean isOnEverything(Statement statement) {
        boolean everything = statement
                .resource()
                .map(resource -> resource.fold(WidePermissions::hasStar, notResource -> true))
                .orElse(true);
        boolean tagged = statement.conditions().stream()
                .anyMatch(condition ->
                        condition.key().spelling().toLowerCase(Locale.ROOT).contains(":resourcetag/"));
        return everything && !tagged;
    }

    private static boolean hasStar(ResourceElement.Resource resource) {
        return resource.patterns().stream().anyMatch(pattern -> pattern.text().equals("*"));
    }

    private static void checkActions(ActionElement actions, SourceSpan place, Findings findings) {
        ImmutableList<String> blamed = actions.patterns().stream()
                .map(ActionPattern::text)
                .filter(text -> !WITHOUT_RESOURCE.contains(text.toLowerCase(Locale.ROOT)))
                .collect(ImmutableList.toImmutableList());
        if (blamed.isEmpty()) {
            return;
        }
        String more = blamed.size() > 1 ? " and " + (blamed.size() - 1) + " more" : "";
        findings.add(
                RoleFindings.WILDCARD_RESOURCE,
                place,
                Printable.quoted(blamed.get(0)) + more + " on every resource of the account",
                "list the ARNs that the work needs; policyc cannot tell which of these actions take no resource but `*`");
    }
}

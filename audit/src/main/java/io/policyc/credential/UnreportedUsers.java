package io.policyc.credential;

import io.policyc.authorization.AuthorizationDetails;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.policy.Arn;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Users whom authorization details have and the report of their account has not, such as those made since: nothing is known
 * of their credentials.
 */
final class UnreportedUsers {
    private static final int MOST_NAMED = 3;

    private final Set<String> left;
    private final Set<String> accounts = new HashSet<>();

    UnreportedUsers(AuthorizationDetails details) {
        this.left = new LinkedHashSet<>(details.users().keySet());
    }

    /** Takes notice of a user of a report. */
    void reported(ReportedUser user) {
        accounts.add(user.account());
        left.remove(user.arn());
    }

    /** A warning for each account whose report was read. */
    void warn(Findings findings) {
        Map<String, Set<String>> byAccount = new TreeMap<>();
        for (String arn : left) {
            Optional<String> account = Arn.parse(arn).map(Arn::account).filter(accounts::contains);
            account.ifPresent(found ->
                    byAccount.computeIfAbsent(found, none -> new TreeSet<>()).add(arn));
        }
        byAccount.forEach((account, arns) -> findings.add(Finding.withoutPlace(
                        ReportFindings.MISSING_USER,
                        "the report of account " + account + " does not have " + words(arns)
                                + " of the authorization details")
                .withHelp(
                        "nothing is known of their keys; AWS makes a report every four hours at most, make it anew")));
    }

    private static String words(Set<String> arns) {
        String named = String.join(
                ", ", arns.stream().limit(MOST_NAMED).map(Printable::quoted).toList());
        return arns.size() > MOST_NAMED ? named + " and " + (arns.size() - MOST_NAMED) + " more users" : named;
    }
}

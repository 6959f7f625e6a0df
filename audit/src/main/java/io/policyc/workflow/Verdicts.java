package io.policyc.workflow;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Findings;
import io.policyc.simulator.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says who uses static keys.
 *
 * @param pullRequests the events of pull requests that start the workflow
 */
record Verdicts(Findings findings, ImmutableList<String> pullRequests) {
    /** A message names so many places. */
    private static final int MOST = 4;

    private static final String HELP =
            "let it assume a role by the workflow's identity; `policyc init --github-oidc OWNER/REPO` writes role and workflow";

    /** Reports what was found of a step, a job or the workflow. */
    Truth judge(String who, List<Evidence> evidence) {
        List<Evidence> keys = evidence.stream().filter(Evidence::isKey).toList();
        if (!keys.isEmpty()) {
            List<Evidence> said = keys.stream().filter(key -> !key.isLiteral()).toList();
            if (!said.isEmpty()) {
                findings.add(
                        WorkflowFindings.STATIC_KEY,
                        said.get(0).place(),
                        who + " uses a static key: " + words(said) + started(),
                        HELP);
            }
            return Truth.TRUE;
        }
        if (evidence.isEmpty()) {
            return Truth.FALSE;
        }
        findings.add(
                WorkflowFindings.CANNOT_TELL,
                evidence.get(0).place(),
                "cannot tell whether " + who + " uses a static key: " + words(evidence));
        return Truth.UNKNOWN;
    }

    private static String words(List<Evidence> evidence) {
        Set<String> words = evidence.stream().map(Evidence::words).collect(Collectors.toCollection(LinkedHashSet::new));
        String first = words.stream().limit(MOST).collect(Collectors.joining("; "));
        return words.size() > MOST ? first + "; and " + (words.size() - MOST) + " more" : first;
    }

    private String started() {
        return pullRequests.isEmpty()
                ? ""
                : "; " + pullRequests.stream().map(event -> "`" + event + "`").collect(Collectors.joining(" and "))
                        + (pullRequests.size() == 1 ? " starts" : " start") + " this workflow";
    }
}

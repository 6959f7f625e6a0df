package io.policyc.cli;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import io.policyc.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A role for a workflow of GitHub Actions, as files of a repository: the role, its tests, the workflow. Subjects of tokens:
 * https://docs.github.com/en/actions/reference/security/oidc.
 *
 * @param ids the numbers of owner and repository, with a slash between them
 */
record GithubDeployment(
        String repository, String account, Optional<String> ids, String branch, Optional<String> environment) {
    static final String ROLE = WorkspaceFiles.ROLES + "/github-deploy" + WorkspaceFiles.ROLE_ENDING;
    private static final String TEST = WorkspaceFiles.TESTS + "/github-deploy" + WorkspaceFiles.TEST_ENDING;
    private static final String WORKFLOW = ".github/workflows/deploy.yml";
    private static final String AUDIENCE = "sts.amazonaws.com";
    private static final CharMatcher IN_NAMES =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.is('-'));

    /** The text of each file by its path. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ROLE, filled("init-github/role.yaml"));
        files.put(TEST, filled("init-github/test.yaml"));
        files.put(WORKFLOW, filled("init-github/deploy.yml"));
        return files;
    }

    /** What is left for people to do. */
    List<String> next(Path folder) {
        List<String> lines = new ArrayList<>();
        if (account.equals("000000000000")) {
            lines.add("write the id of the account in place of 000000000000 in the three files");
        }
        if (ids.isEmpty()) {
            lines.add("learn the numbers of owner and repository, and write them into "
                    + folder.resolve(ROLE).normalize() + ":");
            lines.add("  gh api repos/" + repository + " --jq '\"ids: {owner: \\(.owner.id), repository: \\(.id)}\"'");
        }
        lines.add("move " + folder.resolve(WORKFLOW).normalize() + " to " + repository + ", which deploys");
        lines.add("bring role and identity provider to AWS:");
        lines.add("  policyc build --emit cloudformation --only-roles " + folder);
        return lines;
    }

    private String filled(String resource) throws IOException {
        String text = ResourceFiles.text(resource);
        for (Map.Entry<String, String> value : values().entrySet()) {
            String mark = "((" + value.getKey() + "))";
            // A line of nothing but a mark without a value is left out.
            text = value.getValue().isEmpty() ? text.replace(mark + "\n", "") : text.replace(mark, value.getValue());
        }
        return text;
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("repository", repository);
        values.put("account", account);
        values.put("application", application());
        values.put("role", "arn:aws:iam::" + account + ":role/github-deploy");
        values.put("branch-name", branch);
        values.put(
                "job-environment",
                environment.map(name -> "    environment: \"" + name + "\"").orElse(""));
        values.put(
                "ids",
                ids.map(GithubDeployment::pair)
                        .orElse("    # ids: of owner and repository; `gh api repos/" + repository
                                + " --jq '.owner.id, .id'` prints them"));
        values.put(
                "runs",
                environment
                        .map(name -> "    environments: [\"" + name + "\"]\n    claims: { ref: \"refs/heads/" + branch
                                + "\" }")
                        .orElse("    branches: [\"" + branch + "\"]"));
        String ref = "refs/heads/" + branch;
        values.put("token", token(prefix(repository), environment.orElse(""), ref, AUDIENCE));
        values.put("pull-request", token(prefix(repository), "", "pull_request", AUDIENCE));
        values.put("branch", token(prefix(repository), environment.orElse(""), ref + "-2", AUDIENCE));
        values.put(
                "environment",
                token(prefix(repository), environment.map(name -> name + "-2").orElse("staging"), ref, AUDIENCE));
        values.put("tag", token(prefix(repository), "", "refs/tags/" + branch, AUDIENCE));
        values.put("same-prefix", token(prefix(repository + "-2"), environment.orElse(""), ref, AUDIENCE));
        values.put("same-name", token(prefix("x" + repository), environment.orElse(""), ref, AUDIENCE));
        values.put("audience", token(prefix(repository), environment.orElse(""), ref, "https://github.com/" + owner()));
        return values;
    }

    private String owner() {
        return repository.substring(0, repository.indexOf('/'));
    }

    private static String pair(String ids) {
        int slash = ids.indexOf('/');
        return "    ids: { owner: " + ids.substring(0, slash) + ", repository: " + ids.substring(slash + 1) + " }";
    }

    /** How the subject of a run of a repository begins; another repository has other numbers. */
    private String prefix(String name) {
        if (ids.isEmpty()) {
            return "repo:" + name;
        }
        boolean other = !name.equals(repository);
        int slash = name.indexOf('/');
        int between = ids.get().indexOf('/');
        String owner = ids.get().substring(0, between);
        String number = ids.get().substring(between + 1);
        return "repo:" + name.substring(0, slash) + "@" + owner + name.substring(slash) + "@" + number
                + (other ? "0" : "");
    }

    private static String token(String prefix, String environment, String ref, String audience) {
        boolean pullRequest = ref.equals("pull_request");
        String tail = !environment.isEmpty() ? "environment:" + environment : pullRequest ? ref : "ref:" + ref;
        String claims = "iss: \"https://token.actions.githubusercontent.com\", aud: \"" + audience + "\", sub: \""
                + prefix + ":" + tail + "\", ref: \"" + (pullRequest ? "refs/pull/1/merge" : ref) + "\"";
        return "{ " + claims + (environment.isEmpty() ? "" : ", environment: \"" + environment + "\"") + " }";
    }

    /** The repository's name as registries and clusters take it. */
    private String application() {
        String name = Ascii.toLowerCase(repository.substring(repository.indexOf('/') + 1));
        String plain = CharMatcher.is('-').trimAndCollapseFrom(IN_NAMES.negate().replaceFrom(name, '-'), '-');
        return plain.length() < 2 ? "application" : plain;
    }
}

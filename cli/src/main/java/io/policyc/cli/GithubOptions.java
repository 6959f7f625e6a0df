package io.policyc.cli;

import io.policyc.policy.Arn;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which repository of GitHub shall have a role in place of access keys. */
final class GithubOptions {
    /** What the role file takes for names and numbers. */
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_-]{1,39}/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|ssh://)?(?:[\\w.-]+@)?(?:[\\w-]+\\.)+[A-Za-z]{2,}(?::[0-9]+)?[:/]([^/]+/[^/]+?)(?:\\.git)?(?:/.*)?");
    private static final Pattern IDS = Pattern.compile("[0-9]{1,20}/[0-9]{1,20}");

    /** Branches and environments whose names mean themselves wherever they are written. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,199}");

    /** No account has this id. */
    private static final String PLACEHOLDER = "000000000000";

    @Option(
            names = "--github-oidc",
            paramLabel = "OWNER/REPO",
            description = "Add a role that workflows of this repository assume without access keys, the workflow, and"
                    + " tests of the role.")
    Optional<String> repository = Optional.empty();

    @Option(names = "--account", paramLabel = "ID", description = "The account of the role.")
    Optional<String> account = Optional.empty();

    @Option(
            names = "--github-ids",
            paramLabel = "OWNER_ID/REPO_ID",
            description = "The numbers of owner and repository, for subjects that outlast names.")
    Optional<String> ids = Optional.empty();

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch that deploys. Default: main.")
    Optional<String> branch = Optional.empty();

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "The environment of GitHub that jobs must name; then the branch must fit as well.")
    Optional<String> environment = Optional.empty();

    /** What is to be made, if something is. */
    Optional<GithubDeployment> deployment() {
        if (repository.isEmpty()) {
            if (account.isPresent() || ids.isPresent() || branch.isPresent() || environment.isPresent()) {
                throw new UsageException(
                        "--account, --github-ids, --branch and --environment belong to --github-oidc OWNER/REPO");
            }
            return Optional.empty();
        }
        String name = repository.get();
        if (!REPOSITORY.matcher(name).matches() || name.endsWith(".git")) {
            throw new UsageException(
                    "--github-oidc takes OWNER/REPO such as acme/shop, not `" + name + "`" + meant(name));
        }
        account.filter(id -> !Arn.isAccountId(id)).ifPresent(id -> {
            throw new UsageException("--account: `" + id + "` is not an account id of twelve digits");
        });
        ids.filter(id -> !IDS.matcher(id).matches()).ifPresent(id -> {
            throw new UsageException("--github-ids takes OWNER_ID/REPO_ID such as 1234/5678, not `" + id
                    + "`; `gh api repos/" + name + " --jq '\"\\(.owner.id)/\\(.id)\"'` prints them");
        });
        check("--branch", branch);
        check("--environment", environment);
        return Optional.of(
                new GithubDeployment(name, account.orElse(PLACEHOLDER), ids, branch.orElse("main"), environment));
    }

    private static void check(String option, Optional<String> name) {
        name.filter(text -> !NAME.matcher(text).matches()).ifPresent(text -> {
            throw new UsageException(option + ": `" + text
                    + "` is not letters, digits and `._/-`; write other names into" + " the files afterwards");
        });
    }

    /** The repository of a pasted address. */
    private static String meant(String text) {
        Matcher address = ADDRESS.matcher(text);
        boolean found =
                address.matches() && REPOSITORY.matcher(address.group(1)).matches();
        String name = found ? address.group(1) : text.endsWith(".git") ? text.substring(0, text.length() - 4) : "";
        return REPOSITORY.matcher(name).matches() ? "; did you mean `" + name + "`?" : "";
    }
}

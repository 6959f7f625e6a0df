package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.ObjectNode;
import io.policyc.policy.ValueTemplate;
import io.policyc.source.SourceSpan;
import io.policyc.vocabulary.Claims;
import io.policyc.vocabulary.SharedIssuer;
import java.util.Optional;

/**
 * Runs of GitHub Actions. A subject is {@code repo:OWNER/REPOSITORY:} and what started the job; the immutable one has the
 * numbers of both behind their names: <https://docs.github.com/en/actions/reference/security/oidc>.
 */
final class GithubTrust {
    private static final String ISSUER = SharedIssuer.GITHUB;
    private static final TextForm REPOSITORY =
            TextForm.of("[A-Za-z0-9_-]{1,39}/[A-Za-z0-9._-]{1,100}", "a repository such as `acme/shop`");
    private static final TextForm NUMBER = TextForm.of("[0-9]{1,20}", "a number, which GitHub's API shows as `id`");
    private static final TextForm SUBJECT = TextForm.of("immutable|older|both", "`immutable`, `older` or `both`");

    /** What other keys ask for; asking twice is reported for every provider. */
    private static final ImmutableSet<String> ELSEWHERE = ImmutableSet.of("aud", "sub");

    private final TrustFields trust;
    private final RoleFields fields;

    private GithubTrust(TrustFields trust) {
        this.trust = trust;
        this.fields = trust.fields();
    }

    static Optional<ReadTrust> read(TrustFields trust) {
        return new GithubTrust(trust).read();
    }

    private Optional<ReadTrust> read() {
        Optional<String> repository = fields.required("repository", REPOSITORY);
        String issuer = fields.text("issuer", TextForm.ISSUER).orElse(ISSUER);
        String audience = fields.text("audience", TextForm.ANY).orElse("sts.amazonaws.com");
        IdentityProvider provider = new IdentityProvider(issuer, ImmutableList.of(audience));
        ImmutableList<String> owners = prefixes(repository);
        ImmutableList.Builder<PlacedCondition> more = ImmutableList.builder();
        ImmutableList<ClaimText> workflow = trust.patterns("workflow", TextForm.ANY);
        if (!workflow.isEmpty()) {
            more.add(PlacedCondition.on(issuer + ":job_workflow_ref", workflow, fields.place("workflow")));
        }
        checkClaims(issuer);
        ImmutableList<PlacedCondition> claims =
                more.addAll(trust.claims(provider)).build();
        ImmutableList<ClaimText> tails = tails(repository.orElse(""), claims);
        ImmutableList<ClaimText> subjects = owners.stream()
                .flatMap(owner ->
                        tails.stream().map(tail -> ClaimText.literal(owner).then(tail)))
                .collect(ImmutableList.toImmutableList());
        return trust.bearers(provider, Optional.of(""), subjects, claims.toArray(new PlacedCondition[0]));
    }

    /** How subjects begin, with the numbers, without, or both; none if the repository could not be read. */
    private ImmutableList<String> prefixes(Optional<String> repository) {
        Optional<RoleFields> ids = fields.inside("ids");
        final Optional<String> owner = ids.flatMap(some -> some.required("owner", NUMBER));
        final Optional<String> number = ids.flatMap(some -> some.required("repository", NUMBER));
        ids.ifPresent(some -> some.close("key of `ids`"));
        Optional<String> asked = fields.text("subject", SUBJECT);
        String form = asked.orElse(fields.has("ids") ? "immutable" : "older");
        if (repository.isEmpty()) {
            return ImmutableList.of();
        }
        String older = "repo:" + repository.get();
        if (!form.equals("older") && !fields.has("ids")) {
            fields.missing("ids", "the immutable subject has the numbers of both; " + howToLearnIds(repository.get()));
        }
        if (!form.equals("immutable")) {
            reportOlder(repository.get());
        }
        int slash = older.indexOf('/');
        String immutable =
                older.substring(0, slash) + "@" + owner.orElse("") + older.substring(slash) + "@" + number.orElse("");
        return switch (form) {
            case "immutable" -> ImmutableList.of(immutable);
            case "both" -> ImmutableList.of(immutable, older);
            default -> ImmutableList.of(older);
        };
    }

    private static String howToLearnIds(String repository) {
        return "`gh api repos/" + repository
                + " --jq '.owner.id, .id'` prints those for `ids: {owner: …, repository: …}`";
    }

    /** Servers of one's own have no other subject. */
    private void reportOlder(String repository) {
        String issuer = fields.text("issuer", TextForm.ISSUER).orElse(ISSUER);
        if (issuer.equals(ISSUER) || issuer.startsWith(ISSUER + "/")) {
            trust.findings()
                    .add(
                            RoleFindings.OLDER_SUBJECT,
                            fields.place(fields.has("subject") ? "subject" : "repository"),
                            "the older subject is bound to the name " + Printable.quoted(repository)
                                    + ", which somebody else can have one day; repositories created, renamed or"
                                    + " transferred after 15 July 2026 do not send it unless they are set to",
                            fields.has("ids")
                                    ? "write `subject: immutable` when the repository sends that"
                                    : howToLearnIds(repository));
        }
    }

    /** What may have started the job. */
    private ImmutableList<ClaimText> tails(String repository, ImmutableList<PlacedCondition> claims) {
        ImmutableList.Builder<ClaimText> tails = ImmutableList.builder();
        trust.patterns("branches", TextForm.ANY)
                .forEach(branch ->
                        tails.add(ClaimText.literal(":ref:refs/heads/").then(branch.withoutColons())));
        trust.patterns("tags", TextForm.ANY)
                .forEach(tag -> tails.add(ClaimText.literal(":ref:refs/tags/").then(tag.withoutColons())));
        trust.patterns("environments", TextForm.ANY)
                .forEach(name -> tails.add(ClaimText.literal(":environment:").then(name.withoutColons())));
        boolean pullRequests = fields.flag("pull-requests");
        if (pullRequests) {
            tails.add(ClaimText.literal(":pull_request"));
        }
        boolean some = pullRequests || fields.has("branches") || fields.has("tags") || fields.has("environments");
        if (trust.any(some, "branches", "tags", "environments", "pull-requests")) {
            if (claims.stream().noneMatch(GithubTrust::tellsRun)) {
                trust.reportAny("every run of " + Printable.quoted(repository)
                        + " may assume the role: of any branch, tag and environment, and of pull requests; whoever may"
                        + " push a branch may change the workflow");
            }
            tails.add(ClaimText.literal(":").then(ClaimText.ANY));
        }
        checkTogether();
        return tails.build();
    }

    /** Whether a condition tells runs of one repository apart, and does not begin with a wildcard. */
    private static boolean tellsRun(PlacedCondition claim) {
        return Claims.TELL_RUN.contains(Claims.claim(claim.condition().key()))
                && claim.condition().values().stream()
                        .map(ValueTemplate::text)
                        .noneMatch(text -> text.startsWith("*") || text.startsWith("?"));
    }

    /** A job with an environment has it in its subject and no ref, so one subject never tells both. */
    private void checkTogether() {
        boolean refs = fields.has("branches") || fields.has("tags") || fields.has("pull-requests");
        Optional<SourceSpan> claimed = fields.object("claims")
                .flatMap(claims -> claims.member("environment"))
                .map(ObjectNode.Member::keySpan);
        if (claimed.isPresent() && !fields.has("environments") && !fields.has("any")) {
            trust.findings()
                    .add(
                            RoleFindings.NEVER_ASSUMED,
                            claimed.get(),
                            "a job with an environment has no ref in its subject, so nobody has both this claim and a"
                                    + " subject of `branches`, `tags` or `pull-requests`",
                            "write `environments: […]`, and `claims: {ref: refs/heads/main}` for the branch");
        }
        if (refs && fields.has("environments")) {
            trust.findings()
                    .add(
                            RoleFindings.SEPARATE_JOBS,
                            fields.place("environments"),
                            "`environments` lets in jobs of those environments on every branch and tag, and the other keys"
                                    + " jobs without an environment: a subject holds the environment or the ref",
                            "where both must hold, write `environments` alone and `claims: {ref: refs/heads/main}`");
        }
    }

    /** Where AWS lists claims of the issuer, any other is a mistake. */
    private void checkClaims(String issuer) {
        ImmutableList<String> offered = Claims.listed(issuer);
        for (ObjectNode.Member member :
                fields.object("claims").map(ObjectNode::members).orElse(ImmutableList.of())) {
            boolean elsewhere = ELSEWHERE.contains(member.key());
            if (!offered.isEmpty() && !offered.contains(member.key()) && !elsewhere) {
                trust.findings()
                        .add(
                                RoleFindings.UNKNOWN_KEY,
                                member.keySpan(),
                                "STS does not evaluate the claim " + Printable.quoted(member.key())
                                        + " of GitHub's tokens",
                                Suggestions.help(member.key(), offered));
            }
        }
    }
}

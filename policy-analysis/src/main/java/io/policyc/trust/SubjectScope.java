package io.policyc.trust;

import io.policyc.vocabulary.SharedIssuer.SubjectForm;

/**
 * Whose tokens a subject takes. Names of GitHub may have an id behind an at sign, which no name contains, so that what stands
 * before it is the whole name.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OpenID Connect reference</a>
 */
sealed interface SubjectScope {

    /** All customers of the provider with such a name. */
    record Everybody(SubjectPattern name) implements SubjectScope {}

    /**
     * All that a customer has with such a name.
     *
     * @param anyRun whether every run of it is meant, pull requests too
     */
    record Owner(String owner, SubjectPattern name, boolean anyRun) implements SubjectScope {}

    /** Every run of a repository. */
    record AnyRun(String repository) implements SubjectScope {}

    /** Less than these, or a form of subject that is not known here. */
    record Narrow() implements SubjectScope {}

    static SubjectScope of(SubjectPattern subject, SubjectForm form) {
        if (!subject.hasWildcard()) {
            return new Narrow();
        }
        if (!subject.startsWith(form.prefix())) {
            boolean mayStartSo = form.prefix().startsWith(subject.start()) && subject.mayBeLongerThan(form.prefix());
            return mayStartSo ? new Everybody(subject) : new Narrow();
        }
        SubjectPattern rest = subject.after(form.prefix());
        SubjectPattern owner = rest.before(form.end());
        SubjectPattern inside = rest.after(form.end());
        if (owner.hasWildcard() && !isNamed(owner)) {
            return new Everybody(owner);
        }
        return isOfGithub(form) ? ofGithub(name(owner), inside) : ofOwner(name(owner), inside);
    }

    private static SubjectScope ofOwner(String owner, SubjectPattern inside) {
        return inside.firstWildcard() == 0 && inside.hasWildcard() ? new Owner(owner, inside, false) : new Narrow();
    }

    private static SubjectScope ofGithub(String owner, SubjectPattern inside) {
        SubjectPattern repository = inside.before(":");
        boolean anyRun = inside.after(":").takesAll();
        if (repository.hasWildcard() && !isNamed(repository)) {
            return new Owner(owner, repository, anyRun);
        }
        return anyRun ? new AnyRun(owner + "/" + name(repository)) : new Narrow();
    }

    /** Whether subjects have the form of GitHub Actions. */
    static boolean isOfGithub(SubjectForm form) {
        return form.prefix().equals("repo:");
    }

    /** Whether the name is there in full, and only its id is open. */
    private static boolean isNamed(SubjectPattern name) {
        return name.start().indexOf('@') > 0;
    }

    private static String name(SubjectPattern name) {
        String start = name.start();
        int at = start.indexOf('@');
        return at > 0 ? start.substring(0, at) : start;
    }
}

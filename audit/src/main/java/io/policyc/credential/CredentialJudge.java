package io.policyc.credential;

import com.google.common.collect.ImmutableList;
import io.policyc.authorization.AdministratorAccess;
import io.policyc.authorization.AuthorizationDetails;
import io.policyc.authorization.AuthorizedUser;
import io.policyc.simulator.Truth;
import java.util.Optional;

/** Judges the credentials of users by the rules of an audit. */
final class CredentialJudge {
    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html. */
    private static final AdministratorAccess ROOT =
            new AdministratorAccess(Truth.TRUE, "the root user has complete access to its account");

    private final AuthorizationDetails details;
    private final AuditRules rules;
    private final OwnerSearch owners;

    CredentialJudge(Owners owners, AuthorizationDetails details, AuditRules rules) {
        this.details = details;
        this.rules = rules;
        this.owners = new OwnerSearch(owners, details, rules.ownerTag());
    }

    AuditRules rules() {
        return rules;
    }

    AuditedUser judge(ReportedUser user) {
        OwnerSearch.Found owner = owners.of(user.arn());
        AdministratorAccess administrator = administrator(user);
        ImmutableList<JudgedCredential> credentials = user.credentials().stream()
                .map(credential -> new Judgement(user, credential, owner, administrator, rules).judge())
                .collect(ImmutableList.toImmutableList());
        return new AuditedUser(
                user.place(), user.account(), user.name(), user.arn(), owner.owner(), administrator, credentials);
    }

    private AdministratorAccess administrator(ReportedUser user) {
        if (user.isRoot()) {
            return ROOT;
        }
        Optional<AuthorizedUser> authorized =
                Optional.ofNullable(details.users().get(user.arn()));
        if (authorized.isEmpty() && details.accounts().contains(user.account())) {
            return new AdministratorAccess(Truth.UNKNOWN, "the authorization details do not have this user");
        }
        return authorized.map(AuthorizedUser::administrator).orElse(AdministratorAccess.UNKNOWN);
    }
}

package io.policyc.evidence;

import io.policyc.policy.Arn;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the ARN of a caller tells of the principal. */
final class CallerArn {
    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:[^:]*:(?:iam::[^:]*:(?:user/.+|role/.+|root)|sts::[^:]*:federated-user/.+)");
    private static final Pattern SESSION = Pattern.compile("assumed-role/([^/]+)(?:/.*)?");

    private CallerArn() {}

    /** Describes the principal as far as its ARN goes; what is missing is for the user to say. */
    static void describe(String arn, SourceSpan at, Description description, Notes notes) {
        if (PRINCIPAL.matcher(arn).matches()) {
            description.put("principal", arn, at);
            return;
        }
        Optional<Arn> parsed = Arn.parse(arn);
        parsed.map(Arn::account).filter(Arn::isAccountId).ifPresent(account -> description.put("account", account, at));
        Optional<String> role = parsed.filter(found -> found.service().equals("sts"))
                .map(found -> SESSION.matcher(found.resource()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
        if (role.isPresent()) {
            notes.roleWithoutPath(role.get(), at);
            description.unknown(Description.BY_KIND_OF_SESSION, at);
        } else {
            notes.notTold(at, "who called is not told in a form that names a principal", Notes.GIVE_PRINCIPAL);
        }
    }
}

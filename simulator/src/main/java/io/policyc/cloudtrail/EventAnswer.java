package io.policyc.cloudtrail;

import io.policyc.evidence.AwsAnswer;
import io.policyc.evidence.AwsAnswer.Outcome;
import io.policyc.evidence.Denial;
import io.policyc.evidence.DenialMessage;
import io.policyc.evidence.EvidenceObject;
import io.policyc.evidence.Notes;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What AWS answered, by {@code errorCode} and {@code errorMessage} of an event.
 *
 * @param message the message, if it is one that says who may not do what
 * @param encoded whether the message is encoded, or holds an encoded part
 */
record EventAnswer(AwsAnswer answer, Optional<DenialMessage> message, boolean encoded) {
    /**
     * The codes of services for a denied request differ: AccessDenied, UnauthorizedOperation, AuthorizationError, …
     * NotAuthorizedException is what Cognito says of a wrong password.
     */
    private static final Pattern DENIED =
            Pattern.compile("AccessDenied|UnauthorizedOperation|AuthorizationError|NotAuthorized(?!Exception)");

    /**
     * A dry run that would have been carried out.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">DryRunOperation</a>
     */
    private static final String DRY_RUN = "DryRunOperation";

    static EventAnswer read(EvidenceObject event) {
        Optional<ScalarNode> code = event.text("errorCode");
        Optional<ScalarNode> text = event.text("errorMessage");
        Optional<String> errorCode = code.map(ScalarNode::text);
        Optional<DenialMessage> message = text.flatMap(node -> DenialMessage.parse(node.text()));
        if (message.isPresent()) {
            AwsAnswer denied = AwsAnswer.denied(errorCode, message.get().denial());
            return new EventAnswer(denied, message, message.get().encoded());
        }
        boolean encoded =
                text.filter(node -> DenialMessage.isEncoded(node.text())).isPresent();
        boolean failed = errorCode.isEmpty() && text.isPresent();
        AwsAnswer answer = failed ? new AwsAnswer(Outcome.FAILED, errorCode, Optional.empty()) : answer(errorCode);
        return new EventAnswer(answer, Optional.empty(), encoded);
    }

    private static AwsAnswer answer(Optional<String> errorCode) {
        if (errorCode.isEmpty() || errorCode.get().endsWith(DRY_RUN)) {
            return new AwsAnswer(Outcome.ALLOWED, errorCode, Optional.empty());
        }
        return DENIED.matcher(errorCode.get()).find()
                ? AwsAnswer.denied(errorCode, Denial.UNEXPLAINED)
                : new AwsAnswer(Outcome.FAILED, errorCode, Optional.empty());
    }

    void note(Notes notes, SourceSpan at) {
        if (encoded) {
            notes.encoded(at);
        }
    }
}

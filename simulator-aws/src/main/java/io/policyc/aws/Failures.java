package io.policyc.aws;

import com.google.common.collect.ImmutableSet;
import io.policyc.comparison.ServiceFailure;
import io.policyc.comparison.ServiceFailure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What the SDK throws, in words for whoever runs the command. What AWS says of a call that it refuses is passed on; what it
 * says of credentials is not, for it may hold parts of them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Common errors</a>
 */
final class Failures {
    private static final ImmutableSet<String> REFUSED = ImmutableSet.of(
            "InvalidInput", "PolicyEvaluation", "ValidationError", "MalformedPolicyDocument", "InvalidParameterValue");
    private static final ImmutableSet<String> NOT_ALLOWED =
            ImmutableSet.of("AccessDenied", "AccessDeniedException", "NotAuthorized", "UnauthorizedOperation");
    private static final ImmutableSet<String> EXPIRED =
            ImmutableSet.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");
    private static final ImmutableSet<String> NOT_ACCEPTED = ImmutableSet.of(
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "OptInRequired");

    private static final int SERVER_ERROR = 500;
    private static final String TRY_LATER = "try again later";

    private Failures() {}

    static ServiceFailure noCredentials() {
        return new ServiceFailure(
                Kind.CREDENTIALS,
                "there are no AWS credentials",
                "sign in (aws sso login, aws configure), say which with AWS_PROFILE, or look at ~/.aws/config");
    }

    static ServiceFailure unreadableConfiguration() {
        return new ServiceFailure(
                Kind.CREDENTIALS,
                "the AWS configuration cannot be read",
                "look at ~/.aws/config, ~/.aws/credentials and the AWS_ variables of the environment");
    }

    static ServiceFailure damagedCredentials() {
        return new ServiceFailure(
                Kind.CREDENTIALS,
                "the AWS credentials have a character that no credentials have, such as a line break",
                "copy them again, or sign in (aws sso login, aws configure)");
    }

    static ServiceFailure unreadableAnswer() {
        return new ServiceFailure(
                Kind.SERVICE, "the service answered nothing that can be read", "look at what answers at the endpoint");
    }

    /** A fault of the client, by its kind only. */
    static ServiceFailure ofTheClient(RuntimeException exception) {
        return new ServiceFailure(
                Kind.SERVICE,
                "the client of AWS failed: " + exception.getClass().getSimpleName(),
                "look at the AWS_ variables of the environment and at what answers at the endpoint");
    }

    static ServiceFailure interrupted() {
        return new ServiceFailure(Kind.TIMED_OUT, "the call was interrupted", "run it again");
    }

    static ServiceFailure endlessPages() {
        return new ServiceFailure(
                Kind.SERVICE, "the service did not come to the last page", "look at what answers at the endpoint");
    }

    static ServiceFailure of(SdkException exception, Secrets secrets) {
        if (exception instanceof AwsServiceException refused) {
            return of(refused, secrets);
        }
        if (exception instanceof AbortedException) {
            return interrupted();
        }
        if (isTimeout(exception)) {
            return new ServiceFailure(Kind.TIMED_OUT, "the service did not answer in time", TRY_LATER);
        }
        if (isOfNetwork(exception)) {
            return new ServiceFailure(
                    Kind.UNREACHABLE,
                    "the service cannot be reached",
                    "look at the network, the proxy and the endpoint");
        }
        return unreadableAnswer();
    }

    private static ServiceFailure of(AwsServiceException refused, Secrets secrets) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
        String message = details == null ? "" : Objects.requireNonNullElse(details.errorMessage(), "");
        if (REFUSED.contains(code)) {
            return new ServiceFailure(
                    Kind.INVALID_CALL,
                    secrets.line(message.isEmpty() ? code : message),
                    "the simulator of AWS does not take every policy that AWS takes");
        }
        if (NOT_ALLOWED.contains(code)) {
            return new ServiceFailure(
                    Kind.NOT_ALLOWED,
                    "the credentials may not ask the simulator of AWS",
                    "allow them iam:SimulateCustomPolicy");
        }
        if (EXPIRED.contains(code)) {
            return new ServiceFailure(Kind.CREDENTIALS, "the AWS credentials have expired", "sign in again");
        }
        if (NOT_ACCEPTED.contains(code)) {
            return new ServiceFailure(
                    Kind.CREDENTIALS, "AWS does not accept the credentials: " + code, "sign in again");
        }
        if (refused.isThrottlingException()) {
            return new ServiceFailure(
                    Kind.THROTTLED, "AWS was asked too often, and all attempts were refused", "ask less often");
        }
        String what = code.isEmpty() ? "status " + refused.statusCode() : secrets.line(code);
        return refused.statusCode() >= SERVER_ERROR
                ? new ServiceFailure(Kind.SERVICE, "the service failed: " + what, TRY_LATER)
                : new ServiceFailure(
                        Kind.SERVICE, "the service refused the call: " + what, "look at what answers at the endpoint");
    }

    private static boolean isTimeout(SdkException exception) {
        return exception instanceof ApiCallTimeoutException
                || exception instanceof ApiCallAttemptTimeoutException
                || hasCause(exception, SocketTimeoutException.class);
    }

    private static boolean isOfNetwork(SdkException exception) {
        return hasCause(exception, IOException.class) || hasCause(exception, UncheckedIOException.class);
    }

    private static boolean hasCause(Throwable exception, Class<? extends Throwable> type) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
